// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.internal.eml.HeaderFields;
import org.wirepost.mime.internal.header.EncodedWordDecoder;

/** Makes {@link EmlHeaders} of the fields of a message file. */
final class EmlHeaderReader {

    private EmlHeaderReader() {
    }

    static EmlHeaders read(Source source) throws IOException {
        HeaderFields fields = HeaderFields.read(source);
        List<Mailbox> from = mailboxes(addresses(fields, "from"));
        List<Mailbox> sender = mailboxes(addresses(fields, "sender"));
        return new EmlHeaders(from, sender.stream().findFirst(), addresses(fields, "to"), addresses(fields, "cc"),
                addresses(fields, "bcc"), fields.values("message-id").stream().findFirst().flatMap(EmlHeaderReader::id),
                EncodedWordDecoder.decode(String.join(" ", fields.values("subject"))));
    }

    private static List<Address> addresses(HeaderFields fields, String name) throws AddressException {
        List<Address> addresses = new ArrayList<>();
        for (String value : fields.values(name)) {
            for (Address address : AddressParser.parseList(value)) {
                addresses.add(decoded(address));
            }
        }
        return addresses;
    }

    private static Address decoded(Address address) {
        if (address instanceof Group group) {
            String name = EncodedWordDecoder.decode(group.name());
            return new Group(name.isBlank() ? group.name() : name,
                    group.members().stream().map(EmlHeaderReader::decoded).toList());
        }
        return decoded((Mailbox) address);
    }

    private static Mailbox decoded(Mailbox mailbox) {
        return new Mailbox(EncodedWordDecoder.decode(mailbox.displayName()), mailbox.localPart(), mailbox.domain());
    }

    private static List<Mailbox> mailboxes(List<Address> addresses) {
        return addresses.stream().flatMap(address -> address.mailboxes().stream()).toList();
    }

    private static Optional<String> id(String value) {
        String id = value.startsWith("<") && value.endsWith(">") ? value.substring(1, value.length() - 1) : value;
        return id.isBlank() ? Optional.empty() : Optional.of(id);
    }
}
