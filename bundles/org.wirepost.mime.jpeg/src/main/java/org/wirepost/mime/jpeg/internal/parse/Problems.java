// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Finding.Severity;

/** Collects findings; of each kind only the first, for a broken file repeats itself without end. */
public final class Problems {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Something good to know. */
    public void info(String code, String message, long offset) {
        add(new Finding(Severity.INFO, code, message, offset));
    }

    /** Something to be warned of. */
    public void warn(String code, String message, long offset) {
        add(new Finding(Severity.WARN, code, message, offset));
    }

    /** Damage. */
    public void broken(String code, String message, long offset) {
        add(new Finding(Severity.BROKEN, code, message, offset));
    }

    /** Adds findings made elsewhere. */
    public void addAll(List<Finding> more) {
        more.forEach(this::add);
    }

    private void add(Finding finding) {
        if (counts.merge(finding.code(), 1, Integer::sum) == 1) {
            findings.add(finding);
        }
    }

    /** What was found, in the order found. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
