// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.wirepost.mime.attachment.Registration;
import org.wirepost.mime.jpeg.internal.JpegHandler;

/** A photo of which the second half is missing, and the handler that finds that out. */
public final class CutPhoto {

    private static final int EDGE = 128;

    private CutPhoto() {
    }

    /** Has photos looked at. */
    public static void watchOver(PlainDelivery delivery) {
        delivery.handlers().add(new Registration(new JpegHandler(), List.of(JpegHandler.TYPE), 0, 1,
                "org.wirepost.mime.jpeg"));
    }

    /** Returns the octets of the file. */
    public static byte[] octets() throws IOException {
        Random random = new Random(7);
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < EDGE * EDGE; i++) {
            image.setRGB(i % EDGE, i / EDGE, random.nextInt());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return Arrays.copyOf(out.toByteArray(), out.size() / 2);
    }
}
