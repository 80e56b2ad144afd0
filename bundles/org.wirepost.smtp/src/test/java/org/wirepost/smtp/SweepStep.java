// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.List;
import java.util.function.UnaryOperator;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

/**
 * Where in the session the fault is. The session sends message A from {@code a@}, which nobody wants, and then message
 * B from {@code b@} to two recipients; faults in the transaction are in that of B.
 */
enum SweepStep {
    GREETING(script -> script.on(Stage.GREETING)),
    EHLO(script -> script.on(Stage.EHLO).nth(1)),
    STARTTLS(script -> script.on(Stage.STARTTLS)),
    HANDSHAKE(script -> script.on(Stage.TLS_HANDSHAKE)),
    EHLO_WITHIN_TLS(script -> script.on(Stage.EHLO).nth(2)),
    AUTH(script -> script.on(Stage.AUTH)),
    AUTH_STEP(script -> script.on(Stage.AUTH_STEP).nth(1)),
    MAIL(script -> script.on(Stage.MAIL).matching("<b@")),
    RCPT_1(script -> script.on(Stage.RCPT).matching("<one@")),
    RCPT_2(script -> script.on(Stage.RCPT).matching("<two@")),
    DATA(script -> script.on(Stage.DATA)),
    CHUNK(script -> script.on(Stage.BDAT)),
    END(script -> script.on(Stage.END_OF_DATA).matching("^b@")),
    RSET(script -> script.on(Stage.RSET)),
    QUIT(script -> script.on(Stage.QUIT));

    private static final List<SweepFault> FOR_HANDSHAKES = List.of(SweepFault.CLOSED, SweepFault.RESET,
            SweepFault.HALF_CLOSED, SweepFault.STALLED, SweepFault.GARBAGE, SweepFault.ENDLESS_LINE,
            SweepFault.ENDLESS_NUL, SweepFault.LARGE_REPLY, SweepFault.GOODBYE, SweepFault.GOODBYE_HALF_CLOSED);

    private final UnaryOperator<Script> rule;

    SweepStep(UnaryOperator<Script> rule) {
        this.rule = rule;
    }

    /** Begins the rule of a script for this step. */
    Script begin(SweepWay way) {
        Script script = rule.apply(Script.script());
        // In groups DATA is asked for A as well, although nobody wants it.
        return this == DATA && way.pipelined() ? script.nth(2) : script;
    }

    boolean isOfOpening() {
        return ordinal() <= AUTH_STEP.ordinal();
    }

    boolean isOfAuth() {
        return this == AUTH || this == AUTH_STEP;
    }

    /** Whether a session of this kind gets there, and the fault can happen there. */
    boolean has(SweepWay way, SweepFault fault) {
        return switch (this) {
            case STARTTLS, EHLO_WITHIN_TLS -> way.tls() == LabTls.STARTTLS;
            case HANDSHAKE -> way.tls() != LabTls.NONE && FOR_HANDSHAKES.contains(fault);
            case DATA -> !way.chunks();
            case CHUNK -> way.chunks();
            default -> true;
        };
    }

    /** How large B has to be to have this step; a chunk has 1 MiB in flight and 8 MiB in lockstep. */
    int octets(SweepWay way) {
        return this != CHUNK ? 2_000 : way.pipelined() ? 2_500_000 : 9_000_000;
    }
}
