// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The facts that a camera writes into a photo (EXIF 2.3 in TIFF 6.0 form): a make, a time, and a place. */
final class SampleExif {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRY = 12;
    private static final int FIRST_DIRECTORY = 8;

    private final ByteBuffer tiff = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
    private int data;

    private SampleExif() {
    }

    /** Returns the whole APP1 segment with its marker. */
    static byte[] segment() {
        byte[] tiff = new SampleExif().build();
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + name.length + tiff.length);
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + name.length + tiff.length));
        return segment.put(name).put(tiff).array();
    }

    private byte[] build() {
        int entries = 5;
        int gps = FIRST_DIRECTORY + 2 + entries * ENTRY + 4;
        int gpsEntries = 4;
        data = gps + 2 + gpsEntries * ENTRY + 4;
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(FIRST_DIRECTORY);
        tiff.putShort((short) entries);
        text(0x010F, "Wirepost");
        text(0x0110, "Sample camera");
        tiff.putShort((short) 0x0112).putShort((short) SHORT).putInt(1).putInt(1);
        text(0x0132, "2026:06:21 21:45:00");
        tiff.putShort((short) 0x8825).putShort((short) LONG).putInt(1).putInt(gps);
        tiff.putInt(0);
        tiff.putShort((short) gpsEntries);
        text(0x0001, "N");
        degrees(0x0002, 54, 10, 46);
        text(0x0003, "E");
        degrees(0x0004, 12, 5, 12);
        tiff.putInt(0);
        byte[] all = new byte[data];
        System.arraycopy(tiff.array(), 0, all, 0, data);
        return all;
    }

    private void text(int tag, String value) {
        byte[] octets = (value + "\0").getBytes(StandardCharsets.US_ASCII);
        tiff.putShort((short) tag).putShort((short) ASCII).putInt(octets.length);
        if (octets.length <= 4) {
            tiff.put(octets).put(new byte[4 - octets.length]);
            return;
        }
        tiff.putInt(data);
        tiff.duplicate().position(data).put(octets);
        data += octets.length + octets.length % 2;
    }

    private void degrees(int tag, int degrees, int minutes, int seconds) {
        tiff.putShort((short) tag).putShort((short) RATIONAL).putInt(3).putInt(data);
        for (int value : new int[] {degrees, minutes, seconds}) {
            tiff.putInt(data, value).putInt(data + 4, 1);
            data += 8;
        }
    }
}
