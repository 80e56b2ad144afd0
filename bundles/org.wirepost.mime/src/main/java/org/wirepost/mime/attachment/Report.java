// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.wirepost.mime.internal.attachment.MediaTypes;

/**
 * What a handler has found out about a file.
 *
 * @param type the media type by which the file goes out, without parameters, in lower case
 * @param findings what the user should know, in the order found
 * @param facts what was read in the file, in the order to be shown
 */
public record Report(String type, List<Finding> findings, List<Fact> facts) {

    /** How many findings, and how many facts, are kept; more than anybody reads. */
    public static final int MOST = 1_000;

    /**
     * @throws IllegalArgumentException if the type is not a media type (RFC 2045, section 5.1)
     */
    public Report {
        type = MediaTypes.check(type.toLowerCase(Locale.ROOT));
        findings = findings.stream().limit(MOST).toList();
        facts = facts.stream().limit(MOST).toList();
    }

    /** A report that says nothing but the type. */
    public static Report of(String type) {
        return new Report(type, List.of(), List.of());
    }

    /** The first fact of that name. */
    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** The first finding of that code. */
    public Optional<Finding> finding(String code) {
        return findings.stream().filter(finding -> finding.code().equals(code)).findFirst();
    }

    /** The highest severity among the findings. */
    public Optional<Finding.Severity> worst() {
        return findings.stream().map(Finding::severity).max(Comparator.naturalOrder());
    }

    /** The same report with more findings behind its own. */
    public Report with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Report(type, all, facts);
    }
}
