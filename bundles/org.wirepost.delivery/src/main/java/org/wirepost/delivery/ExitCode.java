// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.Optional;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

/**
 * What a process says at its end, so that a script can decide what to do: the codes of {@code sysexits.h}, each with
 * one meaning. The same codes stand in the reports of the desktop.
 *
 * <p>Where several things went wrong, in one message or in many, the worst counts. From bad to worse: {@link #OK},
 * {@link #TEMPFAIL}, {@link #NOHOST}, {@link #PROTOCOL}, {@link #NOUSER}, {@link #UNAVAILABLE}, {@link #NOPERM},
 * {@link #CONFIG}, {@link #NOINPUT}, {@link #DATAERR}, {@link #USAGE}, {@link #CANTCREAT}, {@link #IOERR},
 * {@link #SOFTWARE}. The reason behind the order: {@code TEMPFAIL} must mean that doing the same again later is all
 * that is needed, so everything that needs a change outranks it; an unknown outcome needs a person, who has to find out
 * whether the message arrived, so it outranks every plain failure; our own bug is on top.
 */
public enum ExitCode {

    /** Every recipient was accepted, or what was asked for was done. */
    OK(0, 0),
    /** The command or an option is wrong. */
    USAGE(64, 10),
    /** An address, a header or a template is wrong. */
    DATAERR(65, 9),
    /** A body or an attachment is missing, broken, or has changed while it was being sent. */
    NOINPUT(66, 8),
    /** A recipient was refused. */
    NOUSER(67, 4),
    /** The host was not found. */
    NOHOST(68, 2),
    /** The message or the session was refused for good (5xx), or the server lacks what the message needs. */
    UNAVAILABLE(69, 5),
    /** Our bug. */
    SOFTWARE(70, 13),
    /** A report or an output file cannot be written. */
    CANTCREAT(73, 11),
    /** An I/O error, and above all: the outcome is unknown, for the final reply was lost. */
    IOERR(74, 12),
    /** Temporary: 4xx, a time-out, no connection, cancelled before the end. Trying again later may be enough. */
    TEMPFAIL(75, 1),
    /** The server broke the protocol. */
    PROTOCOL(76, 3),
    /** Authentication was refused. */
    NOPERM(77, 6),
    /** Configuration: a secret is missing or empty, TLS was refused, a certificate is not trusted. */
    CONFIG(78, 7);

    private final int code;
    private final int badness;

    ExitCode(int code, int badness) {
        this.code = code;
        this.badness = badness;
    }

    /** Returns the number that the process ends with. */
    public int code() {
        return code;
    }

    /**
     * Returns the worse of two codes.
     *
     * @param other another code
     * @return this code or the other
     */
    public ExitCode worse(ExitCode other) {
        return other.badness > badness ? other : this;
    }

    /**
     * Returns the code of one report: the worst of its failure and its outcomes.
     *
     * @param report what became of a message
     * @return {@link #OK} when nothing went wrong
     */
    public static ExitCode of(DeliveryReport report) {
        ExitCode worst = report.failure().map(DeliveryFailure::exitCode).orElse(OK);
        for (Outcome outcome : report.outcomes()) {
            worst = worst.worse(of(outcome));
        }
        return worst;
    }

    /**
     * Returns the worst code of many reports.
     *
     * @param reports what became of the messages
     * @return {@link #OK} when nothing went wrong, also when there are none
     */
    public static ExitCode worst(Iterable<DeliveryReport> reports) {
        ExitCode worst = OK;
        for (DeliveryReport report : reports) {
            worst = worst.worse(of(report));
        }
        return worst;
    }

    /**
     * Returns the code of one recipient's outcome. A refusal is {@link #NOUSER} when it was this recipient that was
     * refused, and {@link #UNAVAILABLE} when it was the message as a whole.
     *
     * @param outcome what became of the message for one recipient
     * @return the code
     */
    public static ExitCode of(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return OK;
        }
        if (outcome instanceof Outcome.Refused) {
            return outcome.stage() == Stage.RCPT ? NOUSER : UNAVAILABLE;
        }
        return outcome instanceof Outcome.Unknown ? IOERR : TEMPFAIL;
    }

    /**
     * Returns the constant of a number.
     *
     * @param code such as 75
     * @return empty when no constant has this number
     */
    public static Optional<ExitCode> ofCode(int code) {
        for (ExitCode each : values()) {
            if (each.code == code) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
