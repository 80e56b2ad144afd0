// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header fields of a part, unfolded; of several of one name the first counts. */
final class PartHeader {

    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*([\\w*-]+)\\s*=\\s*(\"((?:[^\"\\\\]|\\\\.)*)\"|[^;\\s]*)");

    private final Map<String, String> fields = new LinkedHashMap<>();

    PartHeader(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8).replace("\r\n", "\n").replaceAll("\n[ \t]+", " ");
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
    }

    /** Returns the value of a field; empty when it is missing. */
    String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns a parameter of a field. */
    Optional<String> parameter(String field, String name) {
        Matcher matcher = PARAMETER.matcher(value(field));
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(3);
                return Optional.of(quoted == null ? matcher.group(2) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return Optional.empty();
    }

    /** Tells whether the part is meant to be offered as a file. */
    boolean isAttachment() {
        return value("content-disposition").toLowerCase(Locale.ROOT).startsWith("attachment");
    }

    /** Tells whether an HTML text can show it. */
    boolean hasContentId() {
        return !value("content-id").isBlank();
    }
}
