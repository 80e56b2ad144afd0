// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.lab.Action;
import org.wirepost.lab.ScriptRule;
import org.wirepost.lab.Stage;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.lab.internal.wire.SessionRecord;
import org.wirepost.lab.internal.wire.Shutdown;
import org.wirepost.lab.internal.wire.Wire;

/** Answers: as usual, or as the script has it. */
final class Responder {

    private final Wire wire;
    private final Cues cues;
    private final SessionRecord record;
    private final Shutdown shutdown;
    private final boolean enhancedCodes;

    Responder(Wire wire, Cues cues, SessionRecord record, Shutdown shutdown, boolean enhancedCodes) {
        this.wire = wire;
        this.cues = cues;
        this.record = record;
        this.shutdown = shutdown;
        this.enhancedCodes = enhancedCodes;
    }

    /** An answer that is decided upon and not yet given. */
    final class Answer {
        private final byte[] usual;
        private final List<Action> actions;
        private final int code;

        private Answer(Reply reply, List<Action> actions) {
            usual = reply.encoded(enhancedCodes);
            this.actions = actions;
            code = codeOf(actions, reply.code());
        }

        /** The code the server is to act on; 0 if the connection ends without a reply. */
        int code() {
            return code;
        }

        boolean positive() {
            return code / 100 == 2;
        }

        /** Gives it. */
        int give() throws IOException {
            if (actions.isEmpty()) {
                emit(usual);
            } else {
                perform(actions, usual);
            }
            return code;
        }
    }

    /** Decides how to answer at this stage. */
    Answer prepare(Stage stage, String argument, Reply usual) {
        Optional<ScriptRule> rule = cues.at(stage, argument);
        return new Answer(usual, rule.map(r -> complete(r.actions())).orElse(List.of()));
    }

    /** An answer that no script can change. */
    Answer plain(Reply reply) {
        return new Answer(reply, List.of());
    }

    /** Answers at this stage; returns the code the server is to act on. */
    int respond(Stage stage, String argument, Reply usual) throws IOException {
        return prepare(stage, argument, usual).give();
    }

    /** Does what the script has for a stage at which no reply is due. */
    void pass(Stage stage) throws IOException {
        Optional<ScriptRule> rule = cues.at(stage, "");
        if (rule.isPresent()) {
            pass(rule.get());
        }
    }

    /** Does what a rule says, no reply being due. */
    void pass(ScriptRule rule) throws IOException {
        perform(rule.actions(), new byte[0]);
        wire.output().flush();
    }

    /** The rules for the content that now begins. */
    List<ScriptRule> contentRules(String argument) {
        return cues.content(argument);
    }

    private static List<Action> complete(List<Action> actions) {
        boolean answered = actions.stream().anyMatch(a -> a instanceof Action.Reply || a instanceof Action.Usual
                || a instanceof Action.Swallow || a instanceof Action.Last);
        if (answered) {
            return actions;
        }
        List<Action> more = new ArrayList<>(actions);
        more.add(new Action.Usual());
        return more;
    }

    private static int codeOf(List<Action> actions, int usual) {
        for (Action action : actions) {
            if (action instanceof Action.Reply reply) {
                return reply.code();
            }
            if (action instanceof Action.Usual || action instanceof Action.Swallow) {
                return usual;
            }
        }
        return actions.isEmpty() ? usual : 0;
    }

    private void perform(List<Action> actions, byte[] usual) throws IOException {
        Optional<Action.Pace> pace = Optional.empty();
        for (Action action : actions) {
            if (action instanceof Action.Usual) {
                emit(usual);
            } else if (action instanceof Action.Pace next) {
                flush(pace);
                pace = Optional.of(next);
            } else if (action instanceof Action.Delay delay) {
                flush(pace);
                shutdown.pause(delay.time());
            } else if (action instanceof Action.Last last) {
                flush(pace);
                record.line(TranscriptLine.Side.REMARK, "By script: " + last.getClass().getSimpleName());
                wire.end(last);
            } else if (action instanceof Action.Bytes bytes) {
                emit(bytes.bytes());
            }
        }
        if (pace.isPresent()) {
            flush(pace);
        }
    }

    private void flush(Optional<Action.Pace> pace) throws IOException {
        if (pace.isPresent()) {
            wire.output().flush(pace.get().style(), pace.get().interval());
        } else {
            wire.output().flush();
        }
    }

    private void emit(byte[] bytes) {
        wire.output().write(bytes);
        new String(bytes, StandardCharsets.UTF_8).lines()
                .forEach(line -> record.line(TranscriptLine.Side.SERVER, line));
    }
}
