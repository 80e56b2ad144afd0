// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.io.IOException;
import java.nio.file.Path;

/** A file is there and is not what it should be. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String reason;

    UnreadableException(Path file, IOException cause) {
        super("The file " + file + " cannot be read: " + cause.getMessage() + ". It is left as it is.", cause);
        this.file = file;
        this.reason = cause.getMessage();
    }

    Path file() {
        return file;
    }

    /** Returns what is wrong, as the end of a sentence. */
    String reason() {
        return reason;
    }
}
