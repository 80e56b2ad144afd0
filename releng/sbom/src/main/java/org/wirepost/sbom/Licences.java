// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which licence each part has, by the text about licences that the archive brings for people. */
final class Licences {

    private static final Map<String, String> NAMES = Map.of("Apache License 2.0", "Apache-2.0",
            "Eclipse Public License 2.0", "EPL-2.0", "MIT License", "MIT", "BSD 2-Clause License", "BSD-2-Clause");
    private static final Pattern HEADING = Pattern.compile("Under the ([^;:]+)[;:].*");
    private static final Pattern PART = Pattern.compile(" {4,}(\\S+) +\\S.*");

    private final Map<String, String> ofParts = new HashMap<>();

    private Licences() {
    }

    /** Reads the text: headings that name a licence, below each the parts, set in. */
    static Licences read(Path text) throws IOException {
        var licences = new Licences();
        var current = "";
        for (var line : Files.readAllLines(text)) {
            var heading = HEADING.matcher(line);
            var part = PART.matcher(line);
            if (heading.matches()) {
                current = identifier(heading.group(1), text);
            } else if (part.matches() && !current.isEmpty()) {
                licences.ofParts.put(part.group(1), current);
            }
        }
        return licences;
    }

    private static String identifier(String name, Path text) throws IOException {
        var identifier = NAMES.get(name);
        if (identifier == null) {
            throw new IOException(text + " names the " + name + ", for which there is no identifier of SPDX here.");
        }
        return identifier;
    }

    /** The identifier that SPDX has for the licence of a part. */
    String of(Part part) throws IOException {
        if (part.group().equals("org.wirepost")) {
            return "EPL-2.0";
        }
        var licence = ofParts.get(part.name());
        if (licence == null) {
            throw new IOException("The text about licences does not name " + part.name() + ".");
        }
        return licence;
    }
}
