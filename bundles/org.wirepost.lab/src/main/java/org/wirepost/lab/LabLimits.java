// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.time.Duration;

/**
 * What a {@link LabServer} puts up with.
 *
 * @param sessions connections at the same time; the next one is answered 421 and closed
 * @param recipients recipients of one message; the next one is answered 452 4.5.3
 * @param messageOctets octets of one message, as SIZE says; 0 is no limit
 * @param lineOctets octets of one command line with its CRLF; a longer one is answered 500
 * @param idle how long a client may stay silent before it is answered 421 4.4.2
 * @param keptMessages messages that {@link LabServer#messages()} remembers; older ones are forgotten
 * @param keptSessions ended sessions that {@link LabServer#sessions()} remembers
 * @param keptOctets octets of each direction that a {@link LabSession} remembers verbatim; the rest is counted
 */
public record LabLimits(int sessions, int recipients, long messageOctets, int lineOctets, Duration idle,
        int keptMessages, int keptSessions, int keptOctets) {

    /** Refuses limits that no server could keep. */
    public LabLimits {
        if (sessions < 1 || recipients < 1 || messageOctets < 0 || keptMessages < 1 || keptSessions < 1
                || keptOctets < 0 || idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("A limit is zero or negative: give sessions, recipients, kept messages"
                    + " and sessions of at least 1 and a positive idle time.");
        }
        if (lineOctets < 64 || lineOctets > 32_768) {
            throw new IllegalArgumentException("A command line of " + lineOctets
                    + " octets is out of range: give 64 to 32768 (RFC 5321 asks for at least 512).");
        }
    }

    /**
     * 256 sessions at a time, 1000 recipients, 4 GiB, lines of 2048 octets, 5 minutes; keeps 10 000 messages and 256
     * sessions with 256 KiB of each direction.
     */
    public static LabLimits defaults() {
        return new LabLimits(256, 1000, 1L << 32, 2048, Duration.ofMinutes(5), 10_000, 256, 256 << 10);
    }

    /** The same with another {@link #sessions()}. */
    public LabLimits withSessions(int count) {
        return new LabLimits(count, recipients, messageOctets, lineOctets, idle, keptMessages, keptSessions,
                keptOctets);
    }

    /** The same with another {@link #recipients()}. */
    public LabLimits withRecipients(int count) {
        return new LabLimits(sessions, count, messageOctets, lineOctets, idle, keptMessages, keptSessions,
                keptOctets);
    }

    /** The same with another {@link #messageOctets()}. */
    public LabLimits withMessageOctets(long octets) {
        return new LabLimits(sessions, recipients, octets, lineOctets, idle, keptMessages, keptSessions, keptOctets);
    }

    /** The same with another {@link #idle()}. */
    public LabLimits withIdle(Duration time) {
        return new LabLimits(sessions, recipients, messageOctets, lineOctets, time, keptMessages, keptSessions,
                keptOctets);
    }

    /** The same with another {@link #keptMessages()}. */
    public LabLimits withKeptMessages(int count) {
        return new LabLimits(sessions, recipients, messageOctets, lineOctets, idle, count, keptSessions, keptOctets);
    }

    /** The same with another {@link #keptSessions()}. */
    public LabLimits withKeptSessions(int count) {
        return new LabLimits(sessions, recipients, messageOctets, lineOctets, idle, keptMessages, count, keptOctets);
    }

    /** The same with another {@link #keptOctets()}. */
    public LabLimits withKeptOctets(int octets) {
        return new LabLimits(sessions, recipients, messageOctets, lineOctets, idle, keptMessages, keptSessions,
                octets);
    }
}
