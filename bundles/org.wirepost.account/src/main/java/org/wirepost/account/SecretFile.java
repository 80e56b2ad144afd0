// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.Consumer;
import org.wirepost.smtp.auth.Secret;

/** Reads a secret from a file. */
final class SecretFile {

    private SecretFile() {
    }

    static Secret read(Path file, Consumer<String> warnings) throws SecretException {
        String source = "the secret file " + file;
        if (Files.isDirectory(file)) {
            throw new SecretException(SecretText.capital(source) + " is a folder: name the file itself");
        }
        byte[] octets;
        try (InputStream in = Files.newInputStream(file)) {
            octets = in.readNBytes(SecretText.LIMIT + 1);
        } catch (IOException e) {
            throw new SecretException(SecretText.capital(source) + " cannot be read: " + Words.reason(e), e);
        }
        Secret secret = SecretText.firstLine(octets, source);
        if (isReadableByOthers(file)) {
            warnings.accept(SecretText.capital(source) + " can be read by other users: chmod 600 it");
        }
        return secret;
    }

    private static boolean isReadableByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return Files.isRegularFile(file) && (permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ));
        } catch (IOException | UnsupportedOperationException e) {
            // Without POSIX permissions there is nothing to warn of.
            return false;
        }
    }
}
