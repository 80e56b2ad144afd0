// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;

class SpliceTest {

    private static final Source ALPHABET = Source.of("abc.txt", bytes("abcdefghij"));

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void putsRangesAndBytesTogether() throws IOException {
        Splice splice = Splice.of(ALPHABET).keep(0, 2).keep(2, 1).put(bytes("--")).keep(7, 0).keep(8, 2)
                .put(new byte[0]).build();

        assertThat(splice.length()).isEqualTo(7);
        assertThat(text(splice)).isEqualTo("abc--ij");
        assertThat(text(splice)).as("a second time").isEqualTo("abc--ij");
        assertThat(splice.name()).isEqualTo("abc.txt");
    }

    @Test
    void goesBackInItsSource() throws IOException {
        assertThat(text(Splice.of(ALPHABET).keep(5, 3).keep(1, 2).keep(9, 1).build())).isEqualTo("fghbcj");
    }

    @Test
    void mayBeEmpty() throws IOException {
        assertThat(text(Splice.of(ALPHABET).build())).isEmpty();
    }

    @Test
    void readsTheSameInPiecesOfAnySize() throws IOException {
        byte[] content = new byte[5000];
        new Random(1).nextBytes(content);
        Splice splice = Splice.of(Source.of("r", content)).keep(10, 3000).put(new byte[] {1, 2, 3}).keep(100, 4900)
                .build();
        byte[] whole;
        try (InputStream in = splice.open()) {
            whole = in.readAllBytes();
        }
        for (int size : new int[] {1, 7, 4096}) {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            try (InputStream in = splice.open()) {
                byte[] piece = new byte[size];
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    out.write(piece, 0, n);
                }
            }
            assertThat(out.toByteArray()).isEqualTo(whole);
        }
        assertThat(whole).hasSize(7903);
    }

    @Test
    void saysSoWhenTheSourceIsTooShort() throws IOException {
        assertThatThrownBy(() -> text(Splice.of(ALPHABET).keep(5, 6).build()))
                .isInstanceOf(EOFException.class).hasMessageContaining("abc.txt");
        assertThatThrownBy(() -> text(Splice.of(ALPHABET).keep(20, 6).build())).isInstanceOf(EOFException.class);
    }

    @Test
    void refusesAFileThatWasWrittenToSince() throws IOException {
        Path file = Files.write(folder.resolve("photo.jpg"), bytes("0123456789"));
        Splice splice = Splice.of(Source.of(file)).keep(0, 5).build();
        assertThat(text(splice)).isEqualTo("01234");

        Files.write(file, bytes("9876543210!"));

        assertThatThrownBy(splice::open).isInstanceOf(ContentChangedException.class);
        assertThatThrownBy(splice::length).isInstanceOf(ContentChangedException.class);
    }

    @Test
    void refusesNegativeRanges() {
        assertThatThrownBy(() -> Splice.of(ALPHABET).keep(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Splice.of(ALPHABET).keep(1, -2)).isInstanceOf(IllegalArgumentException.class);
    }
}
