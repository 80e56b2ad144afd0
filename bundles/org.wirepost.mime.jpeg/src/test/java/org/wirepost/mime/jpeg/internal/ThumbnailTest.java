// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.ExifBuilder.Dir;

class ThumbnailTest extends Handling {

    private static final byte[] PHOTO = Jpegs.photo(400, 300);

    private Optional<Pixels> thumbnail(byte[] jpeg, int edge) throws IOException {
        return HANDLER.thumbnail(Source.of("photo.jpg", jpeg), Report.of(JpegHandler.TYPE), edge, Jpegs.call(scratch));
    }

    private static byte[] plain(int width, int height, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static boolean isMagenta(Pixels pixels) {
        Color middle = new Color(pixels.at(pixels.width() / 2, pixels.height() / 2));
        return middle.getRed() > 220 && middle.getGreen() < 40 && middle.getBlue() > 220;
    }

    @Test
    void scalesThePhotoDown() throws IOException {
        Pixels pixels = thumbnail(PHOTO, 64).orElseThrow();
        assertThat(pixels.width()).isEqualTo(64);
        assertThat(pixels.height()).isEqualTo(48);
        Color corner = new Color(pixels.at(2, 2), true);
        assertThat(corner.getAlpha()).isEqualTo(255);
        assertThat(corner.getRed()).isGreaterThan(220);
        assertThat(corner.getGreen()).isLessThan(40);
    }

    @Test
    void turnsThePhotoUpright() throws IOException {
        byte[] jpeg = Jpegs.with(PHOTO, Jpegs.exif(ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 6)));
        Pixels pixels = thumbnail(jpeg, 64).orElseThrow();
        assertThat(pixels.width()).isEqualTo(48);
        assertThat(new Color(pixels.at(45, 2)).getRed()).as("the red corner is at the top right").isGreaterThan(220);
    }

    @Test
    void takesTheEmbeddedThumbnailWhenItIsGoodEnough() throws IOException {
        byte[] good = plain(160, 120, Color.MAGENTA);
        byte[] jpeg = Jpegs.with(PHOTO,
                Jpegs.exif(ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 6).thumbnail(good)));
        Pixels pixels = thumbnail(jpeg, 128).orElseThrow();
        assertThat(isMagenta(pixels)).isTrue();
        assertThat(pixels.height()).as("turned like the photo").isEqualTo(128);

        assertThat(isMagenta(thumbnail(jpeg, 300).orElseThrow())).as("too small for that").isFalse();
        byte[] bars = Jpegs.with(PHOTO, Jpegs.exif(ExifBuilder.bigEndian().number(Dir.MAIN, 0x0112, 1)
                .thumbnail(plain(160, 107, Color.MAGENTA))));
        assertThat(isMagenta(thumbnail(bars, 128).orElseThrow())).as("of another shape").isFalse();
    }

    @Test
    void drawsGrayAndNeverLargerThanThePhoto() throws IOException {
        Pixels pixels = thumbnail(Jpegs.gray(40, 30), 256).orElseThrow();
        assertThat(pixels.width()).isEqualTo(40);
        Color colour = new Color(pixels.at(20, 15));
        assertThat(colour.getRed()).isEqualTo(colour.getGreen()).isEqualTo(colour.getBlue());
    }

    @Test
    void drawsNothingOfWhatIsNoPicture() throws IOException {
        assertThat(thumbnail(new byte[0], 64)).isEmpty();
        assertThat(thumbnail("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 64)).isEmpty();
    }
}
