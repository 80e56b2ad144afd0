// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String title;
    public static String treeName;
    public static String columnPart;
    public static String columnEncoding;
    public static String columnSize;
    public static String noLetter;
    public static String planning;
    public static String total;
    public static String needs8bit;
    public static String needsBinary;
    public static String needsUtf8;
    public static String stale;
    public static String detailsName;
    public static String detailPath;
    public static String detailName;
    public static String detailEncoding;
    public static String detailSize;
    public static String detailRanges;
    public static String detailEmptyBody;
    public static String fresh;
    public static String sourceName;
    public static String source;
    public static String sourceCut;
    public static String sourceReading;
    public static String sourceFailed;
    public static String broken;
    public static String octets;
    public static String closed;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.structure.messages", Messages.class);
    }

    private Messages() {
    }
}
