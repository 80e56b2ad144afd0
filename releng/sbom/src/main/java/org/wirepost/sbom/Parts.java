// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** All jars that Maven has found for the archives. */
final class Parts {

    /** A line of {@code mvn dependency:list}: coordinates, scope, path, and perhaps the name of a module. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*([^:\\s]+):([^:]+):jar:([^:]+):(?:compile|runtime):(.+?)(?: -- module .*)?");

    private final Map<String, Part> byDigest = new HashMap<>();
    private final Map<String, Path> byName = new HashMap<>();

    private Parts() {
    }

    /** Reads what {@code mvn dependency:list} has written with absolute paths. */
    static Parts read(Path list) throws IOException {
        var parts = new Parts();
        for (var line : Files.readAllLines(list)) {
            var match = LINE.matcher(line.replaceAll("\u001b\\[[0-9;]*m", ""));
            if (match.matches()) {
                var jar = Path.of(match.group(4));
                var part = Part.of(match.group(1), match.group(2), match.group(3), jar);
                parts.byDigest.put(part.digest(), part);
                parts.byName.put(part.name(), jar);
            }
        }
        return parts;
    }

    /** The part that a jar is, by its octets: what a file is called proves nothing. */
    Part of(Path jar) throws IOException {
        var part = byDigest.get(Part.digest(jar));
        if (part == null) {
            throw new IOException(jar + " is none of the jars that Maven has found: build its module again.");
        }
        return part;
    }

    /** The jar of an artifact. */
    Path jar(String name) throws IOException {
        var jar = byName.get(name);
        if (jar == null) {
            throw new IOException("Maven has found no " + name + ".");
        }
        return jar;
    }
}
