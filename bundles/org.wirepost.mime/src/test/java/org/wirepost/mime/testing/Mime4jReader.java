// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** Apache mime4j. */
public final class Mime4jReader implements MessageReader {

    @Override
    public String name() {
        return "mime4j";
    }

    @Override
    public List<Seen> read(List<byte[]> messages) throws Exception {
        List<Seen> seen = new ArrayList<>();
        for (byte[] message : messages) {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(new MimeConfig.Builder().setStrictParsing(true).setMaxLineLen(1000)
                    .setMaxHeaderLen(-1).setMaxHeaderCount(-1).build());
            builder.setDecodeMonitor(DecodeMonitor.STRICT);
            Message parsed = builder.parseMessage(new ByteArrayInputStream(message));
            seen.add(read(parsed));
            parsed.dispose();
        }
        return seen;
    }

    private static Seen read(Message message) throws Exception {
        List<String> addresses = new ArrayList<>();
        if (message.getFrom() != null) {
            message.getFrom().forEach(mailbox -> addresses.add(text(mailbox)));
        }
        addAll(addresses, message.getTo());
        addAll(addresses, message.getCc());
        List<Seen.Part> parts = new ArrayList<>();
        collect(message, parts);
        return new Seen(Optional.ofNullable(message.getSubject()).orElse(""), addresses, parts);
    }

    private static void addAll(List<String> to, List<Address> addresses) {
        if (addresses == null) {
            return;
        }
        for (Address address : addresses) {
            if (address instanceof Group group) {
                group.getMailboxes().forEach(mailbox -> to.add(text(mailbox)));
            } else {
                to.add(text((Mailbox) address));
            }
        }
    }

    private static String text(Mailbox mailbox) {
        return Optional.ofNullable(mailbox.getName()).orElse("") + "|" + mailbox.getAddress();
    }

    private static void collect(Entity entity, List<Seen.Part> parts) throws Exception {
        if (entity.getBody() instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                collect(part, parts);
            }
        } else if (entity.getBody() instanceof Message inner) {
            collect(inner, parts);
        } else {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            ((SingleBody) entity.getBody()).writeTo(content);
            parts.add(Seen.Part.of(entity.getMimeType(), Optional.ofNullable(entity.getFilename()).orElse(""),
                    content.toByteArray()));
        }
    }
}
