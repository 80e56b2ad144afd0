// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.retry.RetryPolicy;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Numbers;
import org.wirepost.headless.internal.server.TimeText;

/**
 * What {@code --retry} and {@code --retry-wait} say.
 *
 * @param most how often a recipient is tried again at most; 0 for never
 * @param policy how long to wait
 */
record RetryOptions(int most, RetryPolicy policy) {

    private static final String RETRY = "--retry";
    private static final String WAIT = "--retry-wait";
    private static final int MOST = 1000;

    /** Reads the options of a sending without a queue. */
    static RetryOptions of(Arguments arguments, DeliverySettings settings) throws Fault {
        int most = Numbers.of(arguments, RETRY, 0, 0, MOST);
        if (most == 0 && arguments.has(WAIT)) {
            throw Fault.usage(WAIT + " says how long to wait before a message is sent again; say with " + RETRY
                    + " N how often that may be.");
        }
        if (most > 0 && settings.dryRun() != DryRun.NONE) {
            throw Fault.usage(RETRY + " sends again what was deferred, and a dry run sends nothing; leave out one.");
        }
        if (most > 0 && settings.repeat() > 1) {
            throw Fault.usage(RETRY + " and --repeat do not go together; leave out one.");
        }
        return new RetryOptions(most, policy(arguments));
    }

    private static RetryPolicy policy(Arguments arguments) throws Fault {
        return arguments.has(WAIT)
                ? RetryPolicy.DEFAULT.withFirst(TimeText.span(arguments.value(WAIT).orElseThrow(), WAIT))
                : RetryPolicy.DEFAULT;
    }
}
