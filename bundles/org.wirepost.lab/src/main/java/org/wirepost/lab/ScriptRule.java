// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One rule of a {@link Script}.
 *
 * @param stage when
 * @param octets for {@link Stage#CONTENT}: behind how many octets
 * @param nth which time in a session, from 1; 0 is every time
 * @param nthOverall which time over all sessions, from 1; 0 is every time
 * @param session in which connection, from 1; 0 is in each
 * @param argument what is to be found in the command's argument
 * @param actions what to do, in order
 */
public record ScriptRule(Stage stage, long octets, int nth, int nthOverall, int session, Optional<Pattern> argument,
        List<Action> actions) {

    /** Copies, and refuses actions that could never happen. */
    public ScriptRule {
        if (nth < 0 || nthOverall < 0 || session < 0) {
            throw new IllegalArgumentException("Times and sessions are counted from 1.");
        }
        actions = List.copyOf(actions);
        for (int i = 0; i + 1 < actions.size(); i++) {
            if (actions.get(i) instanceof Action.Last) {
                throw new IllegalArgumentException("Nothing can follow " + actions.get(i).getClass().getSimpleName()
                        + ": it is the end of the connection.");
            }
        }
    }

    static ScriptRule at(Stage stage, long octets) {
        return new ScriptRule(stage, octets, 0, 0, 0, Optional.empty(), List.of());
    }

    ScriptRule withNth(int n) {
        return new ScriptRule(stage, octets, n, nthOverall, session, argument, actions);
    }

    ScriptRule withNthOverall(int n) {
        return new ScriptRule(stage, octets, nth, n, session, argument, actions);
    }

    ScriptRule withSession(int n) {
        return new ScriptRule(stage, octets, nth, nthOverall, n, argument, actions);
    }

    ScriptRule withArgument(Pattern pattern) {
        return new ScriptRule(stage, octets, nth, nthOverall, session, Optional.of(pattern), actions);
    }

    ScriptRule plus(Action action) {
        List<Action> copy = new ArrayList<>(actions);
        copy.add(action);
        return new ScriptRule(stage, octets, nth, nthOverall, session, argument, copy);
    }
}
