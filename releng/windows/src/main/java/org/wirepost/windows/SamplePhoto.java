// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photo of a beach at sunset that never was, with the place where it was not taken. */
final class SamplePhoto {

    private static final int WIDTH = 2400;
    private static final int HEIGHT = 1800;
    private static final int GPS_POINTER = 0x8825;

    private SamplePhoto() {
    }

    /** Writes the photo into the home of the test. */
    static Path inHome(String name) {
        try {
            return write(Files.createDirectories(Path.of(System.getenv("WIREPOST_HOME"))).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the photo. */
    static Path write(Path file) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(draw(), "jpeg", picture);
        byte[] jpeg = picture.toByteArray();
        byte[] exif = exif();
        ByteBuffer photo = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        photo.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        photo.put(jpeg, 2, jpeg.length - 2);
        return Files.write(file, photo.array());
    }

    private static BufferedImage draw() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        int horizon = HEIGHT * 3 / 5;
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x20, 0x40, 0x80),
                0, horizon, new Color(0xff, 0xb0, 0x60)));
        graphics.fillRect(0, 0, WIDTH, horizon);
        graphics.setPaint(new Color(0xff, 0xe0, 0x90));
        graphics.fillOval(WIDTH * 3 / 5, horizon - 380, 300, 300);
        graphics.setPaint(new GradientPaint(0, horizon, new Color(0xc0, 0x80, 0x60),
                0, HEIGHT, new Color(0x10, 0x30, 0x50)));
        graphics.fillRect(0, horizon, WIDTH, HEIGHT - horizon);
        graphics.setPaint(new Color(0xd8, 0xb8, 0x80));
        graphics.fillOval(-WIDTH / 3, HEIGHT * 4 / 5, WIDTH, HEIGHT / 2);
        graphics.dispose();
        return image;
    }

    /** Camera data (EXIF) with nothing but a latitude and a longitude. */
    private static byte[] exif() {
        ByteBuffer tiff = ByteBuffer.allocate(134).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put("Exif\0\0II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
        tiff.putShort((short) 1);
        entry(tiff, GPS_POINTER, 4, 1, 26);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N');
        entry(tiff, 2, 5, 3, 80);
        entry(tiff, 3, 2, 2, 'E');
        entry(tiff, 4, 5, 3, 104);
        tiff.putInt(0);
        degrees(tiff, 43, 16, 30);
        degrees(tiff, 5, 22, 12);
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer tiff, int degrees, int minutes, int seconds) {
        tiff.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(seconds).putInt(1);
    }
}
