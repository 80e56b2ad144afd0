// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.mime.Attachment;
import org.wirepost.mime.Disposition;
import org.wirepost.mime.InvalidFieldException;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.Source;

/**
 * Messages made of anything, written for every kind of server and read by mime4j. The input's fields are separated by
 * U+001E: display name, subject, plain text, HTML text, file name, file type, header value, content of the file.
 */
class MimeFuzzTest {

    private static final int FIELDS = 8;
    private static final List<String> NAMES = List.of("from", "to", "subject", "date", "message-id", "mime-version",
            "content-type", "content-transfer-encoding", "content-disposition", "x-fuzz");

    @FuzzTest
    void message(byte[] input) throws Exception {
        String[] fields = new String(input, ISO_8859_1).split("\u001E", FIELDS);
        byte[] content = field(fields, 7).getBytes(ISO_8859_1);
        Message message;
        try {
            message = message(fields, content);
        } catch (InvalidFieldException e) {
            Sentence.check(e);
            return;
        }
        for (Limits limits : List.of(Limits.SEVEN_BIT, Limits.EIGHT_BIT, Limits.BINARY)) {
            try {
                check(message, content, MimePlan.of(message, limits, PlanSettings.seeded(7)));
            } catch (MimeException e) {
                Sentence.check(e);
            }
        }
    }

    private static String field(String[] fields, int index) {
        return index < fields.length ? fields[index] : "";
    }

    private static String text(String[] fields, int index) {
        return new String(field(fields, index).getBytes(ISO_8859_1), UTF_8);
    }

    private static Message message(String[] fields, byte[] content) {
        Message.Builder message = Message.builder().from(new Mailbox(text(fields, 0), "a", "example.org"))
                .to(new Mailbox("b", "example.org")).subject(text(fields, 1)).text(text(fields, 2))
                .header("X-Fuzz", text(fields, 6));
        if (fields.length > 3 && !fields[3].isEmpty()) {
            message.html(text(fields, 3));
        }
        if (fields.length > 4) {
            String type = field(fields, 5).isEmpty() ? "application/octet-stream" : text(fields, 5);
            message.attach(new Attachment(Source.of("x", content), type, text(fields, 4), Disposition.ATTACHMENT,
                    Optional.empty()));
        }
        return message.build();
    }

    private static void check(Message message, byte[] content, MimePlan plan) throws IOException {
        Written written = Written.of(plan);
        assertThat(NAMES).containsAll(written.fieldNames());
        assertThat(written.fieldNames()).doesNotHaveDuplicates();
        if (isTooOddForTheReader(message)) {
            return;
        }
        Seen seen = Seen.of(written.octets());
        assertThat(bare(seen.subject())).isEqualTo(bare(message.subject()));
        List<byte[]> bodies = new ArrayList<>(seen.bodies());
        assertThat(new String(bodies.get(0), UTF_8).stripTrailing())
                .isEqualTo(message.text().orElseThrow().replaceAll("\r\n?|\n", "\r\n").stripTrailing());
        if (!message.attachments().isEmpty()) {
            assertThat(bodies.get(bodies.size() - 1)).isEqualTo(content);
            assertThat(bare(seen.fileNames().get(bodies.size() - 1)))
                    .isEqualTo(bare(message.attachments().get(0).name()));
        }
    }

    /** An attached message becomes part of the tree, and an invitation an alternative of the text. */
    private static boolean isTooOddForTheReader(Message message) {
        return message.attachments().stream().map(file -> file.type().toLowerCase(java.util.Locale.ROOT))
                .anyMatch(type -> type.contains("message") || type.contains("calendar"));
    }

    /** Readers differ in blanks. */
    private static String bare(String text) {
        return text.replaceAll("[\\h\\v]", "");
    }
}
