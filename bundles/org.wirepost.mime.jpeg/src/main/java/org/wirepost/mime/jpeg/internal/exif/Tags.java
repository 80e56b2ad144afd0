// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

/** Tags of EXIF 3.0 and TIFF 6.0 that matter here. */
final class Tags {

    static final int DESCRIPTION = 0x010E;
    static final int MAKE = 0x010F;
    static final int MODEL = 0x0110;
    static final int STRIP_OFFSETS = 0x0111;
    static final int ORIENTATION = 0x0112;
    static final int STRIP_LENGTHS = 0x0117;
    static final int SOFTWARE = 0x0131;
    static final int CHANGED = 0x0132;
    static final int ARTIST = 0x013B;
    static final int SUB_DIRECTORIES = 0x014A;
    static final int THUMBNAIL_OFFSET = 0x0201;
    static final int THUMBNAIL_LENGTH = 0x0202;
    static final int XMP = 0x02BC;
    static final int COPYRIGHT = 0x8298;
    static final int EXPOSURE = 0x829A;
    static final int F_NUMBER = 0x829D;
    static final int IPTC = 0x83BB;
    static final int PHOTOSHOP = 0x8649;
    static final int EXIF = 0x8769;
    static final int GPS = 0x8825;
    static final int SENSITIVITY = 0x8827;
    static final int TAKEN = 0x9003;
    static final int TAKEN_ZONE = 0x9011;
    static final int FOCAL_LENGTH = 0x920A;
    static final int MAKER_NOTE = 0x927C;
    static final int WIDTH = 0xA002;
    static final int HEIGHT = 0xA003;
    static final int INTEROPERABILITY = 0xA005;
    static final int OWNER = 0xA430;
    static final int BODY_SERIAL = 0xA431;
    static final int LENS_MODEL = 0xA434;
    static final int LENS_SERIAL = 0xA435;
    static final int DNG_PRIVATE = 0xC634;
    static final int PADDING = 0xEA1C;

    static final int GPS_LATITUDE_SIDE = 1;
    static final int GPS_LATITUDE = 2;
    static final int GPS_LONGITUDE_SIDE = 3;
    static final int GPS_LONGITUDE = 4;
    static final int GPS_ALTITUDE_SIDE = 5;
    static final int GPS_ALTITUDE = 6;
    static final int GPS_AREA = 0x1C;

    private Tags() {
    }
}
