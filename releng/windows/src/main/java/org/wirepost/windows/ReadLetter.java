// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** A letter as Apache Mime4j reads it. */
final class ReadLetter {

    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, byte[]> bodies = new HashMap<>();

    private ReadLetter() {
    }

    static ReadLetter of(byte[] octets) throws IOException {
        ReadLetter letter = new ReadLetter();
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.STRICT);
        stream.parse(new ByteArrayInputStream(octets));
        try {
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state == EntityState.T_FIELD) {
                    letter.take(stream.getField());
                } else if (state == EntityState.T_BODY) {
                    letter.bodies.put(stream.getBodyDescriptor().getMimeType(),
                            stream.getDecodedInputStream().readAllBytes());
                }
            }
        } catch (MimeException e) {
            throw new IOException("This is no message", e);
        }
        return letter;
    }

    /** The first of each name is that of the letter itself. */
    private void take(Field field) {
        headers.putIfAbsent(field.getNameLowerCase(),
                DecoderUtil.decodeEncodedWords(field.getBody().strip(), DecodeMonitor.STRICT));
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    /** Returns the decoded content of the part of a type. */
    byte[] body(String type) {
        return bodies.getOrDefault(type, new byte[0]);
    }
}
