// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.MimeException;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;
import org.wirepost.mime.internal.text.FieldCheck;

/** The fields of a message file's header, unfolded; nothing behind the header is read. */
public final class HeaderFields {

    private static final long LONGEST = 1 << 20;

    private final Map<String, List<String>> values = new HashMap<>();
    private final FieldBuffer field = new FieldBuffer();

    private HeaderFields() {
    }

    /**
     * Reads a header.
     *
     * @param source a message
     * @return its fields
     * @throws IOException when it has no header, or one over 1 MiB, or cannot be read
     */
    public static HeaderFields read(Source source) throws IOException {
        HeaderFields fields = new HeaderFields();
        try (SourceReader reader = SourceReader.open(source, SourceStamp.of(source))) {
            LineCursor lines = new LineCursor(reader);
            while (lines.next() && !(lines.opensLine() && lines.length() == 0)) {
                if (lines.after().file() > LONGEST) {
                    throw refused(source, "its header is longer than 1 MiB", LONGEST);
                }
                if (!fields.add(lines)) {
                    throw refused(source, "a header field such as \"Subject: …\" is expected at offset "
                            + lines.place().file(), lines.place().file());
                }
            }
        }
        fields.endField();
        return fields;
    }

    /**
     * Returns the values of a field, in order.
     *
     * @param name in lower case
     * @return one for each time it occurs
     */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    private boolean add(LineCursor line) {
        switch (field.shape(line)) {
            case CONTINUATION -> field.add(line);
            case FIELD -> {
                endField();
                field.begin(line);
            }
            default -> {
                // The separator of an mbox file may stand at the top.
                return line.place().file() == 0 && line.startsWith("From ");
            }
        }
        return true;
    }

    private void endField() {
        field.take().ifPresent(taken -> {
            String text = text(taken.octets());
            int colon = text.indexOf(':');
            values.computeIfAbsent(text.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(text.substring(colon + 1).strip());
        });
    }

    /** Raw letters beyond ASCII are UTF-8 today and were mostly Latin-1 once. */
    private static String text(byte[] octets) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    }

    private static MimeException refused(Source source, String why, long offset) {
        return new MimeException("\"" + FieldCheck.visible(source.name()) + "\" is no message: " + why + ".",
                Optional.of(source.name()), OptionalLong.of(offset), null);
    }
}
