// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

import org.wirepost.mime.MimePlan;
import org.wirepost.mime.MimeSink;
import org.wirepost.mime.PartPlan;

/** Takes a message as a server would and checks what has to hold for every one. */
public final class Written implements MimeSink {

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final List<Integer> calls = new ArrayList<>();
    private int transfers;

    private Written() {
    }

    /** Writes a plan and checks size, lines, ranges and that a second writing gives the same. */
    public static Written of(MimePlan plan) {
        try {
            Written written = new Written();
            plan.writeTo(written);
            assertThat(written.octets()).as("size").hasSize((int) plan.size());
            ByteArrayOutputStream again = new ByteArrayOutputStream();
            plan.writeTo(again);
            assertThat(again.toByteArray()).as("second writing").isEqualTo(written.octets());
            written.checkLines(plan);
            written.checkRanges(plan.root(), 0, plan.size());
            plan.verifySources();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkLines(MimePlan plan) {
        String text = text();
        boolean eightBit = text.chars().anyMatch(c -> c > 127);
        if (!plan.needsBinary()) {
            assertThat(plan.needs8Bit()).as("needs 8BITMIME").isEqualTo(eightBit);
            assertThat(text.replace("\r\n", "")).as("no lone CR, LF or NUL").doesNotContain("\r", "\n", "\0");
            assertThat(text.split("\r\n")).as("line length").allMatch(line -> line.length() <= 998);
            assertThat(text).endsWith("\r\n");
        }
    }

    private void checkRanges(PartPlan part, long start, long end) {
        String text = text();
        assertThat(part.header().start()).as(part.path()).isBetween(start, end);
        assertThat(part.header().end()).as(part.path()).isEqualTo(part.body().start());
        assertThat(part.body().end()).as(part.path()).isBetween(part.body().start(), end);
        assertThat(part.reason()).as(part.path()).isNotBlank();
        String header = text.substring((int) part.header().start(), (int) part.header().end());
        assertThat(header).as("header of " + part.path()).endsWith("\r\n");
        for (PartPlan child : part.children()) {
            assertThat(child.path()).startsWith(part.path() + ".");
            checkRanges(child, part.body().start(), part.body().end());
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        calls.add(length);
        all.write(octets, offset, length);
    }

    @Override
    public void writeWithoutDots(byte[] octets, int offset, int length) {
        String block = new String(octets, offset, length, ISO_8859_1);
        assertThat(block).as("block without dots").doesNotContain(".").matches("(?s)[A-Za-z0-9+/=\r\n]*");
        String before = text();
        assertThat(before.isEmpty() || before.endsWith("\n")).as("a block begins a line").isTrue();
        write(octets, offset, length);
    }

    @Override
    public void transfer(FileChannel file, long position, long count) throws IOException {
        transfers++;
        MimeSink.super.transfer(file, position, count);
    }

    public byte[] octets() {
        return all.toByteArray();
    }

    /** Returns the message with one character for each octet. */
    public String text() {
        return all.toString(ISO_8859_1);
    }

    /** Returns the lengths of the blocks. */
    public List<Integer> calls() {
        return calls;
    }

    public int transfers() {
        return transfers;
    }

    /** Returns the body of a part. */
    public String body(PartPlan part) {
        return text().substring((int) part.body().start(), (int) part.body().end());
    }

    /** Returns the header of a part. */
    public String header(PartPlan part) {
        return text().substring((int) part.header().start(), (int) part.header().end());
    }
}
