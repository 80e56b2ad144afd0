// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;

/** Reads the key and certificate of a TLS client from a PKCS #12 file. */
final class ClientKey {

    private ClientKey() {
    }

    static KeyStore read(Path file, char[] password) throws AccountException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    return keys;
                }
            }
            throw new AccountException("The client key file " + file + " holds no key with a certificate");
        } catch (AccountException e) {
            throw e;
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof UnrecoverableKeyException;
            String reason = refused ? "its password is wrong, or it is damaged" : Words.reason(e);
            throw new AccountException("The client key file " + file + " cannot be read: " + reason, e);
        } catch (GeneralSecurityException e) {
            throw new AccountException("The client key file " + file + " is not a PKCS #12 file that can be used", e);
        }
    }
}
