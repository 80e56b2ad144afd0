// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Report;
import org.wirepost.ui.internal.words.Sentences;

/** Reads reports by the names that handlers give their facts and findings. */
final class Facts {

    /** Facts whose value is said in words of the handler. */
    private static final Set<String> WORDED = Set.of("coding", "colour");

    private Facts() {
    }

    /** Returns a fact in the language of the window; what was read in the file stays as it stands there. */
    static String words(Fact fact) {
        return fact.words().equals(fact.value()) && !WORDED.contains(fact.name()) ? fact.words()
                : Sentences.of(fact.words());
    }

    /** Tells whether the place where a photo was taken is inside. */
    static boolean hasLocation(Report report) {
        return report.fact("gps").isPresent() || report.findings().stream().anyMatch(Facts::isLocation);
    }

    /** Tells whether a finding says no more than that the location is inside. */
    static boolean isLocation(Finding finding) {
        return finding.code().endsWith(".location");
    }

    /** Returns the few facts that fit in a line: the size of the picture, the pages, the place. */
    static List<String> line(Report report) {
        List<String> words = new ArrayList<>();
        report.fact("pixels").or(() -> report.fact("pages")).map(Facts::words)
                .map(text -> text.replaceFirst(" \\(.*\\)$", "")).ifPresent(words::add);
        if (hasLocation(report)) {
            words.add(Messages.locationInside);
        }
        return words;
    }
}
