// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Objects;

import org.wirepost.mime.internal.attachment.Words;

/**
 * Something the user should know about a file.
 *
 * @param severity how bad it is
 * @param code a stable name for scripts, for example {@code jpeg.truncated}
 * @param message one sentence for people; control characters are replaced and the text is cut at 1 000 characters
 * @param offset the byte of the file it is about, counted from 0, or {@link #NOWHERE}
 */
public record Finding(Severity severity, String code, String message, long offset) {

    /** How bad a finding is. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Probably not what the user wants, or the receiver may be surprised. */
        WARN,
        /** The file is damaged or is not what it claims to be, or a wish could not be fulfilled. */
        BROKEN
    }

    /** The offset of a finding that concerns the file as a whole. */
    public static final long NOWHERE = -1;

    public Finding {
        Objects.requireNonNull(severity, "severity");
        code = Words.clean(code);
        message = Words.clean(message);
        offset = Math.max(offset, NOWHERE);
    }

    /** A finding of the least severity about the whole file. */
    public static Finding info(String code, String message) {
        return new Finding(Severity.INFO, code, message, NOWHERE);
    }

    /** A warning about the whole file. */
    public static Finding warn(String code, String message) {
        return new Finding(Severity.WARN, code, message, NOWHERE);
    }

    /** A finding of the highest severity about the whole file. */
    public static Finding broken(String code, String message) {
        return new Finding(Severity.BROKEN, code, message, NOWHERE);
    }

    /** The same finding about a certain byte of the file. */
    public Finding at(long byteOffset) {
        return new Finding(severity, code, message, byteOffset);
    }
}
