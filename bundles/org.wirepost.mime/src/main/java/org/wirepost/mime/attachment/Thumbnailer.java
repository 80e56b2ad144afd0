// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.mime.Source;

/** Draws a small picture of a file. An {@link AttachmentHandler} implements it beside its own interface. */
@ConsumerType
public interface Thumbnailer {

    /**
     * A picture whose longer edge has at most {@code edge} pixels, the right way up, or nothing when none can be drawn.
     *
     * @param edge the longest edge wanted, in pixels, at least 1
     * @throws IOException if the source cannot be read
     */
    Optional<Pixels> thumbnail(Source source, Report report, int edge, Call call) throws IOException;
}
