// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.attachment.Entry;
import org.wirepost.mime.internal.attachment.NamedTypes;

/** A file that has been looked at: who takes care of it, what was found and what can be chosen. */
public final class Inspection {

    private static final int MOST_OPTIONS = 200;

    private final Source source;
    private final Entry entry;
    private final Match match;
    private final Report report;
    private final List<Option<?>> options;

    Inspection(Source source, Entry entry, Match match, Report report, List<Option<?>> options) {
        this.source = source;
        this.entry = entry;
        this.match = match;
        this.report = report.with(nameMismatch(source.name(), match));
        this.options = List.copyOf(options);
        if (this.options.size() > MOST_OPTIONS) {
            throw new IllegalArgumentException("more than " + MOST_OPTIONS + " options");
        }
    }

    /** The file. */
    public Source source() {
        return source;
    }

    /** The symbolic name of the bundle whose handler takes care of the file. */
    public String owner() {
        return entry.owner();
    }

    /** How the handler was chosen. */
    public Match match() {
        return match;
    }

    /** What was found. */
    public Report report() {
        return report;
    }

    /** What can be chosen. */
    public List<Option<?>> options() {
        return options;
    }

    /** Those of the given options that this file has; for options that were given for many files at once. */
    public Map<String, String> pick(Map<String, String> given) {
        Map<String, String> own = new LinkedHashMap<>(given);
        own.keySet().removeIf(key -> options.stream().noneMatch(option -> option.key().equals(key)));
        return own;
    }

    Entry entry() {
        return entry;
    }

    private static List<Finding> nameMismatch(String name, Match match) {
        Optional<NamedTypes.Named> named = NamedTypes.of(new Probe(name, 0, new byte[0]).extension());
        if (match.kind() != Match.Kind.MAGIC || named.isEmpty()) {
            return List.of();
        }
        String said = named.get().type();
        boolean agree = said.equals(match.type()) || said.equals("application/octet-stream")
                || Objects.equals(named.get().container(), match.type());
        return agree ? List.of() : List.of(Finding.warn("name.mismatch",
                name + " is named like " + said + ", but its content is " + match.type() + "."));
    }
}
