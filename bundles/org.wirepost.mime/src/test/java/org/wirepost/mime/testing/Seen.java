// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A message as a reader sees it.
 *
 * @param subject decoded
 * @param addresses of From, To and Cc, as {@code name|address}, the name decoded
 * @param parts the leaves in order
 */
public record Seen(String subject, List<String> addresses, List<Part> parts) {

    /**
     * A leaf.
     *
     * @param type media type in lower case
     * @param name decoded file name; empty for none
     * @param content length and checksum of the decoded octets
     */
    public record Part(String type, String name, String content) {

        /** Makes a leaf of its octets. */
        public static Part of(String type, String name, byte[] octets) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(octets);
                return new Part(type, name, octets.length + " octets " + HexFormat.of().formatHex(digest, 0, 8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
