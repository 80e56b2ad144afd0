// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Media types and ranges of them (RFC 2045, section 5.1; RFC 6838, section 4.2). */
public final class MediaTypes {

    private static final String NAME = "[a-z0-9!#$&^_.+-]{1,127}";
    private static final Pattern TYPE = Pattern.compile(NAME + "/" + NAME);
    private static final Pattern RANGE = Pattern.compile("\\*/\\*|" + NAME + "/(\\*|" + NAME + ")");

    /** Types that say how the bytes are packed but not what they are. */
    private static final Set<String> GENERIC = Set.of("application/zip", "application/gzip", "application/xml",
            "text/xml", "text/plain", "application/x-ole-storage", "application/ogg", "application/json");

    private MediaTypes() {
    }

    /**
     * The type itself when it is one.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String check(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("not a media type: " + Words.clean(type));
        }
        return type;
    }

    /**
     * The range in lower case when it is one.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String checkRange(String range) {
        String lower = range.toLowerCase(Locale.ROOT);
        if (!RANGE.matcher(lower).matches()) {
            throw new IllegalArgumentException("neither a media type nor a range of them: " + Words.clean(range));
        }
        return lower;
    }

    /** Whether a range such as <code>image/&#42;</code> covers a type. */
    public static boolean covers(String range, String type) {
        return range.equals("*/*") || range.equals(type)
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    /** How much a range says: 0 for everything, 1 for one kind, 2 for one type. */
    public static int precision(String range) {
        return range.equals("*/*") ? 0 : range.endsWith("/*") ? 1 : 2;
    }

    /** How much a type says: 0 for unknown bytes, 1 for a mere container, 2 for a real type. */
    public static int detail(String type) {
        return type.equals("application/octet-stream") ? 0 : GENERIC.contains(type) ? 1 : 2;
    }
}
