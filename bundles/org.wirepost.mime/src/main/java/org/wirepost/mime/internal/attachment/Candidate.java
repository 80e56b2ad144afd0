// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Registration;

/**
 * A handler that says a file is its own.
 *
 * @param precision how much its type range says, see {@link MediaTypes#precision}
 */
public record Candidate(Entry entry, Match match, int precision) {

    /** By content before by name, the more specific type, the higher ranking, the lower id. */
    public static final Comparator<Candidate> BEST_FIRST = Comparator
            .comparing((Candidate candidate) -> candidate.match.kind()).reversed()
            .thenComparing(Candidate::precision, Comparator.reverseOrder())
            .thenComparing(candidate -> MediaTypes.detail(candidate.match.type()), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.registration().ranking(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.registration().id());

    /** A candidate, unless the match says no or is not covered by the types the handler has declared. */
    public static Optional<Candidate> of(Entry entry, Match match) {
        if (match.kind() == Match.Kind.NONE) {
            return Optional.empty();
        }
        OptionalInt precision = entry.registration().types().stream()
                .filter(range -> MediaTypes.covers(range, match.type()))
                .mapToInt(MediaTypes::precision).max();
        return precision.isEmpty() ? Optional.empty()
                : Optional.of(new Candidate(entry, match, precision.getAsInt()));
    }

    private Registration registration() {
        return entry.registration();
    }
}
