// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.meta;

import java.nio.charset.StandardCharsets;

/** What stands behind the end of a picture, told by its first bytes. */
public final class Trailer {

    private Trailer() {
    }

    /** Whether it is nothing but filling. */
    public static boolean isPadding(byte[] bytes) {
        for (byte b : bytes) {
            if (b != bytes[0] || b != 0 && b != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }

    /** What it is, for people. */
    public static String words(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (isPadding(bytes)) {
            return "of filling";
        }
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return "of another JPEG picture";
        }
        if (text.startsWith("ftyp", 4) || text.contains("MotionPhoto_Data")) {
            return "of film (a motion photo)";
        }
        if (text.startsWith("PK\3\4")) {
            return "of a ZIP archive";
        }
        return "of unknown data";
    }
}
