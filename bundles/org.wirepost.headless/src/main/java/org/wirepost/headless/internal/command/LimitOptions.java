// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import org.wirepost.account.SendingLimits;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Numbers;

/** What {@code --rate} and {@code --connections} say. */
final class LimitOptions {

    private static final int MOST_CONNECTIONS = 100;

    private LimitOptions() {
    }

    static SendingLimits of(Arguments arguments) throws Fault {
        int perMinute = 0;
        int perHour = 0;
        for (String rate : arguments.values("--rate")) {
            if (!rate.matches("[1-9][0-9]{0,5}/[mh]")) {
                throw Fault.usage("--rate '" + rate + "' is no rate; write how many messages in a minute or an hour, "
                        + "such as 30/m or 500/h.");
            }
            int number = Integer.parseInt(rate.substring(0, rate.length() - 2));
            if (rate.endsWith("m")) {
                perMinute = number;
            } else {
                perHour = number;
            }
        }
        return new SendingLimits(perMinute, perHour, Numbers.of(arguments, "--connections", 1, 1, MOST_CONNECTIONS));
    }
}
