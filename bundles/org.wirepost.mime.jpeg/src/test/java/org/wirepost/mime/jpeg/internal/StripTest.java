// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.ExifBuilder.Dir;

class StripTest extends Handling {

    private static final byte[] PHOTO = Jpegs.photo(64, 48);
    private static final byte[] ADOBE = Jpegs.segment(0xEE, "Adobe\0\144\0\0\0\0", new byte[] {1});
    private static final byte[] EXTENSION = Jpegs.segment(Jpegs.APP1, "http://ns.adobe.com/xmp/extension/\0",
            "0123456789abcdef0123456789abcdef....GImage:Data=".getBytes(StandardCharsets.US_ASCII));

    private static ExifBuilder camera(boolean little) {
        return (little ? ExifBuilder.littleEndian() : ExifBuilder.bigEndian()).text(Dir.MAIN, 0x010F, "ACME")
                .number(Dir.MAIN, 0x0112, 6).text(Dir.EXIF, 0xA434, "Lens 50mm")
                .value(Dir.EXIF, 0x927C, 7, 20, "MakerNoteInsideParis".getBytes(StandardCharsets.US_ASCII))
                .text(Dir.EXIF, 0x9003, "2026:05:04 03:02:01").paris();
    }

    @ParameterizedTest
    @CsvSource({"true,location", "false,location", "true,all", "false,all"})
    void leavesNoByteOfThePlaceAnywhere(boolean little, String strip) throws IOException {
        ExifBuilder exif = camera(little);
        ExifBuilder again = camera(little);
        exif.leftovers(exif.parisBytes().get(0)).thumbnail(Jpegs.with(Jpegs.photo(16, 12), Jpegs.exif(again)));
        byte[] second = Jpegs.with(Jpegs.photo(32, 24), Jpegs.exif(camera(little)));
        byte[] jpeg = Jpegs.join(Jpegs.with(PHOTO, Jpegs.exif(exif), Jpegs.exif(again),
                Jpegs.xmp("exif:GPSLatitude='48,51.4937N' exif:GPSLongitude='2,17.67E'"), EXTENSION,
                Jpegs.segment(Jpegs.APP2, "MPF\0", ExifBuilder.bigEndian().number(Dir.MAIN, 0xB001, 2).tiff()),
                Jpegs.iptc(90, "Paris"), Jpegs.segment(0xE5, "Unknown\0Paris", new byte[9]), Jpegs.profile()), second);
        assertThat(exif.parisBytes()).allMatch(bytes -> Jpegs.contains(jpeg, bytes));

        byte[] out = prepared(jpeg, "jpeg.strip", strip);

        assertThat(exif.parisBytes()).noneMatch(bytes -> Jpegs.contains(out, bytes));
        assertThat(Jpegs.contains(out, "Paris")).isFalse();
        assertThat(Jpegs.contains(out, "48,51")).isFalse();
        assertThat(Jpegs.contains(out, "GImage")).isFalse();
        assertThat(Jpegs.raw(out)).isEqualTo(Jpegs.raw(PHOTO));
        Report after = inspect(out);
        assertThat(after.findings()).isEmpty();
        assertThat(after.fact("orientation").map(Fact::value)).contains("6");
        assertThat(Jpegs.contains(out, Jpegs.profile())).as("colour profile").isTrue();
        assertThat(after.fact("make").isPresent()).isEqualTo(strip.equals("location"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheRestOfTheCameraDataAndTheLengthOfTheFile(boolean little) throws IOException {
        byte[] thumbnail = Jpegs.photo(16, 12);
        byte[] jpeg = Jpegs.with(PHOTO, Jpegs.exif(camera(little).thumbnail(thumbnail)), Jpegs.xmp("dc:format='x'"),
                Jpegs.iptc(120, "A tower"), Jpegs.segment(Jpegs.COM, "hi", new byte[0]));
        Prepared prepared = prepare(jpeg, Map.of("jpeg.strip", "location"));
        byte[] out = Jpegs.bytes(prepared.source());

        assertThat(out).hasSameSizeAs(jpeg);
        assertThat(prepared.length()).isEqualTo(jpeg.length);
        Report after = inspect(out);
        assertThat(after.facts()).extracting(Fact::name).contains("make", "lens", "taken", "thumbnail", "xmp", "iptc",
                "comment").doesNotContain("gps", "altitude");
        assertThat(Jpegs.contains(out, thumbnail)).isTrue();
        assertThat(Jpegs.contains(out, "MakerNote")).as("cannot be searched, so it goes").isFalse();
        assertThat(prepared.changes()).containsExactly(
                "location and maker's notes, which may tell it, cleared from the camera data");
    }

    @Test
    void keepsOnlyWhatAViewerNeedsWhenAllIsToGo() throws IOException {
        byte[] thumbnailed = PHOTO.clone();
        byte[] jfif = Jpegs.segment(0xE0, "JFIF\0", new byte[] {1, 2, 1, 0, 72, 0, 72, 2, 2, 9, 9, 9, 9, 9, 9, 9, 9, 9,
            9, 9, 9});
        byte[] bare = Jpegs.join(Arrays.copyOf(thumbnailed, 2), jfif,
                Arrays.copyOfRange(thumbnailed, 20, thumbnailed.length));
        byte[] jpeg = Jpegs.before(bare, 0xDB, Jpegs.join(Jpegs.exif(camera(true)), Jpegs.xmp("dc:format='x'"),
                Jpegs.iptc(120, "A tower"), Jpegs.segment(Jpegs.COM, "hi", new byte[0]), ADOBE, Jpegs.profile(),
                Jpegs.segment(0xE0, "JFXX\0", new byte[30])));
        Prepared prepared = prepare(jpeg, Map.of("jpeg.strip", "all"));
        byte[] out = Jpegs.bytes(prepared.source());

        Report after = inspect(out);
        assertThat(after.facts()).extracting(Fact::name).containsExactly("width", "height", "pixels", "orientation",
                "colour", "bits", "coding", "quality", "icc");
        assertThat(after.fact("orientation").map(Fact::value)).contains("6");
        assertThat(Jpegs.contains(out, ADOBE)).isTrue();
        byte[] small = Jpegs.segment(0xE0, "JFIF\0", new byte[] {1, 2, 1, 0, 72, 0, 72, 0, 0});
        assertThat(Jpegs.contains(out, small)).isTrue();
        assertThat(out).hasSize(PHOTO.length + ADOBE.length + Jpegs.profile().length + 36);
        assertThat(prepared.changes()).contains("orientation kept").anyMatch(change -> change.contains(" became "));
    }

    @Test
    void putsNoOrientationWhereNoneIsNeeded() throws IOException {
        ExifBuilder upright = ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 1).paris();
        assertThat(prepared(Jpegs.with(PHOTO, Jpegs.exif(upright)), "jpeg.strip", "all")).isEqualTo(PHOTO);
    }

    @Test
    void replacesDamagedCameraDataByTheOrientationAlone() throws IOException {
        ExifBuilder exif = camera(false);
        byte[] tiff = exif.tiff();
        tiff[9] += 30;
        byte[] jpeg = Jpegs.with(PHOTO, Jpegs.segment(Jpegs.APP1, "Exif\0\0", tiff));
        assertThat(inspect(jpeg).finding("exif.damaged")).isPresent();

        byte[] out = prepared(jpeg, "jpeg.strip", "location");

        assertThat(exif.parisBytes()).noneMatch(bytes -> Jpegs.contains(out, bytes));
        assertThat(out).hasSize(PHOTO.length + 36);
        assertThat(inspect(out).fact("orientation").map(Fact::value)).contains("6");
    }

    @Test
    void aValueThatReachesIntoThePlaceDoesNotSaveIt() throws IOException {
        ExifBuilder exif = ExifBuilder.bigEndian().text(Dir.MAIN, 0x010F, "A make of some length").paris();
        byte[] tiff = exif.tiff();
        int place = Jpegs.indexOf(tiff, exif.parisBytes().get(0), 0);
        tiff[8 + 2 + 4 + 3] = 24;
        tiff[8 + 2 + 8 + 2] = (byte) (place >> 8);
        tiff[8 + 2 + 8 + 3] = (byte) place;
        byte[] out = prepared(Jpegs.with(PHOTO, Jpegs.segment(Jpegs.APP1, "Exif\0\0", tiff)), "jpeg.strip", "location");
        assertThat(exif.parisBytes()).noneMatch(bytes -> Jpegs.contains(out, bytes));
    }

    @Test
    void leavesAFileAloneThatHasNothingToTakeOut() throws IOException {
        for (String strip : List.of("none", "location", "all")) {
            Prepared prepared = prepare(PHOTO, Map.of("jpeg.strip", strip));
            assertThat(prepared.changes()).isEmpty();
            assertThat(Jpegs.bytes(prepared.source())).isEqualTo(PHOTO);
        }
        byte[] upright = Jpegs.with(PHOTO, Jpegs.exif(ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 3)));
        assertThat(prepare(upright, Map.of("jpeg.strip", "location")).changes()).isEmpty();
    }

    @Test
    void takesMetadataFromBetweenTheScansOfAPicture() throws IOException {
        byte[] jpeg = Jpegs.progressive(64, 64);
        int first = Jpegs.indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xDA}, 0);
        int second = Jpegs.indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xC4}, first);
        byte[] hidden = Jpegs.splice(jpeg, second, Jpegs.xmp("exif:GPSLatitude='48,51.4937N'"));
        assertThat(prepared(hidden, "jpeg.strip", "location")).isEqualTo(jpeg);
    }

    @Test
    void oneOfManyPiecesOfResourcesIsNotTrusted() throws IOException {
        byte[] jpeg = Jpegs.with(PHOTO, Jpegs.iptc(120, "first"), Jpegs.iptc(120, "second"));
        assertThat(prepared(jpeg, "jpeg.strip", "location")).isEqualTo(PHOTO);
    }

    @Test
    void saysSoWhenThereIsNothingItCouldDo() throws IOException {
        Prepared prepared = prepare("no picture at all".getBytes(StandardCharsets.US_ASCII),
                Map.of("jpeg.strip", "location"));
        assertThat(prepared.findings()).extracting(Finding::severity).containsExactly(Finding.Severity.BROKEN);
        assertThat(prepared.length()).isEqualTo(17);
    }

    @Test
    void keepsACutOffPictureAsFarAsItGoes() throws IOException {
        byte[] whole = Jpegs.with(PHOTO, Jpegs.exif(camera(true)));
        byte[] jpeg = Arrays.copyOf(whole, whole.length - 100);
        byte[] out = prepared(jpeg, "jpeg.strip", "location");
        assertThat(out).hasSameSizeAs(jpeg);
        assertThat(inspect(out).finding("jpeg.truncated")).isPresent();
        assertThat(inspect(out).finding("jpeg.location")).isEmpty();
    }
}
