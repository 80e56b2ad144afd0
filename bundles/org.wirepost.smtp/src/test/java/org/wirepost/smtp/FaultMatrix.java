// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.util.List;

/**
 * What has to come of a fault, as the fault matrix has it; it knows nothing of the client but in which of the ways it
 * sends. Where nobody can tell how far the client is when it notices, every outcome that is true is allowed.
 */
final class FaultMatrix {

    /**
     * What is allowed.
     *
     * @param opening what becomes of the session before there is a message: {@code works}; {@code later}, stopped and
     *        worth another try; {@code never}, stopped and not; {@code stopped}, one of these two
     * @param one what may become of B for its first recipient, separated by bars
     * @param two the same for the second
     */
    record Expected(String opening, String one, String two) {

        boolean allows(String a, String b) {
            return List.of(one.split("\\|")).contains(a) && List.of(two.split("\\|")).contains(b);
        }

        static Expected both(String state) {
            return new Expected("works", state, state);
        }
    }

    /** The server has it, and said so. */
    private static final String SENT = "accepted";
    /** It surely has not, and later it may. */
    private static final String LATER = "deferred";
    /** It said no for good. */
    private static final String NEVER = "refused";
    /** All of it had left and no answer came. */
    private static final String UNKNOWN = "unknown";

    private FaultMatrix() {
    }

    static Expected of(SweepWay way, SweepStep step, SweepFault fault) {
        if (fault.kind() == SweepFault.Kind.HARMLESS || step == SweepStep.QUIT) {
            return Expected.both(SENT);
        }
        if (step.isOfOpening()) {
            return new Expected(opening(step, fault), LATER, LATER);
        }
        return switch (fault.kind()) {
            case GONE -> Expected.both(gone(way, step));
            case GOODBYE -> goodbye(step);
            case LATER -> said(way, step, LATER);
            case NEVER -> said(way, step, NEVER);
            case THEN_GONE -> Expected.both(thenGone(way, step));
            case EXTRA -> Expected.both(extra(way, step));
            case HARMLESS -> Expected.both(SENT);
        };
    }

    private static String opening(SweepStep step, SweepFault fault) {
        return switch (fault.kind()) {
            // What is no TLS at all is a matter for a person, as is a refusal to encrypt.
            case GONE -> step == SweepStep.HANDSHAKE && !isEnd(fault) ? "stopped" : "later";
            case GOODBYE -> step == SweepStep.HANDSHAKE ? "stopped" : "later";
            case LATER -> step == SweepStep.STARTTLS || step == SweepStep.HANDSHAKE ? "stopped" : "later";
            case NEVER -> "never";
            case THEN_GONE -> "later";
            default -> "stopped";
        };
    }

    private static boolean isEnd(SweepFault fault) {
        return fault == SweepFault.CLOSED || fault == SweepFault.RESET || fault == SweepFault.HALF_CLOSED
                || fault == SweepFault.STALLED;
    }

    /** Unknown only once the whole message has left: behind the dot, and before it only if nothing was waited for. */
    private static String gone(SweepWay way, SweepStep step) {
        return switch (step) {
            case END -> UNKNOWN;
            case CHUNK -> way.pipelined() ? LATER + "|" + UNKNOWN : LATER;
            default -> way.blind() ? UNKNOWN : LATER;
        };
    }

    private static Expected goodbye(SweepStep step) {
        return step == SweepStep.RCPT_2 || step == SweepStep.RCPT_1 || step == SweepStep.END || step == SweepStep.MAIL
                || step == SweepStep.DATA || step == SweepStep.CHUNK || step == SweepStep.RSET
                ? Expected.both(LATER) : Expected.both(SENT);
    }

    private static Expected said(SweepWay way, SweepStep step, String state) {
        return switch (step) {
            case RCPT_1 -> new Expected("works", state, SENT);
            case RCPT_2 -> new Expected("works", SENT, state);
            // A server that does not forget A cannot be given B.
            case RSET -> Expected.both(way.blind() ? UNKNOWN : LATER);
            default -> Expected.both(state);
        };
    }

    /** A dot that leaves at the moment in which the connection ends may have arrived. */
    private static String thenGone(SweepWay way, SweepStep step) {
        return switch (step) {
            case END -> SENT;
            case DATA, CHUNK -> LATER + "|" + UNKNOWN;
            case RCPT_2 -> way.blind() ? UNKNOWN : way.chunks() ? LATER + "|" + UNKNOWN : LATER;
            default -> way.blind() ? UNKNOWN : LATER;
        };
    }

    /** From then on nobody could tell which reply belongs to what. */
    private static String extra(SweepWay way, SweepStep step) {
        return switch (step) {
            case END -> UNKNOWN;
            case CHUNK -> way.pipelined() ? SENT + "|" + LATER + "|" + UNKNOWN : LATER;
            default -> way.blind() ? UNKNOWN : LATER;
        };
    }
}
