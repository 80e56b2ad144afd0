// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Finding.Severity;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.ExifBuilder.Dir;

class InspectTest extends Handling {

    private static final byte[] PHOTO = Jpegs.photo(64, 48);

    private static String fact(Report report, String name) {
        return report.fact(name).map(Fact::value).orElse("none");
    }

    private static Severity severity(Report report, String code) {
        return report.finding(code).map(Finding::severity).orElse(null);
    }

    private static byte[] patched(byte[] jpeg, int marker, int offset, int value) {
        byte[] copy = jpeg.clone();
        copy[Jpegs.indexOf(copy, new byte[] {(byte) 0xFF, (byte) marker}, 2) + offset] = (byte) value;
        return copy;
    }

    @Test
    void recognisesByContentAndByName() {
        byte[] start = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        assertThat(HANDLER.match(new Probe("a.dat", 9, start))).isEqualTo(Match.magic("image/jpeg"));
        assertThat(HANDLER.match(new Probe("a.JPE", 9, new byte[9]))).isEqualTo(Match.name("image/jpeg"));
        assertThat(HANDLER.match(new Probe("a.png", 9, new byte[9]))).isEqualTo(Match.NONE);
    }

    @Test
    void describesAnOrdinaryPhoto() throws IOException {
        Report report = inspect(PHOTO);
        assertThat(report.findings()).isEmpty();
        assertThat(report.facts()).contains(Fact.of("width", 64), Fact.of("height", 48),
                new Fact("pixels", "3072", "64 × 48"), new Fact("orientation", "1", "upright"),
                new Fact("colour", "YCbCr", "YCbCr, 4:2:0"), Fact.of("coding", "baseline"),
                new Fact("quality", "90", "about 90 of 100"));
    }

    @Test
    void tellsProgressiveAndGray() throws IOException {
        assertThat(fact(inspect(Jpegs.progressive(40, 40)), "coding")).isEqualTo("progressive");
        assertThat(fact(inspect(Jpegs.gray(40, 40)), "colour")).isEqualTo("gray");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsCameraDataInBothByteOrders(boolean little) throws IOException {
        ExifBuilder exif = (little ? ExifBuilder.littleEndian() : ExifBuilder.bigEndian())
                .text(Dir.MAIN, 0x010F, "ACME").text(Dir.MAIN, 0x0110, "One").number(Dir.MAIN, 0x0112, 6)
                .text(Dir.EXIF, 0x9003, "2026:05:04 03:02:01").text(Dir.EXIF, 0x9011, "+02:00")
                .fractions(Dir.EXIF, 0x829A, 1, 125).fractions(Dir.EXIF, 0x829D, 28, 10).number(Dir.EXIF, 0x8827, 400)
                .text(Dir.EXIF, 0xA434, "50mm ƒ/2").text(Dir.EXIF, 0xA431, "SN-42").paris()
                .thumbnail(Jpegs.photo(16, 12));
        Report report = inspect(Jpegs.with(PHOTO, Jpegs.exif(exif)));

        assertThat(report.facts()).contains(Fact.of("make", "ACME"), Fact.of("model", "One"),
                Fact.of("lens", "50mm ƒ/2"), new Fact("taken", "2026-05-04T03:02:01+02:00",
                        "2026-05-04 03:02:01+02:00"),
                Fact.of("settings", "1/125 s, f/2.8, ISO 400"), Fact.of("serial", "SN-42"),
                new Fact("gps", "48.858223,2.294501", "48°51'29.6\" N, 2°17'40.2\" E"),
                new Fact("altitude", "330.1", "330.1 m"));
        assertThat(report.fact("orientation").orElseThrow().words()).contains("clockwise");
        assertThat(report.fact("pixels").orElseThrow().words()).as("as seen").startsWith("48 × 64");
        assertThat(report.fact("thumbnail")).isPresent();
        assertThat(severity(report, "jpeg.location")).isEqualTo(Severity.WARN);
        assertThat(report.finding("jpeg.location").orElseThrow().message()).contains("48°51'29.6\" N")
                .contains("jpeg.strip=location");
        assertThat(severity(report, "jpeg.serial")).isEqualTo(Severity.INFO);
    }

    @Test
    void knowsSouthAndWest() throws IOException {
        ExifBuilder exif = ExifBuilder.bigEndian().text(Dir.GPS, 1, "S").fractions(Dir.GPS, 2, 33, 1, 3150, 100, 0, 1)
                .text(Dir.GPS, 3, "W").fractions(Dir.GPS, 4, 70, 1, 30, 1, 0, 1).number(Dir.MAIN, 0x0112, 1);
        assertThat(fact(inspect(Jpegs.with(PHOTO, Jpegs.exif(exif))), "gps")).isEqualTo("-33.525000,-70.500000");
    }

    @Test
    void aPlaceDividedByZeroIsNone() throws IOException {
        ExifBuilder exif = ExifBuilder.bigEndian().fractions(Dir.GPS, 2, 0, 0, 0, 0, 0, 0)
                .fractions(Dir.GPS, 4, 0, 0, 0, 0, 0, 0).number(Dir.MAIN, 0x0112, 1);
        Report report = inspect(Jpegs.with(PHOTO, Jpegs.exif(exif)));
        assertThat(report.fact("gps")).isEmpty();
        assertThat(report.finding("jpeg.location")).isEmpty();
    }

    @Test
    void findsThePlaceInXmpAndIptcToo() throws IOException {
        Report xmp = inspect(Jpegs.with(PHOTO,
                Jpegs.xmp("xmlns:exif='x' exif:GPSLatitude='48,51.4937N' exif:GPSLongitude='2,17,40W'")));
        assertThat(fact(xmp, "gps")).isEqualTo("48.858228,-2.294444");
        assertThat(xmp.finding("jpeg.location").orElseThrow().message()).contains("(XMP)");

        Report city = inspect(Jpegs.with(PHOTO, Jpegs.xmp("photoshop:City='Paris'")));
        assertThat(city.finding("jpeg.location")).isPresent();
        assertThat(city.fact("gps")).isEmpty();

        Report iptc = inspect(Jpegs.with(PHOTO, Jpegs.iptc(5, "Tower", 90, "Paris", 120, "A tower")));
        assertThat(iptc.finding("jpeg.location").orElseThrow().message()).contains("(IPTC)");
        assertThat(fact(iptc, "iptc")).isEqualTo("title, caption, place");
        assertThat(inspect(Jpegs.with(PHOTO, Jpegs.iptc(5, "Tower"), Jpegs.xmp("dc:format='x'"))).findings())
                .isEmpty();
    }

    @Test
    void namesTheColourProfile() throws IOException {
        assertThat(inspect(Jpegs.with(PHOTO, Jpegs.profile())).fact("icc")).isPresent();
        byte[] odd = Jpegs.segment(Jpegs.APP2, "ICC_PROFILE\0\1\1", new byte[200]);
        assertThat(fact(inspect(Jpegs.with(PHOTO, odd)), "icc")).isEqualTo("unnamed");
    }

    @Test
    void readsCommentAndIndexOfPictures() throws IOException {
        byte[] index = ExifBuilder.bigEndian().value(Dir.MAIN, 0xB001, 4, 1, new byte[] {0, 0, 0, 3}).tiff();
        Report report = inspect(Jpegs.with(PHOTO, Jpegs.segment(Jpegs.COM, "Hello\nthere", new byte[0]),
                Jpegs.segment(Jpegs.APP2, "MPF\0", index)));
        assertThat(fact(report, "comment")).isEqualTo("Hello there");
        assertThat(fact(report, "pictures")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "300"})
    void warnsOfAnOrientationThatDoesNotExist(int value) throws IOException {
        Report report = inspect(Jpegs.with(PHOTO, Jpegs.exif(ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, value))));
        assertThat(severity(report, "exif.orientation")).isEqualTo(Severity.WARN);
        assertThat(fact(report, "orientation")).isEqualTo("1");
    }

    @Test
    void seesDirectoriesThatGoInCircles() throws IOException {
        byte[] tiff = ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 1).number(Dir.EXIF, 0x8827, 100).tiff();
        int next = 8 + 2 + 2 * 12;
        tiff[next + 3] = 8;
        assertThat(severity(inspect(Jpegs.with(PHOTO, Jpegs.segment(Jpegs.APP1, "Exif\0\0", tiff))), "exif.loop"))
                .isEqualTo(Severity.WARN);
    }

    @Test
    void saysWhenCameraDataPointOutOfTheFile() throws IOException {
        byte[] tiff = ExifBuilder.littleEndian().text(Dir.MAIN, 0x010F, "A long make").tiff();
        tiff[8 + 2 + 8 + 2] = 0x7F;
        assertThat(severity(inspect(Jpegs.with(PHOTO, Jpegs.segment(Jpegs.APP1, "Exif\0\0", tiff))), "exif.damaged"))
                .isEqualTo(Severity.WARN);
        byte[] none = Jpegs.segment(Jpegs.APP1, "Exif\0\0XX", new byte[20]);
        assertThat(severity(inspect(Jpegs.with(PHOTO, none)), "exif.damaged")).isEqualTo(Severity.WARN);
    }

    @Test
    void noticesAFileCutOffAnywhere() throws IOException {
        int scan = Jpegs.indexOf(PHOTO, new byte[] {(byte) 0xFF, (byte) 0xDA}, 0);
        for (int length = 2; length < PHOTO.length - 1; length++) {
            Report report = inspect(Arrays.copyOf(PHOTO, length));
            assertThat(severity(report, "jpeg.truncated")).as("cut at " + length).isEqualTo(Severity.BROKEN);
            assertThat(report.finding("jpeg.truncated").orElseThrow().offset()).isEqualTo(length);
            assertThat(report.fact("width").isPresent() || length < scan).isTrue();
        }
        assertThat(severity(inspect(new byte[0]), "jpeg.empty")).isEqualTo(Severity.BROKEN);
        assertThat(severity(inspect(new byte[] {(byte) 0xFF}), "jpeg.not-jpeg")).isEqualTo(Severity.BROKEN);
    }

    @Test
    void aMissingEndMarkOfAPictureInPassesIsMilder() throws IOException {
        byte[] jpeg = Jpegs.progressive(64, 64);
        Report report = inspect(Arrays.copyOf(jpeg, jpeg.length - 2));
        assertThat(report.findings()).extracting(Finding::code).containsExactly("jpeg.no-end");
        assertThat(severity(report, "jpeg.no-end")).isEqualTo(Severity.WARN);
    }

    @Test
    void goesThroughFillBytesAndRestartMarkers() throws IOException {
        byte[] filled = Jpegs.before(PHOTO, 0xDB, new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        assertThat(inspect(filled).findings()).isEmpty();

        int end = PHOTO.length - 2;
        byte[] restarts = Jpegs.splice(PHOTO, end - 20, new byte[] {(byte) 0xFF, (byte) 0xD0, (byte) 0xFF, 0});
        assertThat(inspect(restarts).findings()).isEmpty();
        byte[] early = Jpegs.before(PHOTO, 0xDB, new byte[] {(byte) 0xFF, (byte) 0xD3});
        assertThat(severity(inspect(early), "jpeg.corrupt")).isEqualTo(Severity.BROKEN);
    }

    @Test
    void warnsOfBytesThatBelongToNothing() throws IOException {
        Report report = inspect(Jpegs.before(PHOTO, 0xC4, new byte[] {1, 2, 3}));
        assertThat(report.findings()).extracting(Finding::code).containsExactly("jpeg.stray");
        assertThat(report.finding("jpeg.stray").orElseThrow().message()).startsWith("3 bytes");
    }

    @Test
    void goesOnBehindALengthThatCannotBe() throws IOException {
        Report report = inspect(Jpegs.before(PHOTO, 0xDB, new byte[] {(byte) 0xFF, (byte) 0xEA, 0, 1}));
        assertThat(report.finding("jpeg.stray")).isPresent();
        assertThat(fact(report, "width")).isEqualTo("64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"film | of film (a motion photo)", "jpeg | of another JPEG picture",
        "zip | of a ZIP archive", "zeros | of filling", "text | of unknown data"})
    void saysWhatFollowsThePicture(String kind, String words) throws IOException {
        byte[] more = switch (kind) {
            case "film" -> "\0\0\0\30ftypmp42abcdefgh".getBytes(StandardCharsets.ISO_8859_1);
            case "jpeg" -> Jpegs.photo(8, 8);
            case "zip" -> new byte[] {'P', 'K', 3, 4};
            case "zeros" -> new byte[500];
            default -> "hello".getBytes(StandardCharsets.US_ASCII);
        };
        Report report = inspect(Jpegs.join(PHOTO, more));
        Finding finding = report.finding("jpeg.trailing").orElseThrow();
        assertThat(finding.message()).endsWith("follow the picture: " + words + ".");
        assertThat(finding.offset()).isEqualTo(PHOTO.length);
        assertThat(finding.severity()).isEqualTo(kind.equals("zeros") ? Severity.INFO : Severity.WARN);
        assertThat(fact(report, "trailing")).isEqualTo(Integer.toString(more.length));
    }

    @Test
    void refusesMoreClaimedPixelsThanBytesCanHold() throws IOException {
        byte[] bomb = PHOTO.clone();
        int frame = Jpegs.indexOf(bomb, new byte[] {(byte) 0xFF, (byte) 0xC0}, 0);
        Arrays.fill(bomb, frame + 5, frame + 9, (byte) 0xFF);
        Report report = inspect(bomb);
        assertThat(severity(report, "jpeg.bomb")).isEqualTo(Severity.BROKEN);
        assertThat(severity(report, "jpeg.huge")).isEqualTo(Severity.WARN);
        assertThat(fact(report, "pixels")).isEqualTo("4294836225");
    }

    @Test
    void aVastButPlainPictureIsNoBomb() throws IOException {
        assertThat(inspect(Jpegs.vast(8000, 6000)).findings()).isEmpty();
    }

    @Test
    void namesUnusualCoding() throws IOException {
        assertThat(severity(inspect(patched(PHOTO, 0xC0, 4, 12)), "jpeg.unusual")).isEqualTo(Severity.WARN);
        assertThat(fact(inspect(patched(PHOTO, 0xC0, 1, 0xC3)), "coding")).isEqualTo("lossless");
        assertThat(fact(inspect(patched(PHOTO, 0xC0, 1, 0xC9)), "coding"))
                .isEqualTo("extended sequential, arithmetic coding");
        assertThat(fact(inspect(patched(PHOTO, 0xC0, 1, 0xCF)), "coding"))
                .isEqualTo("lossless, arithmetic coding, hierarchical");
    }

    @Test
    void takesTheHeightFromBehindThePicture() throws IOException {
        byte[] jpeg = patched(patched(PHOTO, 0xC0, 5, 0), 0xC0, 6, 0);
        assertThat(severity(inspect(jpeg), "jpeg.no-height")).isEqualTo(Severity.BROKEN);
        byte[] late = Jpegs.splice(jpeg, jpeg.length - 2, new byte[] {(byte) 0xFF, (byte) 0xDC, 0, 4, 0, 48});
        assertThat(severity(inspect(late), "jpeg.late-height")).isEqualTo(Severity.WARN);
        assertThat(fact(inspect(late), "height")).isEqualTo("48");
    }

    @Test
    void missesTablesAndHeaders() throws IOException {
        assertThat(severity(inspect(without(PHOTO, 0xDB)), "jpeg.no-table")).isEqualTo(Severity.BROKEN);
        byte[] none = without(without(without(without(PHOTO, 0xC4), 0xC4), 0xC4), 0xC4);
        assertThat(severity(inspect(none), "jpeg.no-huffman")).isIn(Severity.WARN, Severity.BROKEN);
        assertThat(severity(inspect(without(PHOTO, 0xC0)), "jpeg.no-frame")).isEqualTo(Severity.BROKEN);
        assertThat(severity(inspect(without(PHOTO, 0xC0)), "jpeg.no-picture")).isEqualTo(Severity.BROKEN);
        assertThat(severity(inspect(patched(PHOTO, 0xC0, 11, 0)), "jpeg.bad-frame")).isEqualTo(Severity.BROKEN);
        assertThat(severity(inspect(patched(PHOTO, 0xDA, 5, 77)), "jpeg.bad-scan")).isEqualTo(Severity.BROKEN);
        assertThat(severity(inspect(patched(PHOTO, 0xC4, 5, 255)), "jpeg.bad-table")).isEqualTo(Severity.BROKEN);
    }

    private static byte[] without(byte[] jpeg, int marker) {
        int at = Jpegs.indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) marker}, 2);
        if (at < 0) {
            return jpeg;
        }
        int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        return Jpegs.join(Arrays.copyOf(jpeg, at), Arrays.copyOfRange(jpeg, at + length, jpeg.length));
    }

    @Test
    void aFileFullOfFaultsGivesAShortReport() throws IOException {
        byte[][] faults = new byte[20_000][];
        for (int i = 0; i < faults.length; i++) {
            faults[i] = i % 2 == 0 ? new byte[] {(byte) 0xFF, (byte) 0xD0, 0}
                    : Jpegs.segment(Jpegs.COM, new byte[] {65});
        }
        Report report = inspect(Jpegs.with(PHOTO, faults));
        assertThat(report.findings()).hasSizeLessThan(5);
        assertThat(report.facts()).hasSizeLessThan(20);
    }
}
