// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;
import org.wirepost.mime.Source;

/**
 * A file that is to go with a draft.
 *
 * @param source its octets
 * @param inline whether the HTML text shows it, by {@code cid:} and its file name
 * @param options for the handler of this file, by key; a key that it does not know is an error
 */
public record DraftAttachment(Source source, boolean inline, Map<String, String> options) {

    /** Copies the map. */
    public DraftAttachment {
        requireNonNull(source, "source");
        options = Map.copyOf(options);
    }

    /**
     * A file to be offered to the receiver.
     *
     * @param file the file; it is not looked at yet
     * @return the attachment
     */
    public static DraftAttachment of(Path file) {
        return new DraftAttachment(Source.of(file), false, Map.of());
    }

    /**
     * An image for the HTML text.
     *
     * @param file the file; it is not looked at yet
     * @return the attachment
     */
    public static DraftAttachment inline(Path file) {
        return new DraftAttachment(Source.of(file), true, Map.of());
    }
}
