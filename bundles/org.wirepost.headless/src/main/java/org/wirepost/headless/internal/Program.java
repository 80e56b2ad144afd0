// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What this program is called. */
public final class Program {

    private Program() {
    }

    /** Returns name and version, such as {@code wirepost 0.1.0}. */
    public static String name() {
        return "wirepost " + version();
    }

    /** Returns the version, put into a resource by the build. */
    public static String version() {
        try (InputStream in = Program.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
