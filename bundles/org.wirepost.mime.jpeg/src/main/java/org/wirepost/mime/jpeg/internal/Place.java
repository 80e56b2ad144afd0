// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.jpeg.internal.exif.Position;
import org.wirepost.mime.jpeg.internal.parse.Problems;

/** Where in the file the place is told. */
final class Place {

    private final Set<String> where = new LinkedHashSet<>();
    private Optional<Position> position = Optional.empty();

    /** Notes coordinates. */
    void found(String in, Position coordinates) {
        found(in, Optional.of(coordinates));
    }

    /** Notes that a kind of metadata tells the place, perhaps with coordinates. */
    void found(String in, Optional<Position> coordinates) {
        where.add(in);
        position = position.or(() -> coordinates);
    }

    /** Warns that the location is inside. */
    void tell(Problems problems) {
        if (!where.isEmpty()) {
            String at = position.map(found -> ": " + found.words()).orElse("");
            problems.warn("jpeg.location", "The place where the photo was taken is inside (" + String.join(", ", where)
                    + ")" + at + ". Option " + Settings.STRIP.key() + "=location takes it out.", Finding.NOWHERE);
        }
    }

    /** The coordinates as a fact. */
    Optional<Fact> fact() {
        return position.map(found -> new Fact("gps", found.decimal(), found.words()));
    }
}
