// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Server;
import org.wirepost.smtp.auth.Secret;

/** What is tested, and how a proposal is followed. User interface thread only. */
interface CheckSubject {

    /** Returns the account as it stands. */
    Account account();

    /** Returns the secret as typed, where it is not kept yet. */
    Optional<Secret> typed();

    /**
     * Changes the server.
     *
     * @param server the server from now on
     * @param then follows when that is done
     */
    void change(Server server, Runnable then);

    /** Goes to where user and password are typed. */
    void retype();
}
