// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Finding.Severity;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.ExifBuilder.Dir;

class ResizeTest extends Handling {

    private static final byte[] PHOTO = Jpegs.photo(400, 300);

    private static int[] size(byte[] jpeg) throws IOException {
        BufferedImage image = Jpegs.decode(jpeg);
        return new int[] {image.getWidth(), image.getHeight()};
    }

    private static byte[] turned(byte[] jpeg, int orientation) {
        return Jpegs.with(jpeg, Jpegs.exif(ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, orientation)
                .text(Dir.MAIN, 0x010F, "ACME").number(Dir.EXIF, 0xA002, 400).number(Dir.EXIF, 0xA003, 300)
                .thumbnail(Jpegs.photo(16, 12))));
    }

    @Test
    void bringsTheLongerEdgeToTheLengthWanted() throws IOException {
        Prepared prepared = prepare(PHOTO, Map.of("jpeg.max-edge", "100"));
        byte[] out = Jpegs.bytes(prepared.source());

        assertThat(size(out)).containsExactly(100, 75);
        assertThat(prepared.length()).isEqualTo(out.length);
        assertThat(prepared.name()).isEqualTo("photo.jpg");
        assertThat(prepared.findings()).isEmpty();
        assertThat(prepared.changes()).startsWith("400 × 300 became 100 × 75 pixels", "encoded anew at quality 85");
        assertThat(size(prepared(Jpegs.photo(30, 300), "jpeg.max-edge", "5"))).containsExactly(1, 5);
    }

    @Test
    void bearsASecondFrameHeaderThatIsTooShort() throws IOException {
        byte[] jpeg = Jpegs.before(PHOTO, 0xDA, Jpegs.segment(0xC2, new byte[] {8}));

        assertThat(prepare(jpeg, Map.of("jpeg.max-edge", "5")).type()).isEqualTo("image/jpeg");
    }

    @Test
    void neverMakesAPictureLarger() throws IOException {
        Prepared prepared = prepare(PHOTO, Map.of("jpeg.max-edge", "400"));
        assertThat(Jpegs.bytes(prepared.source())).isEqualTo(PHOTO);
        assertThat(prepared.changes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo", "progressive", "gray"})
    void theSmallPictureLooksLikeTheLargeOne(String kind) throws IOException {
        byte[] jpeg = switch (kind) {
            case "progressive" -> Jpegs.progressive(400, 300);
            case "gray" -> Jpegs.gray(400, 300);
            default -> PHOTO;
        };
        byte[] out = prepared(jpeg, "jpeg.max-edge", "100");
        BufferedImage smooth = new BufferedImage(100, 75, BufferedImage.TYPE_INT_RGB);
        BufferedImage large = Jpegs.decode(jpeg);
        for (int y = 0; y < 75; y++) {
            for (int x = 0; x < 100; x++) {
                smooth.setRGB(x, y, mean(large, x * 4, y * 4));
            }
        }
        assertThat(Likeness.difference(smooth, Jpegs.decode(out))).isLessThan(4);
        assertThat(inspect(out).fact("colour").map(Fact::value)).contains(kind.equals("gray") ? "gray" : "YCbCr");
    }

    private static int mean(BufferedImage image, int left, int top) {
        int[] sum = new int[3];
        for (int i = 0; i < 16; i++) {
            Color colour = new Color(image.getRGB(left + i % 4, top + i / 4));
            sum[0] += colour.getRed();
            sum[1] += colour.getGreen();
            sum[2] += colour.getBlue();
        }
        return sum[0] / 16 << 16 | sum[1] / 16 << 8 | sum[2] / 16;
    }

    @ParameterizedTest
    @CsvSource({"1,0,0,1,0", "2,1,0,0,0", "3,1,1,0,1", "4,0,1,1,1", "5,0,0,0,1", "6,1,0,1,1", "7,1,1,1,0", "8,0,1,0,0"})
    void turnsThePictureUpright(int orientation, int redX, int redY, int greenX, int greenY) throws IOException {
        Prepared prepared = prepare(turned(PHOTO, orientation), Map.of("jpeg.max-edge", "80"));
        byte[] out = Jpegs.bytes(prepared.source());
        BufferedImage image = Jpegs.decode(out);

        assertThat(image.getWidth()).isEqualTo(orientation >= 5 ? 60 : 80);
        assertThat(corner(image, redX, redY)).as("what is stored at the top left").isEqualTo("red");
        assertThat(corner(image, greenX, greenY)).as("what is stored at the top right").isEqualTo("green");
        assertThat(inspect(out).fact("orientation").map(Fact::value)).contains("1");
        assertThat(prepared.changes().contains("turned upright")).isEqualTo(orientation != 1);
    }

    private static String corner(BufferedImage image, int right, int bottom) {
        Color colour = new Color(image.getRGB(right == 0 ? 3 : image.getWidth() - 4,
                bottom == 0 ? 3 : image.getHeight() - 4));
        return colour.getRed() > 200 && colour.getGreen() < 60 ? "red"
                : colour.getGreen() > 200 && colour.getRed() < 60 ? "green" : "other";
    }

    @Test
    void keepsColourProfileAndCameraDataButNotWhatIsNoLongerTrue() throws IOException {
        byte[] jpeg = Jpegs.join(Jpegs.with(turned(PHOTO, 6), Jpegs.profile(), Jpegs.iptc(120, "A tower"),
                Jpegs.xmp("tiff:Orientation='6' dc:format='x'"),
                Jpegs.segment(Jpegs.APP2, "MPF\0", new byte[20])), Jpegs.photo(20, 20));
        Prepared prepared = prepare(jpeg, Map.of("jpeg.max-edge", "80"));
        byte[] out = Jpegs.bytes(prepared.source());
        Report report = inspect(out);

        assertThat(Jpegs.contains(out, Jpegs.profile())).isTrue();
        assertThat(report.facts()).contains(Fact.of("make", "ACME"), Fact.of("iptc", "caption"))
                .extracting(Fact::name).doesNotContain("thumbnail", "trailing", "pictures");
        assertThat(Jpegs.contains(out, "tiff:Orientation='1'")).isTrue();
        byte[] width = ExifBuilder.bigEndian().buffer(12).putShort((short) 0xA002).putShort((short) 3).putInt(1)
                .putShort((short) 60).putShort((short) 0).array();
        assertThat(Jpegs.contains(out, width)).as("the width in the camera data").isTrue();
        assertThat(report.findings()).isEmpty();
        assertThat(prepared.changes()).anyMatch(change -> change.startsWith("what follows the picture"))
                .anyMatch(change -> change.startsWith("the index of further pictures"));
    }

    @Test
    void doesNotConvertTheColoursThatTheProfileExplains() throws IOException {
        byte[] plain = prepared(PHOTO, "jpeg.max-edge", "100");
        byte[] profiled = prepared(Jpegs.with(PHOTO, Jpegs.profile()), "jpeg.max-edge", "100");
        assertThat(Jpegs.raw(profiled)).isEqualTo(Jpegs.raw(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"location", "all"})
    void takesOutMetadataOnTheWay(String strip) throws IOException {
        ExifBuilder exif = ExifBuilder.littleEndian().text(Dir.MAIN, 0x010F, "ACME").number(Dir.MAIN, 0x0112, 8)
                .paris();
        byte[] jpeg = Jpegs.with(PHOTO, Jpegs.exif(exif), Jpegs.xmp("exif:GPSLatitude='48,51.4937N'"),
                Jpegs.segment(Jpegs.COM, "hi", new byte[0]));
        byte[] out = Jpegs.bytes(prepare(jpeg, Map.of("jpeg.max-edge", "80", "jpeg.strip", strip)).source());

        assertThat(exif.parisBytes()).noneMatch(bytes -> Jpegs.contains(out, bytes));
        assertThat(Jpegs.contains(out, "GPS")).isFalse();
        assertThat(inspect(out).fact("make").isPresent()).isEqualTo(strip.equals("location"));
        assertThat(inspect(out).fact("comment").isPresent()).isEqualTo(strip.equals("location"));
        assertThat(size(out)).containsExactly(60, 80);
    }

    /** A photo that does not compress well. */
    private static byte[] noisy(int width, int height) throws IOException {
        BufferedImage image = Jpegs.picture(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt() & 0x3F3F3F);
            }
        }
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 60_000, 30_000, 8_000, 1_500})
    void fitsThePictureIntoABudgetAndUsesMostOfIt(int budget) throws IOException {
        byte[] jpeg = noisy(800, 600);
        assertThat(jpeg.length).isGreaterThan(100_000);
        Prepared prepared = prepare(jpeg, Map.of("jpeg.max-bytes", Integer.toString(budget)));
        assertThat(prepared.findings()).isEmpty();
        assertThat(prepared.length()).isLessThanOrEqualTo(budget).isGreaterThan(budget * 6 / 10);
        assertThat(inspect(Jpegs.bytes(prepared.source())).findings()).isEmpty();
    }

    @Test
    void aBudgetThatHoldsAlreadyChangesNothing() throws IOException {
        assertThat(prepared(PHOTO, "jpeg.max-bytes", "1M")).isEqualTo(PHOTO);
        byte[] fat = Jpegs.with(PHOTO, Jpegs.xmp("dc:x='" + "y".repeat(30_000) + "'"));
        Prepared lean = prepare(fat, Map.of("jpeg.max-bytes", "29000", "jpeg.strip", "all"));
        assertThat(Jpegs.bytes(lean.source())).as("stripping alone is enough").isEqualTo(PHOTO);
    }

    @Test
    void saysSoWhenABudgetCannotBeMet() throws IOException {
        Prepared prepared = prepare(Jpegs.with(PHOTO, Jpegs.profile()), Map.of("jpeg.max-bytes", "500"));
        assertThat(prepared.findings()).extracting(Finding::code, Finding::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("jpeg.not-resized", Severity.WARN));
        assertThat(prepared.length()).isEqualTo(PHOTO.length + Jpegs.profile().length);
    }

    @Test
    void encodesAtTheQualityWantedButNotToGrow() throws IOException {
        byte[] coarse = prepared(PHOTO, "jpeg.quality", "30");
        assertThat(coarse.length).isLessThan(PHOTO.length / 2);
        assertThat(inspect(coarse).fact("quality").map(Fact::value)).contains("30");
        assertThat(size(coarse)).containsExactly(400, 300);

        Prepared grown = prepare(coarse, Map.of("jpeg.quality", "95"));
        assertThat(Jpegs.bytes(grown.source())).isEqualTo(coarse);
        assertThat(grown.findings()).extracting(Finding::code).containsExactly("jpeg.not-smaller");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"4 | 12 | it has 12 bits per sample", "1 | 0xC3 | it is coded lossless",
        "9 | 4 | its size cannot be read", "9 | 2 | it has 2 colour channels"})
    void sendsWhatCannotBeDecodedAsItIsAndSaysWhy(int offset, String value, String why) throws IOException {
        byte[] jpeg = PHOTO.clone();
        int frame = Jpegs.indexOf(jpeg, new byte[] {(byte) 0xFF, (byte) 0xC0}, 2);
        jpeg[frame + offset] = Integer.decode(value).byteValue();
        Prepared prepared = prepare(jpeg, Map.of("jpeg.max-edge", "80"));
        assertThat(Jpegs.bytes(prepared.source())).isEqualTo(jpeg);
        assertThat(prepared.findings().get(0).message()).isEqualTo("The picture cannot be made smaller: " + why + ".");
    }

    @Test
    void looksAtTheClaimedSizeBeforeDecoding() throws IOException {
        byte[] bomb = PHOTO.clone();
        int frame = Jpegs.indexOf(bomb, new byte[] {(byte) 0xFF, (byte) 0xC0}, 0);
        Arrays.fill(bomb, frame + 5, frame + 9, (byte) 0xFA);
        assertThat(prepare(bomb, Map.of("jpeg.max-edge", "80")).findings().get(0).message())
                .contains("more pixels than its bytes can hold");
        byte[] vast = Jpegs.vast(8000, 6000);
        assertThat(prepare(vast, Map.of("jpeg.quality", "50")).findings().get(0).message())
                .contains("more memory than there is");
        assertThat(size(prepared(vast, "jpeg.max-edge", "100"))).containsExactly(100, 75);
    }

    @Test
    void decodesAPictureWhoseHeightComesLate() throws IOException {
        byte[] late = PHOTO.clone();
        int frame = Jpegs.indexOf(late, new byte[] {(byte) 0xFF, (byte) 0xC0}, 0);
        late[frame + 5] = 0;
        late[frame + 6] = 0;
        late = Jpegs.splice(late, late.length - 2, new byte[] {(byte) 0xFF, (byte) 0xDC, 0, 4, 1, 44});
        assertThat(Jpegs.raw(prepared(late, "jpeg.max-edge", "80")))
                .isEqualTo(Jpegs.raw(prepared(PHOTO, "jpeg.max-edge", "80")));
    }

    @Test
    void aCutOffPictureIsResizedAsFarAsItGoes() throws IOException {
        byte[] out = prepared(Arrays.copyOf(PHOTO, PHOTO.length / 2), "jpeg.max-edge", "80");
        assertThat(size(out)).containsExactly(80, 60);
        assertThat(inspect(out).findings()).isEmpty();
    }
}
