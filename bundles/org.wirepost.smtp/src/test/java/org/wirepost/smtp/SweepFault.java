// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.wirepost.lab.ReplyStyle;
import org.wirepost.lab.Script;

/** What a server does in place of its usual reply, or beside it. */
enum SweepFault {
    CLOSED(Kind.GONE, Script::close),
    RESET(Kind.GONE, Script::reset),
    HALF_CLOSED(Kind.GONE, Script::halfClose),
    STALLED(Kind.GONE, Script::stall),
    DONE_AND_CLOSED(Kind.GONE, script -> script.swallow().close()),
    DONE_AND_RESET(Kind.GONE, script -> script.swallow().reset()),
    DONE_AND_STALLED(Kind.GONE, script -> script.swallow().stall()),
    HALF_A_CODE_CLOSED(Kind.GONE, script -> script.send("25").close()),
    HALF_A_REPLY_RESET(Kind.GONE, script -> script.send("250-yes\r\n").reset()),
    HALF_A_REPLY_STALLED(Kind.GONE, script -> script.send("250 ye").stall()),
    DRIPPED_TOO_SLOWLY(Kind.GONE, script -> script.drip(ReplyStyle.BY_BYTE, Duration.ofMillis(100)).usual()),
    GARBAGE(Kind.GONE, script -> script.send("!!garbage!!\r\n")),
    MIXED_CODES(Kind.GONE, script -> script.send("250-yes\r\n550 no\r\n")),
    NUL(Kind.GONE, script -> script.send("250 \0\r\n")),
    ENDLESS_LINE(Kind.GONE, script -> script.flood("x")),
    ENDLESS_REPLY(Kind.GONE, script -> script.flood("250-and more\r\n")),
    ENDLESS_NUL(Kind.GONE, script -> script.flood("\0")),
    LONG_LINE(Kind.GONE, script -> script.send("250 " + "x".repeat(5000) + "\r\n")),
    LARGE_REPLY(Kind.GONE, script -> script.send(("250-" + "x".repeat(400) + "\r\n").repeat(200) + "250 end\r\n")),
    GOODBYE(Kind.GOODBYE, script -> script.reply("421 4.3.2 bye").close()),
    GOODBYE_HALF_CLOSED(Kind.GOODBYE, script -> script.reply("421 4.3.2 bye").halfClose()),
    LATER(Kind.LATER, script -> script.reply("451 4.3.0 later")),
    NEVER(Kind.NEVER, script -> script.reply("554 5.3.0 never")),
    DRIPPED(Kind.HARMLESS, script -> script.drip(ReplyStyle.BY_BYTE, Duration.ofMillis(1)).usual()),
    LATE(Kind.HARMLESS, script -> script.delay(Duration.ofMillis(400)).usual()),
    THEN_CLOSED(Kind.THEN_GONE, script -> script.usual().close()),
    THEN_RESET(Kind.THEN_GONE, script -> script.usual().reset()),
    EXTRA_EARLY(Kind.EXTRA, script -> script.send("250 too early\r\n").usual()),
    EXTRA_LATE(Kind.EXTRA, script -> script.usual().send("250 and another\r\n"));

    /** What it comes to. */
    enum Kind {
        /** There is no reply, or nothing that is one. */
        GONE,
        /** 421. */
        GOODBYE,
        /** 4xx. */
        LATER,
        /** 5xx. */
        NEVER,
        /** The usual reply, in the end. */
        HARMLESS,
        /** The usual reply, and then nothing any more. */
        THEN_GONE,
        /** The usual reply and another one. */
        EXTRA
    }

    private final Kind kind;
    private final UnaryOperator<Script> play;

    SweepFault(Kind kind, UnaryOperator<Script> play) {
        this.kind = kind;
        this.play = play;
    }

    Kind kind() {
        return kind;
    }

    /** Completes a rule of a script. */
    Script in(Script rule) {
        return play.apply(rule);
    }

    /** Whether only a time-out ends it. */
    boolean waits() {
        return this == STALLED || this == DONE_AND_STALLED || this == HALF_A_REPLY_STALLED
                || this == DRIPPED_TOO_SLOWLY;
    }
}
