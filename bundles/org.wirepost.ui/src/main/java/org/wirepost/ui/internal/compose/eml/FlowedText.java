// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

/** Undoes the soft line breaks of {@code format=flowed} (RFC 3676 section 4). */
final class FlowedText {

    private FlowedText() {
    }

    static String joined(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean open = false;
        int depthBefore = 0;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String words = line.substring(depth);
            words = words.startsWith(" ") ? words.substring(1) : words;
            if (open && depth == depthBefore) {
                out.append(words);
            } else {
                out.append(out.length() == 0 ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "")
                        .append(words);
            }
            open = words.endsWith(" ") && !words.equals("-- ");
            if (open && deleteSpace) {
                out.setLength(out.length() - 1);
            }
            depthBefore = depth;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }
}
