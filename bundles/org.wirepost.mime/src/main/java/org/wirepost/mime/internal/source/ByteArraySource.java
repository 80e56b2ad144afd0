// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

import org.wirepost.mime.Source;

/** Octets in memory. */
public final class ByteArraySource implements Source {

    private final String name;
    private final byte[] octets;

    /**
     * Makes a source; the array is not copied.
     *
     * @param name name for people
     * @param octets the content
     */
    public ByteArraySource(String name, byte[] octets) {
        this.name = Objects.requireNonNull(name, "name");
        this.octets = Objects.requireNonNull(octets, "octets");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long length() {
        return octets.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(octets);
    }

    @Override
    public String toString() {
        return name + " (" + octets.length + " octets)";
    }
}
