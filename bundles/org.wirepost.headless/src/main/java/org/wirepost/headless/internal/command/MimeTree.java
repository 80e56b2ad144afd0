// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.mime.PartPlan;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;

/** The parts of a message as lines: place, type, encoding, size and why. */
final class MimeTree {

    private static final int TYPE_WIDTH = 34;
    private static final int ENCODING_WIDTH = 18;

    private MimeTree() {
    }

    static List<String> lines(PartPlan root) {
        List<String> lines = new ArrayList<>();
        add(root, "", lines);
        return lines;
    }

    private static void add(PartPlan part, String indent, List<String> lines) {
        String name = part.fileName().map(file -> " \"" + Inert.of(file) + "\"").orElse("");
        String encoding = part.encoding().token();
        lines.add(padded(indent + part.path() + "  " + part.type(), TYPE_WIDTH) + padded(encoding, ENCODING_WIDTH)
                + Sizes.of(part.body().length()) + (part.sourceSize() == part.body().length() ? ""
                        : " (from " + Sizes.of(part.sourceSize()) + ")") + name);
        if (!part.reason().isEmpty()) {
            lines.add(indent + "    " + Inert.of(part.reason()));
        }
        for (PartPlan child : part.children()) {
            add(child, indent + "  ", lines);
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
