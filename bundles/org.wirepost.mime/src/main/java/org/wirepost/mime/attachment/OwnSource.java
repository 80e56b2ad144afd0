// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.attachment.GuardedSource;
import org.wirepost.mime.internal.source.ByteArraySource;
import org.wirepost.mime.internal.source.FileSource;

/** Tells sources that work without any code of a handler. */
final class OwnSource {

    private OwnSource() {
    }

    /** The source freed of its guard, if reading it runs no code of a handler. */
    static Optional<Source> of(Source source) {
        if (source instanceof GuardedSource guarded) {
            return Optional.of(guarded.unguarded());
        }
        if (source instanceof FileSource || source instanceof ByteArraySource) {
            return Optional.of(source);
        }
        if (source instanceof Splice splice) {
            return of(splice.underneath()).map(splice::over);
        }
        return Optional.empty();
    }
}
