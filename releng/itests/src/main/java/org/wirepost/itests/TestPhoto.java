// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.itests;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import javax.imageio.ImageIO;

/** A photo made on the spot. */
final class TestPhoto {

    private TestPhoto() {
    }

    /** A JPEG of 64 by 48 pixels that says where it was taken. */
    static byte[] withLocation() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] jpeg = out.toByteArray();
        byte[] exif = exif();
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.length + 4);
        all.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        return all.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** EXIF with a GPS directory: 48° N, 2° E. */
    private static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(128);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        entry(exif, 0x8825, 4, 1, 26);
        exif.putInt(0).putShort((short) 2);
        entry(exif, 2, 5, 3, 56);
        entry(exif, 4, 5, 3, 80);
        exif.putInt(0);
        for (int part : new int[] {48, 1, 0, 1, 0, 1, 2, 1, 0, 1, 0, 1}) {
            exif.putInt(part);
        }
        return java.util.Arrays.copyOf(exif.array(), exif.position());
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
