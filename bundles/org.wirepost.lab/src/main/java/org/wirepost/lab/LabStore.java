// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of the messages.
 *
 * @param mode keep the octets, or only count them
 * @param directory where {@link Mode#KEEP} writes one {@code .eml} per message; made when it is missing. Without it
 *     small messages stay in memory and large ones go to a temporary folder that {@link LabServer#close()} removes
 */
public record LabStore(Mode mode, Optional<Path> directory) {

    /** Keep or count. */
    public enum Mode {
        /** The octets can be read again. */
        KEEP,
        /** The octets are counted and their SHA-256 is taken. */
        DIGEST,
        /** The octets are counted. */
        COUNT
    }

    /** Kept until the server closes. */
    public static LabStore temporary() {
        return new LabStore(Mode.KEEP, Optional.empty());
    }

    /** One {@code .eml} per message in this folder; the files stay. */
    public static LabStore in(Path directory) {
        return new LabStore(Mode.KEEP, Optional.of(directory));
    }

    /** Nothing kept but length and SHA-256. */
    public static LabStore digesting() {
        return new LabStore(Mode.DIGEST, Optional.empty());
    }

    /** Nothing kept but the length. */
    public static LabStore counting() {
        return new LabStore(Mode.COUNT, Optional.empty());
    }
}
