// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.Map;

/**
 * What a draft keeps of an attachment.
 *
 * @param path the file, absolute
 * @param inline whether it is shown in the text
 * @param options what was chosen for its handler, by key
 * @param decided whether the user or a preference has chosen, so that preferences do not choose again
 * @param own whether the file was made for the letter, as by pasting, and goes with it
 * @param length octets when last looked at, -1 when never
 * @param modified its time of change then, in milliseconds since 1970
 */
public record AttachmentMemento(String path, boolean inline, Map<String, String> options, boolean decided, boolean own,
        long length, long modified) {

    /** Copies the map; a draft written by hand may lack it. */
    public AttachmentMemento {
        options = options == null ? Map.of() : Map.copyOf(options);
    }
}
