// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the things that a header of a manifest lists.
 *
 * @param names what it is about; several share their parameters
 * @param parameters attributes and directives, as they stand there
 */
record Clause(List<String> names, List<String> parameters) {

    /** Takes a header apart; an odd one gives odd clauses, never a failure. */
    static List<Clause> of(String header) {
        return split(header, ',').stream().filter(text -> !text.isBlank()).map(Clause::parse).toList();
    }

    private static Clause parse(String text) {
        var parts = split(text, ';').stream().map(String::strip).collect(Collectors.partitioningBy(
                part -> part.indexOf('=') >= 0));
        return new Clause(parts.get(false).stream().map(Clause::unquoted).toList(), parts.get(true));
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).strip() : name;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
