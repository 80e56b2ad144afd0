// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.attachment.SimplePrepared;

/**
 * The content of an attachment as it goes out. Length and bytes are fixed. Best made by {@link #of}: then no code of
 * the handler is needed while the message is sent, and its bundle may leave at any time.
 */
@ConsumerType
public interface Prepared extends AutoCloseable {

    /** The media type, without parameters. */
    String type();

    /** The file name the receiver sees. */
    String name();

    /** The exact length of the content in bytes. */
    long length();

    /** Opens the content at its first byte; may be called any number of times until the content is closed. */
    InputStream open() throws IOException;

    /** What differs from the file, a few words each, for example {@code location removed}; empty if nothing does. */
    List<String> changes();

    /** What could not be done as asked. */
    default List<Finding> findings() {
        return List.of();
    }

    /** The content as a source of a message, valid until this is closed. */
    default Source source() {
        return SimplePrepared.sourceOf(this);
    }

    /** Gives up temporary files. */
    @Override
    default void close() throws IOException {
    }

    /** The file as it is. */
    static Prepared asIs(Source source, Report report) throws IOException {
        return of(report.type(), source.name(), source, List.of(), List.of());
    }

    /**
     * Content held by a source, for example a {@link Splice} or a file in {@link Call#scratch()}.
     *
     * @param type the media type
     * @param name the file name the receiver sees
     * @param content the content
     * @param changes what differs from the file
     * @param findings what could not be done as asked
     * @throws IOException if the length of the content cannot be found out
     */
    static Prepared of(String type, String name, Source content, List<String> changes, List<Finding> findings)
            throws IOException {
        return new SimplePrepared(type, name, content, content.length(), changes, findings);
    }
}
