// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Prepared;

/** Content that a source holds. */
public record SimplePrepared(String type, String name, Source source, long length, List<String> changes,
        List<Finding> findings) implements Prepared {

    /** How much of a list anybody looks at. */
    private static final int MOST = 1_000;

    public SimplePrepared {
        type = MediaTypes.check(type.toLowerCase(Locale.ROOT));
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        if (length < 0) {
            throw new IllegalArgumentException("a length of " + length + " bytes");
        }
        changes = changes.stream().limit(MOST).map(Words::clean).toList();
        findings = findings.stream().limit(MOST).toList();
    }

    @Override
    public InputStream open() throws IOException {
        return source.open();
    }

    /** A view of any prepared content as a source. */
    public static Source sourceOf(Prepared prepared) {
        return new Source() {
            @Override
            public String name() {
                return prepared.name();
            }

            @Override
            public long length() {
                return prepared.length();
            }

            @Override
            public InputStream open() throws IOException {
                return prepared.open();
            }
        };
    }
}
