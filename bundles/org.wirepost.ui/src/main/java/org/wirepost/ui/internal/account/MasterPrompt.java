// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.wirepost.smtp.auth.Secret;

/** Asks a person for the master password of the secret store. */
public interface MasterPrompt {

    /**
     * Asks for the password of the store there is, until it is right or the person gives up. Waits; never to be called
     * on the user interface thread.
     *
     * @param check tells whether it is right; slow, so it is called in the background
     * @return the password, or empty when the person gave up
     */
    Optional<Secret> ask(Check check);

    /**
     * Asks for the password of a new store, twice. Waits; never to be called on the user interface thread.
     *
     * @return the password, or empty when the person gave up
     */
    Optional<Secret> choose();

    /** Tells whether a password is right. */
    @FunctionalInterface
    interface Check {

        /**
         * Tries a password.
         *
         * @param password the password, left as it is
         * @return what is wrong, in one sentence; empty when it is right
         */
        Optional<String> problem(Secret password);
    }
}
