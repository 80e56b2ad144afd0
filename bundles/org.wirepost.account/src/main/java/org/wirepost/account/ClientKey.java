// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;

/** Reads the key and certificate of a TLS client from a PKCS #12 file. */
final class ClientKey {

    private ClientKey() {
    }

    /**
     * Reads a file.
     *
     * @param file a PKCS #12 file
     * @param password its password; empty when it has none
     * @return a store with a key whose certificate is valid now
     * @throws AccountException in one sentence, when it cannot be used
     */
    static KeyStore read(Path file, char[] password) throws AccountException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            requireUsable(keys, file);
            return keys;
        } catch (AccountException e) {
            throw e;
        } catch (FileSystemException e) {
            throw new AccountException("The client certificate " + file + " cannot be read: " + Words.reason(e), e);
        } catch (IOException e) {
            boolean refused = e.getCause() instanceof UnrecoverableKeyException;
            throw new AccountException("The client certificate " + file + " cannot be opened: "
                    + (refused ? "its password is wrong" + (password.length == 0 ? " (none was given)" : "")
                            + ", or it is damaged" : "it is damaged, or no PKCS #12 file"), e);
        } catch (GeneralSecurityException e) {
            throw new AccountException("The client certificate " + file + " is not a PKCS #12 file that can be used",
                    e);
        }
    }

    private static void requireUsable(KeyStore keys, Path file) throws GeneralSecurityException, AccountException {
        Date now = new Date();
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                if (now.after(certificate.getNotAfter())) {
                    throw new AccountException("The client certificate " + file + " expired on "
                            + certificate.getNotAfter().toInstant() + ": get a new one");
                }
                if (now.before(certificate.getNotBefore())) {
                    throw new AccountException("The client certificate " + file + " is not valid before "
                            + certificate.getNotBefore().toInstant());
                }
                return;
            }
        }
        throw new AccountException("The client certificate " + file + " holds no key with a certificate: export "
                + "both into it");
    }
}
