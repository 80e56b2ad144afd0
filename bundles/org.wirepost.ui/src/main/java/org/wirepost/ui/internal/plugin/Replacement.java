// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * A bundle that is to take the place of an installed one of the same symbolic name.
 *
 * @param older the installed one
 * @param digest the SHA-256 of its file in hexadecimal; empty for one that has no file of the user's
 * @param newer the other one
 */
record Replacement(Plugin older, String digest, Candidate newer) {

    /** Reads what is installed; slow. */
    static Replacement of(Plugin older, Candidate newer) throws IOException {
        Optional<Path> file = older.file();
        return new Replacement(older, file.isPresent() ? CandidateReader.digest(file.get()) : "", newer);
    }

    /** Refuses what cannot take its place, in words. */
    void check() throws IOException {
        if (!newer.symbolicName().equals(older.symbolicName())) {
            throw new IOException(Messages.bind(Messages.updateOther,
                    new Object[] {newer.file(), newer.symbolicName(), older.symbolicName()}));
        }
        if (newer.digest().equals(digest) && older.condition() != Plugin.Condition.OFF) {
            throw new IOException(Messages.bind(Messages.updateNothing, newer.file(), older.name()));
        }
    }

    /** Asks whether to replace it, naming both versions. */
    String question() {
        int order = version(newer.version()).compareTo(version(older.version()));
        return Messages.bind(order > 0 ? Messages.updateQuestion : order < 0 ? Messages.updateDown
                : Messages.updateSame, new Object[] {older.name(), older.version(), newer.version()});
    }

    /** Tells whether somebody else vouches for it now. */
    boolean changesPublisher() {
        return !newer.publisher().equals(older.publisher());
    }

    private static Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
