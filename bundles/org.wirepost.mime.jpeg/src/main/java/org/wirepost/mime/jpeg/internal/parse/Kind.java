// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

/** What a segment holds, told by its marker and the first bytes of its data. */
public enum Kind {
    JFIF, JFXX, EXIF, XMP, XMP_EXTENSION, ICC, MPF, PHOTOSHOP, ADOBE, JUMBF, OTHER_APPLICATION, COMMENT,
    /** Tables, frame and scan headers, restart intervals: what a decoder needs. */
    CODING;

    /** What stands before the TIFF structure of EXIF. */
    public static final String EXIF_HEAD = "Exif\0\0";
    /** What stands before an XMP packet. */
    public static final String XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0";
    /** What stands before a piece of a long XMP packet. */
    public static final String XMP_EXTENSION_HEAD = "http://ns.adobe.com/xmp/extension/\0";
    /** What stands before a piece of a colour profile; two bytes, number and count, follow. */
    public static final String ICC_HEAD = "ICC_PROFILE\0";
    /** What stands before the index of further pictures. */
    public static final String MPF_HEAD = "MPF\0";
    /** What stands before Photoshop's resources. */
    public static final String PHOTOSHOP_HEAD = "Photoshop 3.0\0";

    static Kind of(Segment segment) {
        int marker = segment.marker();
        if (marker == Marker.COM) {
            return COMMENT;
        }
        if (!Marker.isApplication(marker)) {
            return CODING;
        }
        return switch (marker) {
            case Marker.APP0 -> segment.startsWith("JFIF\0") ? JFIF : segment.startsWith("JFXX\0") ? JFXX
                    : OTHER_APPLICATION;
            case Marker.APP1 -> app1(segment);
            case Marker.APP2 -> segment.startsWith(ICC_HEAD) ? ICC : segment.startsWith(MPF_HEAD) ? MPF
                    : OTHER_APPLICATION;
            case Marker.APP11 -> segment.startsWith("JP") ? JUMBF : OTHER_APPLICATION;
            case Marker.APP13 -> segment.startsWith(PHOTOSHOP_HEAD) ? PHOTOSHOP : OTHER_APPLICATION;
            case Marker.APP14 -> segment.startsWith("Adobe") ? ADOBE : OTHER_APPLICATION;
            default -> OTHER_APPLICATION;
        };
    }

    private static Kind app1(Segment segment) {
        // Some writers put another byte than zero behind "Exif".
        if (segment.startsWith("Exif\0")) {
            return EXIF;
        }
        return segment.startsWith(XMP_HEAD) ? XMP : segment.startsWith(XMP_EXTENSION_HEAD) ? XMP_EXTENSION
                : OTHER_APPLICATION;
    }
}
