// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.wirepost.lab.Script;
import org.wirepost.lab.ScriptRule;
import org.wirepost.lab.Stage;

/** Finds the rule of a script for a moment of one session, and keeps count. */
final class Cues {

    private final List<ScriptRule> rules;
    private final AtomicIntegerArray overall;
    private final int[] here;
    private final int session;

    /** {@code overall} is shared by all sessions of the server; see {@link #counters}. */
    Cues(Script script, AtomicIntegerArray overall, int session) {
        rules = script.rules();
        this.overall = overall;
        here = new int[rules.size()];
        this.session = session;
    }

    static AtomicIntegerArray counters(Script script) {
        return new AtomicIntegerArray(script.rules().size());
    }

    /** The first rule for this stage. All that would fit are counted, also those behind it. */
    Optional<ScriptRule> at(Stage stage, String argument) {
        List<ScriptRule> due = due(stage, argument);
        return due.isEmpty() ? Optional.empty() : Optional.of(due.get(0));
    }

    /** All rules for the content of the message that now begins. */
    List<ScriptRule> content(String argument) {
        return due(Stage.CONTENT, argument);
    }

    private List<ScriptRule> due(Stage stage, String argument) {
        if (rules.isEmpty()) {
            return List.of();
        }
        List<ScriptRule> due = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            ScriptRule rule = rules.get(i);
            if (fits(rule, stage, argument)) {
                int nth = ++here[i];
                int nthOverall = overall.incrementAndGet(i);
                if ((rule.nth() == 0 || rule.nth() == nth)
                        && (rule.nthOverall() == 0 || rule.nthOverall() == nthOverall)) {
                    due.add(rule);
                }
            }
        }
        return due;
    }

    private boolean fits(ScriptRule rule, Stage stage, String argument) {
        boolean stageFits = rule.stage() == stage || rule.stage() == Stage.ANY && replies(stage);
        return stageFits && (rule.session() == 0 || rule.session() == session)
                && (rule.argument().isEmpty() || rule.argument().get().matcher(argument).find());
    }

    private static boolean replies(Stage stage) {
        return stage != Stage.CONNECT && stage != Stage.TLS_HANDSHAKE && stage != Stage.CONTENT;
    }
}
