// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** Angus Mail, strict. */
public final class AngusReader implements MessageReader {

    @Override
    public String name() {
        return "Angus Mail";
    }

    @Override
    public List<Seen> read(List<byte[]> messages) throws Exception {
        List<Seen> seen = new ArrayList<>();
        for (byte[] message : messages) {
            seen.add(read(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message))));
        }
        return seen;
    }

    private static Seen read(MimeMessage message) throws Exception {
        List<String> addresses = new ArrayList<>();
        addAll(addresses, message.getFrom());
        addAll(addresses, message.getRecipients(Message.RecipientType.TO));
        addAll(addresses, message.getRecipients(Message.RecipientType.CC));
        List<Seen.Part> parts = new ArrayList<>();
        collect(message, parts);
        return new Seen(Optional.ofNullable(message.getSubject()).orElse(""), addresses, parts);
    }

    private static void addAll(List<String> to, jakarta.mail.Address[] addresses) throws Exception {
        if (addresses == null) {
            return;
        }
        for (jakarta.mail.Address address : addresses) {
            InternetAddress internet = (InternetAddress) address;
            if (internet.isGroup()) {
                addAll(to, internet.getGroup(false));
            } else {
                to.add(Optional.ofNullable(internet.getPersonal()).orElse("") + "|" + internet.getAddress());
            }
        }
    }

    private static void collect(Part part, List<Seen.Part> parts) throws Exception {
        if (part.getContent() instanceof MimeMultipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), parts);
            }
        } else if (part.getContent() instanceof MimeMessage inner) {
            collect(inner, parts);
        } else {
            parts.add(Seen.Part.of(new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(part.getFileName()).orElse(""),
                    part.getInputStream().readAllBytes()));
        }
    }
}
