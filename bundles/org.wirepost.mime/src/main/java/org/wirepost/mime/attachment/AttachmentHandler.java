// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.mime.Source;

/**
 * Takes care of one kind of attachment. A plug-in publishes it as an OSGi service under this interface.
 *
 * <p>For each file the handler is asked, in this order: {@link #match} (is this mine?), {@link #inspect} (what is in
 * it, is it whole?), {@link #options} (what can be changed?) and {@link #prepare} (the bytes that go out). A handler
 * keeps no state between these calls and may be called from several threads at once.
 *
 * <p>Every call runs behind a guard, on a thread of its own and with a deadline. An {@link IOException} says that this
 * one file cannot be handled. Anything else that is thrown, or a call that does not come back, is taken for a bug: the
 * handler is set aside until its bundle is replaced, the file goes out as it is, and the user is told.
 *
 * <p>A handler that can also draw a small picture of the file implements {@link Thumbnailer} as well.
 */
@ConsumerType
public interface AttachmentHandler {

    /**
     * Service property: the media types the handler may name in a {@link Match}, as a string or an array of strings,
     * for example {@code image/jpeg}, <code>image/&#42;</code> or <code>&#42;/&#42;</code>. Without it the handler is
     * taken for one of any type, which ranks last among equal matches.
     */
    String TYPES = "attach.types";

    /**
     * Says whether a file is of this handler's kind, from its name, length and first bytes alone. Does no I/O and
     * answers within 50 ms.
     */
    Match match(Probe probe);

    /**
     * Validates and describes the file in one pass over its bytes, in memory that does not grow with its length.
     * Content that is damaged or not what it claims to be is a {@link Finding}, not an exception.
     *
     * @throws IOException if the source cannot be read, or the file cannot be handled at all
     */
    Report inspect(Source source, Call call) throws IOException;

    /**
     * The options {@link #prepare} understands for the file of this report. For a report without facts
     * ({@link Report#of}) these are all the options the handler knows.
     */
    default List<Option<?>> options(Report report) {
        return List.of();
    }

    /**
     * Makes the content that goes out. Its length and bytes are fixed from here on and may be read any number of times
     * until it is closed. What was asked for and could not be done is a finding of the result.
     *
     * @throws IOException if the source cannot be read or the scratch folder cannot be written
     */
    default Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
        return Prepared.asIs(source, report);
    }
}
