// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.ExifBuilder.Dir;

/** Broken files of every kind: never an exception, never a hang, and what comes out is read again without surprise. */
class FuzzTest extends Handling {

    private static final int ROUNDS = 20_000;
    private static final int DECODED_EACH = 40;
    private static final int[] TEMPTING = {0x00, 0xFF, 0xD8, 0xD9, 0xDA, 0xC0, 0xC4, 0xE1, 0x7F, 0x80, 0x01};

    private static List<byte[]> seeds() {
        ExifBuilder little = ExifBuilder.littleEndian().text(Dir.MAIN, 0x010F, "ACME").number(Dir.MAIN, 0x0112, 6)
                .text(Dir.EXIF, 0xA434, "Lens").text(Dir.EXIF, 0xA431, "SN").number(Dir.INTEROP, 1, 2).paris()
                .value(Dir.EXIF, 0x927C, 7, 9, new byte[9]);
        ExifBuilder big = ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 8).text(Dir.EXIF, 0x9003,
                "2026:05:04 03:02:01").paris().thumbnail(Jpegs.photo(8, 8));
        byte[] small = Jpegs.photo(24, 16);
        return List.of(
                Jpegs.with(small, Jpegs.exif(little), Jpegs.xmp("exif:GPSLatitude='48,51.4N' tiff:Orientation='6'")),
                Jpegs.with(small, Jpegs.exif(big), Jpegs.iptc(90, "Paris", 120, "A tower")),
                Jpegs.join(Jpegs.with(small, Jpegs.segment(Jpegs.APP2, "MPF\0",
                        ExifBuilder.bigEndian().number(Dir.MAIN, 0xB001, 2).tiff()),
                        Jpegs.segment(Jpegs.COM, "hi", new byte[3]),
                        Jpegs.segment(0xEE, "Adobe\0\144", new byte[5])), small),
                Jpegs.with(Jpegs.progressive(24, 16),
                        Jpegs.segment(Jpegs.APP2, "ICC_PROFILE\0\1\1", profileHead()), Jpegs.exif(little)),
                Jpegs.gray(9, 9));
    }

    private static byte[] profileHead() {
        byte[] profile = new byte[180];
        byte[] tags = "\0\0\0\1desc\0\0\0\220\0\0\0\30desc\0\0\0\0\0\0\0\5sRGB".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(tags, 0, profile, 128, tags.length);
        return profile;
    }

    private static byte[] mutated(byte[] seed, List<byte[]> seeds, Random random) {
        byte[] bytes = seed.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(Math.max(1, bytes.length));
            switch (random.nextInt(8)) {
                case 0 -> bytes = Arrays.copyOf(bytes, at);
                case 1 -> bytes = Jpegs.splice(bytes, Math.min(at, bytes.length), new byte[1 + random.nextInt(5)]);
                case 2 -> bytes = Jpegs.join(Arrays.copyOf(bytes, at),
                        Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(40)), bytes.length));
                case 3 -> {
                    byte[] other = seeds.get(random.nextInt(seeds.size()));
                    int from = random.nextInt(other.length);
                    bytes = Jpegs.splice(bytes, at,
                            Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(300))));
                }
                case 4, 5 -> set(bytes, at, TEMPTING[random.nextInt(TEMPTING.length)]);
                default -> set(bytes, at, random.nextInt(256));
            }
        }
        return bytes;
    }

    private static void set(byte[] bytes, int at, int value) {
        if (at < bytes.length) {
            bytes[at] = (byte) value;
        }
    }

    @Test
    @Timeout(60)
    void nothingBreaksIt() throws IOException {
        List<byte[]> seeds = seeds();
        Random random = new Random(20_260_504);
        List<String> codes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] jpeg = mutated(seeds.get(round % seeds.size()), seeds, random);
            Report report = inspect(jpeg);
            assertThat(report.type()).isEqualTo("image/jpeg");
            report.findings().forEach(finding -> codes.add(finding.code()));
            checkStripped(jpeg, report, round % 2 == 0 ? "location" : "all");
            if (round % DECODED_EACH == 0) {
                checkResized(jpeg);
            }
        }
        assertThat(codes).as("the mutations reach all corners").contains("jpeg.truncated", "jpeg.not-jpeg",
                "jpeg.bad-table", "jpeg.bad-frame", "jpeg.bad-scan", "jpeg.stray", "jpeg.trailing", "jpeg.corrupt",
                "jpeg.no-table", "jpeg.no-huffman", "jpeg.bomb", "exif.damaged", "exif.orientation", "jpeg.location");
    }

    private void checkStripped(byte[] jpeg, Report before, String strip) throws IOException {
        Prepared prepared = prepare(jpeg, Map.of("jpeg.strip", strip));
        byte[] out = Jpegs.bytes(prepared.source());
        assertThat(out.length).isEqualTo((int) prepared.length()).isLessThanOrEqualTo(jpeg.length);
        Report after = inspect(out);
        assertThat(after.finding("jpeg.location")).isEmpty();
        assertThat(after.finding("jpeg.trailing")).isEmpty();
        assertThat(after.fact("width")).isEqualTo(before.fact("width"));
        assertThat(after.fact("height")).isEqualTo(before.fact("height"));
        assertThat(Arrays.equals(prepared(out, "jpeg.strip", strip), out)).as("stripping twice changes nothing more")
                .isTrue();
    }

    private void checkResized(byte[] jpeg) throws IOException {
        Prepared prepared = prepare(jpeg, Map.of("jpeg.max-edge", "5"));
        Report after = inspect(Jpegs.bytes(prepared.source()));
        boolean unchanged = prepared.changes().isEmpty();
        assertThat(unchanged || after.worst().filter(Finding.Severity.BROKEN::equals).isEmpty()).isTrue();
        HANDLER.thumbnail(prepared.source(), after, 4, Jpegs.call(scratch));
    }
}
