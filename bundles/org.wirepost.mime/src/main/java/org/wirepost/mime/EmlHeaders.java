// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The address fields of a message file, from which an envelope can be made.
 *
 * @param from the authors
 * @param sender who sent on their behalf
 * @param to the primary recipients
 * @param cc those who get a copy
 * @param bcc those who get a blind copy
 * @param messageId the message id without angle brackets
 * @param subject the subject, decoded; empty for none
 */
public record EmlHeaders(List<Mailbox> from, Optional<Mailbox> sender, List<Address> to, List<Address> cc,
        List<Address> bcc, Optional<String> messageId, String subject) {

    /** Copies the lists. */
    public EmlHeaders {
        from = List.copyOf(from);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    /**
     * Reads the header of a message file; at most 1 MiB of it.
     *
     * @param eml the message
     * @return its fields
     * @throws AddressException when an address field cannot be read, with the place
     * @throws MimeException when the file does not begin with a message header, or the header is longer
     * @throws IOException when the source cannot be read
     */
    public static EmlHeaders read(Source eml) throws IOException {
        return EmlHeaderReader.read(eml);
    }
}
