// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan has decided for one part of a message.
 *
 * @param path place in the tree: the message itself is {@code 1}, its parts {@code 1.1}, {@code 1.2} and so on; the
 *        message within a message/rfc822 part is its only child
 * @param type media type in lower case, without parameters
 * @param fileName file name, if the part has one
 * @param encoding transfer encoding
 * @param reason why this encoding, in words, with counts and the first offset that decided
 * @param sourceSize octets before encoding; for a multipart, the size of its body
 * @param header the part's header lines with the empty line after them
 * @param body the part's body as encoded
 * @param children the parts of a multipart, the message of a message/rfc822
 */
public record PartPlan(String path, String type, Optional<String> fileName, TransferEncoding encoding, String reason,
        long sourceSize, Range header, Range body, List<PartPlan> children) {

    /** Checks that nothing is missing. */
    public PartPlan {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fileName, "fileName");
        Objects.requireNonNull(encoding, "encoding");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(body, "body");
        children = List.copyOf(children);
    }

    /**
     * Octets of the message as it is written, before dot-stuffing.
     *
     * @param start offset of the first octet
     * @param end offset after the last octet
     */
    public record Range(long start, long end) {

        /** Returns the number of octets. */
        public long length() {
            return end - start;
        }
    }
}
