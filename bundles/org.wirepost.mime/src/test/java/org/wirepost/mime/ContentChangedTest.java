// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that changes between planning and sending is noticed, and never is more written than was announced. */
class ContentChangedTest {

    private static final Mailbox JANE = new Mailbox("jane", "example.org");
    private static final List<String> TYPES = List.of("application/x-test", "text/plain", "message/rfc822");

    @TempDir
    Path folder;

    /** A source whose content can be replaced. */
    private static final class Changing implements Source {

        private byte[] content;

        Changing(String content) {
            this.content = content.getBytes(US_ASCII);
        }

        @Override
        public String name() {
            return "changing";
        }

        @Override
        public long length() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    @Test
    void noticesAFileThatGrewShrankOrWasTouchedBeforeSending() throws IOException {
        for (String type : TYPES) {
            for (Limits limits : List.of(Limits.SEVEN_BIT, Limits.BINARY)) {
                for (int change = 0; change < 4; change++) {
                    Path file = folder.resolve("f");
                    Files.writeString(file, "Subject: x\r\n\r\n" + "line\r\n".repeat(10_000));
                    MimePlan plan = plan(Source.of(file), type, limits);
                    plan.verifySources();
                    change(file, change);
                    assertThatThrownBy(plan::verifySources).isInstanceOf(ContentChangedException.class)
                            .hasMessageContaining("\"f\"");
                    assertFailsWithinItsSize(plan);
                }
            }
        }
    }

    private static void change(Path file, int kind) throws IOException {
        switch (kind) {
            case 0 -> Files.writeString(file, "more\r\n", StandardOpenOption.APPEND);
            case 1 -> Files.writeString(file, "Subject: x\r\n\r\n");
            case 2 -> Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            default -> {
                Path other = file.resolveSibling("other");
                FileTime time = Files.getLastModifiedTime(file);
                Files.copy(file, other);
                Files.setLastModifiedTime(other, time);
                Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    @Test
    void noticesAVanishedFile() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "x");
        MimePlan plan = plan(Source.of(file), "application/x-test", Limits.SEVEN_BIT);
        Files.delete(file);
        assertThatThrownBy(plan::verifySources).hasMessageContaining("does not exist");
    }

    @Test
    void noticesAStreamOfAnotherLengthWhileSending() throws IOException {
        String content = "Subject: x\r\n\r\n" + "line\r\n".repeat(30_000);
        for (String type : TYPES) {
            for (String other : List.of("", "short", content + "x", content.substring(1))) {
                Changing source = new Changing(content);
                MimePlan plan = plan(source, type, Limits.SEVEN_BIT);
                source.content = other.getBytes(US_ASCII);
                assertFailsWithinItsSize(plan);
            }
        }
    }

    @Test
    void noticesWhenLinesAreNoLongerWhatTheEncodingNeeds() throws IOException {
        String lines = "Subject: x\r\n\r\nline\r\nline\r\n";
        for (String other : List.of("Subject: x\r\n\r\nline\r\nlin\n\n", "Subject: x\r\n\r\nline\r\nlin\u00E4\r\n")) {
            for (String type : List.of("text/plain", "message/rfc822")) {
                Changing source = new Changing(lines);
                MimePlan plan = plan(source, type, Limits.SEVEN_BIT);
                source.content = other.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                assertFailsWithinItsSize(plan);
            }
        }
    }

    @Test
    void noticesWhenQuotedPrintableBecomesAnotherNumberOfOctets() throws IOException {
        for (String other : List.of("===== some text that is readable\n", "aaaaa some text that is readable  ")) {
            Changing source = new Changing("aaaaa some text that is readable\n");
            MimePlan plan = plan(source, "text/plain", Limits.SEVEN_BIT);
            assertThat(plan.root().children().get(1).encoding()).isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
            source.content = other.substring(0, source.content.length).getBytes(US_ASCII);
            assertFailsWithinItsSize(plan);
        }
    }

    @Test
    void noticesAFileThatIsCutWhileItIsBeingSent() throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[2_000_000]);
        MimePlan plan = plan(Source.of(file), "application/x-test", Limits.SEVEN_BIT);
        List<Integer> calls = new ArrayList<>();
        assertThatThrownBy(() -> plan.writeTo((MimeSink) (octets, offset, length) -> {
            calls.add(length);
            if (calls.size() == 3) {
                Files.write(file, new byte[10]);
            }
        })).isInstanceOf(ContentChangedException.class);
        assertThat(calls).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void saysThatTheSourceFailedAndNotTheNetwork() throws IOException {
        Source failing = new Source() {
            @Override
            public String name() {
                return "disk";
            }

            @Override
            public long length() {
                return 10;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("input/output error");
                    }
                };
            }
        };
        MimePlan plan = plan(failing, "application/x-test", Limits.SEVEN_BIT);
        assertThatThrownBy(() -> plan.writeTo(new ByteArrayOutputStream())).isInstanceOf(MimeException.class)
                .hasMessageContaining("\"disk\"").hasMessageContaining("input/output error");
        IOException network = new IOException("connection reset");
        assertThatThrownBy(() -> plan(Source.of("x", new byte[500_000]), "image/png", Limits.SEVEN_BIT)
                .writeTo((MimeSink) (octets, offset, length) -> {
                    throw network;
                })).isSameAs(network);
    }

    private static void assertFailsWithinItsSize(MimePlan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> plan.writeTo(out)).isInstanceOf(ContentChangedException.class);
        assertThat((long) out.size()).isLessThanOrEqualTo(plan.size());
        assertThat(out.toString(US_ASCII)).as("the message is not complete").doesNotEndWith("--\r\n");
    }

    private static MimePlan plan(Source source, String type, Limits limits) throws IOException {
        Message message = Message.builder().from(JANE).to(JANE).text("x").attach(Attachment.of(source, type)).build();
        return MimePlan.of(message, limits, PlanSettings.standard());
    }
}
