// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A photo that nobody took: a beach in the evening, with the facts that a camera writes into a photo. */
public final class SamplePhoto {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int HORIZON = 380;
    /** The start-of-image marker; the camera facts come behind it. */
    private static final int SOI = 2;

    private SamplePhoto() {
    }

    /**
     * Makes the photo.
     *
     * @return a JPEG file with EXIF
     * @throws IOException when this Java platform cannot write JPEG
     */
    public static byte[] jpeg() throws IOException {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        if (!ImageIO.write(beach(), "jpeg", plain)) {
            throw new IOException("This Java platform cannot write JPEG");
        }
        byte[] jpeg = plain.toByteArray();
        byte[] exif = SampleExif.segment();
        ByteArrayOutputStream photo = new ByteArrayOutputStream(jpeg.length + exif.length);
        photo.write(jpeg, 0, SOI);
        photo.write(exif, 0, exif.length);
        photo.write(jpeg, SOI, jpeg.length - SOI);
        return photo.toByteArray();
    }

    private static BufferedImage beach() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, new Color(38, 70, 120), new Color(250, 180, 110), 0, HORIZON);
        pen.setColor(new Color(255, 236, 190));
        pen.fill(new Ellipse2D.Double(WIDTH * 0.62, HORIZON - 96, 120, 120));
        fill(pen, new Color(222, 140, 96), new Color(22, 60, 84), HORIZON, 520);
        pen.setColor(new Color(255, 226, 170, 70));
        for (int wave = 0; wave < 24; wave++) {
            int width = 40 + wave * 13 % 90;
            pen.fillRoundRect((int) (WIDTH * 0.68) - width / 2 + wave * 37 % 50 - 25, HORIZON + 6 + wave * 5, width, 3,
                    3, 3);
        }
        Path2D sand = new Path2D.Double();
        sand.moveTo(0, 500);
        sand.curveTo(WIDTH * 0.3, 470, WIDTH * 0.6, 560, WIDTH, 520);
        sand.lineTo(WIDTH, HEIGHT);
        sand.lineTo(0, HEIGHT);
        sand.closePath();
        pen.setPaint(new GradientPaint(0, 480, new Color(206, 170, 120), 0, HEIGHT, new Color(140, 104, 70)));
        pen.fill(sand);
        pen.dispose();
        return image;
    }

    private static void fill(Graphics2D pen, Color top, Color bottom, int from, int to) {
        pen.setPaint(new GradientPaint(0, from, top, 0, to, bottom));
        pen.fillRect(0, from, WIDTH, to - from);
    }
}
