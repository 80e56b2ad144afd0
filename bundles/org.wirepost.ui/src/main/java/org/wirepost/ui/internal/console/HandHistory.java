// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;

/** The commands that were typed, latest last. Secrets are never handed in. */
final class HandHistory {

    private static final int LIMIT = 200;

    private final List<String> lines = new ArrayList<>();
    private int at;
    private String draft = "";

    void add(String line) {
        lines.remove(line);
        lines.add(line);
        if (lines.size() > LIMIT) {
            lines.remove(0);
        }
        at = lines.size();
        draft = "";
    }

    /** Returns the line before, or the line itself where there is none. */
    String back(String current) {
        if (at == lines.size()) {
            draft = current;
        }
        if (lines.isEmpty()) {
            return current;
        }
        at = Math.max(0, at - 1);
        return lines.get(at);
    }

    /** Returns the line behind; after the latest one, what was being typed. */
    String forward(String current) {
        if (at >= lines.size()) {
            return current;
        }
        at++;
        return at == lines.size() ? draft : lines.get(at);
    }
}
