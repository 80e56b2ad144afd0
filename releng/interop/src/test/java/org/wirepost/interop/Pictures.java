// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures to attach. */
public final class Pictures {

    private Pictures() {
    }

    /** Draws a JPEG of a few kilobytes, the same one each time. */
    public static byte[] jpeg() throws IOException {
        return encoded("jpg");
    }

    /** Draws a PNG. */
    public static byte[] png() throws IOException {
        return encoded("png");
    }

    private static byte[] encoded(String format) throws IOException {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 160, 120, Color.BLUE));
        pen.fillRect(0, 0, 160, 120);
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(160), random.nextInt(120), 9, 9);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("This Java platform cannot write " + format);
        }
        return out.toByteArray();
    }
}
