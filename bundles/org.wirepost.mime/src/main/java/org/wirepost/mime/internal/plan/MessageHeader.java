// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.time.OffsetDateTime;
import java.util.List;

import org.wirepost.mime.Address;
import org.wirepost.mime.Group;
import org.wirepost.mime.HeaderField;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.internal.header.AddressField;
import org.wirepost.mime.internal.header.CustomField;
import org.wirepost.mime.internal.header.DateField;
import org.wirepost.mime.internal.header.HeaderWriter;
import org.wirepost.mime.internal.header.TextField;

/** Writes the fields of a message up to MIME-Version (RFC 5322 section 3.6). Bcc is not among them. */
final class MessageHeader {

    private static final List<Group> UNDISCLOSED = List.of(new Group("undisclosed-recipients", List.of()));

    private MessageHeader() {
    }

    /**
     * Tells whether an address in the header can only be written in UTF-8.
     *
     * @param message to be written
     * @param limits what the server takes
     * @return whether SMTPUTF8 is needed
     * @throws MimeException when it is needed and not offered
     */
    static boolean needsUtf8(Message message, Limits limits) throws MimeException {
        boolean needed = needsUtf8(message.from(), limits) | needsUtf8(message.replyTo(), limits)
                | needsUtf8(message.to(), limits) | needsUtf8(message.cc(), limits)
                | needsUtf8(message.sender().map(List::of).orElse(List.of()), limits);
        for (HeaderField field : message.headers()) {
            needed |= needsUtf8(CustomField.addresses(field), limits);
        }
        return needed;
    }

    private static boolean needsUtf8(List<? extends Address> addresses, Limits limits) throws MimeException {
        boolean needed = false;
        for (Address address : addresses) {
            for (Mailbox mailbox : address.mailboxes()) {
                if (mailbox.needsUtf8() && !limits.utf8()) {
                    throw new MimeException("The address " + mailbox.addrSpec() + " has letters beyond ASCII before"
                            + " its at sign; this server does not take such addresses (SMTPUTF8). Use another address"
                            + " or another server.");
                }
                needed |= mailbox.needsUtf8();
            }
        }
        return needed;
    }

    /**
     * Writes the fields.
     *
     * @param out takes them
     * @param message to be written
     * @param date shown as Date
     * @param messageId without angle brackets
     * @throws MimeException when a field of the author's own cannot be written
     */
    static void write(HeaderWriter out, Message message, OffsetDateTime date, String messageId) throws MimeException {
        out.simple("Date", DateField.format(date));
        addresses(out, "From", message.from());
        if (message.sender().isPresent()) {
            addresses(out, "Sender", List.of(message.sender().get()));
        }
        addresses(out, "Reply-To", message.replyTo());
        addresses(out, "To", message.to());
        addresses(out, "Cc", message.cc());
        if (message.to().isEmpty() && message.cc().isEmpty() && !message.bcc().isEmpty()) {
            addresses(out, "To", UNDISCLOSED);
        }
        if (!message.subject().isEmpty()) {
            TextField.write(out, "Subject", message.subject());
        }
        out.simple("Message-ID", "<" + messageId + ">");
        ids(out, "In-Reply-To", message.inReplyTo());
        ids(out, "References", message.references());
        for (HeaderField field : message.headers()) {
            CustomField.write(out, field);
        }
        out.simple("MIME-Version", "1.0");
    }

    /** Returns the domain for a message id: the author's, so that the name of this machine stays private. */
    static String idDomain(Message message) {
        return message.from().get(0).asciiDomain();
    }

    private static void addresses(HeaderWriter out, String name, List<? extends Address> addresses) {
        if (!addresses.isEmpty()) {
            AddressField.write(out, name, addresses);
        }
    }

    private static void ids(HeaderWriter out, String name, List<String> ids) {
        if (!ids.isEmpty()) {
            out.begin(name);
            for (String id : ids) {
                out.word("<" + id + ">");
            }
            out.end();
        }
    }

}
