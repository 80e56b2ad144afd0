// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirepost.mime.Source;

/** The built-in handler of any file. */
class AnyFileTest {

    @TempDir
    private Path folder;

    private Inspection inspect(String name, byte[] content) throws IOException {
        return new Attachments(new Handlers(), Runnable::run, folder).inspect(Source.of(name, content));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 89504E470D0A1A0A0000, image/png",
        "a.dat, 89504E470D0A1A0A0000, image/png",
        "a.gif, 474946383961, image/gif",
        "a, 474946383761, image/gif",
        "a.jpg, FFD8FFE0, image/jpeg",
        "a, 255044462D312E37, application/pdf",
        "report.docx, 504B0304140006, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.odt, 504B03041400, application/vnd.oasis.opendocument.text",
        "a.zip, 504B0506, application/zip",
        "noname, 504B0304, application/zip",
        "a.doc, D0CF11E0A1B11AE1, application/msword",
        "a.tgz, 1F8B0800, application/gzip",
        "a.webp, 5249464600000000574542505650, image/webp",
        "a.wav, 524946460000000057415645, audio/wav",
        "a.heic, 000000186674797068656963, image/heic",
        "a.mp4, 00000018667479706D703432, video/mp4",
        "a.m4a, 00000018667479704D344120, audio/mp4",
        "a.mov, 000000146674797071742020, video/quicktime",
        "a.mkv, 1A45DFA3, video/x-matroska",
        "a.ogg, 4F67675300, audio/ogg",
        "a.opus, 4F67675300, audio/ogg",
        "a.flac, 664C6143, audio/flac",
        "a.mp3, 494433030000, audio/mpeg",
        "a.mp3, FFFB9064, audio/mpeg",
        "a.ics, 424547494E3A5643414C454E444152, text/calendar",
        "meeting, 424547494E3A5643414C454E444152, text/calendar",
        "a.exe, 4D5A900003000000, application/vnd.microsoft.portable-executable",
        "a.xyz, 00010203, application/octet-stream",
        "a.xyz, 48656C6C6F0A, text/plain",
        "README, C3A4C3B6, text/plain",
        "data.csv, 612C62, text/csv",
        "MZ.txt, 4D5A206973206120746578740A, text/plain"})
    void findsTheTypeBySignatureElseByName(String name, String hex, String type) throws IOException {
        assertThat(inspect(name, HexFormat.of().parseHex(hex)).report().type()).isEqualTo(type);
    }

    @Test
    void knowsTheSignatureBehindTheFirstBytesOfATarArchive() throws IOException {
        byte[] tar = new byte[600];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        assertThat(inspect("backup", tar).report().type()).isEqualTo("application/x-tar");
    }

    @Test
    void saysWhenNameAndContentDisagree() throws IOException {
        byte[] png = HexFormat.of().parseHex("89504E470D0A1A0A");
        assertThat(inspect("photo.jpg", png).report().finding("name.mismatch").orElseThrow().message())
                .isEqualTo("photo.jpg is named like image/jpeg, but its content is image/png.");
        assertThat(inspect("photo.PNG", png).report().findings()).isEmpty();
        assertThat(inspect("photo.bin", png).report().findings()).isEmpty();
        assertThat(inspect("letter.docx", HexFormat.of().parseHex("504B0304")).report().findings()).isEmpty();
    }

    @Test
    void warnsOfAnEmptyFileAndOfTypesThatManyRefuse() throws IOException {
        assertThat(inspect("notes.txt", new byte[0]).report().finding("file.empty").orElseThrow().severity())
                .isEqualTo(Finding.Severity.WARN);
        assertThat(inspect("notes.txt", new byte[0]).report().type()).isEqualTo("text/plain");
        assertThat(inspect("setup.exe", new byte[] {1}).report().finding("file.refused-type")).isPresent();
        assertThat(inspect("setup.exe", new byte[1500]).report().fact("size").orElseThrow().words())
                .isEqualTo("1.5 kB");
    }

    @Test
    void sendsAnyFileAsItIs() throws IOException {
        Source source = Source.of("a.bin", new byte[] {1, 2, 3});
        Attachments attachments = new Attachments(new Handlers(), Runnable::run, folder);
        try (Prepared prepared = attachments.prepare(attachments.inspect(source), java.util.Map.of())) {
            assertThat(prepared.source()).isSameAs(source);
            assertThat(prepared.changes()).isEmpty();
            assertThat(prepared.length()).isEqualTo(3);
        }
    }
}
