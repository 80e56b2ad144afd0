// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

/** Marker codes (ITU-T T.81, table B.1), the second byte behind 0xFF. */
public final class Marker {

    public static final int TEM = 0x01;
    public static final int SOF0 = 0xC0;
    public static final int DHT = 0xC4;
    public static final int RST0 = 0xD0;
    public static final int RST7 = 0xD7;
    public static final int SOI = 0xD8;
    public static final int EOI = 0xD9;
    public static final int SOS = 0xDA;
    public static final int DQT = 0xDB;
    public static final int DNL = 0xDC;
    public static final int DRI = 0xDD;
    public static final int DHP = 0xDE;
    public static final int APP0 = 0xE0;
    public static final int APP1 = 0xE1;
    public static final int APP2 = 0xE2;
    public static final int APP11 = 0xEB;
    public static final int APP13 = 0xED;
    public static final int APP14 = 0xEE;
    public static final int APP15 = 0xEF;
    public static final int COM = 0xFE;

    private Marker() {
    }

    /** Whether a frame begins here: SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
    public static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= 0xCF && marker != DHT && marker != 0xC8 && marker != 0xCC;
    }

    /** Whether this is one of the restart markers within a scan. */
    public static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /** Whether no length and no data follow. */
    static boolean standsAlone(int marker) {
        return marker == TEM || isRestart(marker) || marker == SOI || marker == EOI;
    }

    /** Whether this is one of the markers for applications. */
    public static boolean isApplication(int marker) {
        return marker >= APP0 && marker <= APP15;
    }
}
