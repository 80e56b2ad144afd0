// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * A message as mime4j reads it.
 *
 * @param subject decoded
 * @param bodies of the leaves in order, decoded
 * @param fileNames of the leaves in order, decoded; empty for none
 */
record Seen(String subject, List<byte[]> bodies, List<String> fileNames) {

    static Seen of(byte[] octets) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1).build());
        Message message = builder.parseMessage(new ByteArrayInputStream(octets));
        try {
            Seen seen = new Seen(Optional.ofNullable(message.getSubject()).orElse(""), new ArrayList<>(),
                    new ArrayList<>());
            seen.collect(message);
            return seen;
        } finally {
            message.dispose();
        }
    }

    private void collect(Entity entity) throws IOException {
        if (entity.getBody() instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                collect(part);
            }
        } else if (entity.getBody() instanceof SingleBody body) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            body.writeTo(content);
            bodies.add(content.toByteArray());
            fileNames.add(Optional.ofNullable(entity.getFilename()).orElse(""));
        }
    }
}
