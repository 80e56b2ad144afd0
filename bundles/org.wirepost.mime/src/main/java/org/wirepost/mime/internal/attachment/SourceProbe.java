// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InputStream;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Probe;

/** Reads what a probe holds. */
public final class SourceProbe {

    private SourceProbe() {
    }

    /** Name, length and first bytes of a source. */
    public static Probe of(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return new Probe(source.name(), source.length(), in.readNBytes(Probe.HEAD));
        }
    }
}
