// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.nio.file.Path;
import org.wirepost.smtp.auth.Secret;

/** Another process that writes to a secret store. */
final class StoreWriter {

    private StoreWriter() {
    }

    /** Puts in entries: the file, the beginning of their names, how many. */
    public static void main(String... args) throws SecretException {
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            SecretStore.quick(Path.of(args[0])).put(args[1] + i, Secret.of("secret" + i), Secret.of("master password"));
        }
    }
}
