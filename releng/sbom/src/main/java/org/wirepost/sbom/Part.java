// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sbom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;

/**
 * A jar that Maven knows.
 *
 * @param group who publishes it
 * @param name its artifact
 * @param version of it
 * @param digest the SHA-256 of its octets, in hexadecimal digits
 */
record Part(String group, String name, String version, String digest) {

    static Part of(String group, String name, String version, Path jar) throws IOException {
        return new Part(group, name, version, digest(jar));
    }

    /** What it is called everywhere. */
    String url() {
        try {
            return new PackageURL(PackageURL.StandardTypes.MAVEN, group, name, version, null, null).canonicalize();
        } catch (MalformedPackageURLException e) {
            throw new IllegalStateException("No package URL for " + this, e);
        }
    }

    static String digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
