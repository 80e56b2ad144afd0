// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.smtp.auth.Secret;

/** Gives the master password of the secret store when it is needed, for instance by asking a person. */
@ConsumerType
@FunctionalInterface
public interface MasterPassword {

    /** The environment variable that holds the master password where nobody can be asked. */
    String VARIABLE = "WIREPOST_MASTER_PASSWORD";

    /**
     * Gives the master password.
     *
     * @return the password, destroyed by whoever asked
     * @throws SecretException in one sentence, when there is none
     */
    Secret get() throws SecretException;
}
