// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.time.Duration;

/**
 * How long each wait may take (RFC 5321 section 4.5.3.2 gives the least values that a mail system should allow).
 * A wait has one deadline for the whole reply: a server that drips cannot stretch it.
 *
 * @param connect for the TCP connection to one address
 * @param tls for the TLS handshake
 * @param greeting for the greeting
 * @param command for the reply to any command
 * @param block for the network to take one block of content
 * @param result for the final reply, after the last octet of the content
 * @param quit for the reply to QUIT
 */
public record Timeouts(Duration connect, Duration tls, Duration greeting, Duration command, Duration block,
        Duration result, Duration quit) {

    /** Thirty seconds to connect, five minutes for commands, three for a block, ten after the last octet. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(60),
            Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(3), Duration.ofMinutes(10),
            Duration.ofSeconds(5));

    /** Refuses zero and negative durations. */
    public Timeouts {
        for (Duration each : new Duration[] {connect, tls, greeting, command, block, result, quit}) {
            if (each.isZero() || each.isNegative()) {
                throw new IllegalArgumentException("A time-out must be longer than nothing");
            }
        }
    }

    /**
     * Returns one limit for every wait, as given by one option; QUIT never waits longer than five seconds.
     *
     * @param limit the limit
     * @return the time-outs
     */
    public static Timeouts all(Duration limit) {
        Duration quit = limit.compareTo(DEFAULT.quit) < 0 ? limit : DEFAULT.quit;
        return new Timeouts(limit, limit, limit, limit, limit, limit, quit);
    }
}
