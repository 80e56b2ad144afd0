// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.delivery.ServerLogin;

/** Knows the way that mail of an account takes. Asked from several threads. */
@ConsumerType
public interface Routes {

    /**
     * Looks up server and credentials, the secret included, anew each time.
     *
     * @param account the name that mail was queued under
     * @return the login
     * @throws NoRouteException when there is no such account, a file of it cannot be read, or its secret is missing
     */
    ServerLogin login(String account) throws NoRouteException;

    /**
     * Tells whether a person is asked for the secret of an account. Such a login is not looked up again and again to
     * find out whether it is another one than was refused.
     *
     * @param account the name that mail was queued under
     * @return whether looking it up puts a question to somebody
     */
    default boolean asks(String account) {
        return false;
    }

    /**
     * Returns how much the account may send.
     *
     * @param account the name that mail was queued under
     * @return its limits; the usual ones when nothing is known of it
     */
    default SendLimits limits(String account) {
        return SendLimits.DEFAULT;
    }
}
