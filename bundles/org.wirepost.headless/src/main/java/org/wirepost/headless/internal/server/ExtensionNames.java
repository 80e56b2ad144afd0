// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Nearest;

/** The extensions that can be left unused. */
public final class ExtensionNames {

    private static final List<String> KNOWN = List.of("PIPELINING", "CHUNKING", "8BITMIME", "BINARYMIME", "SMTPUTF8",
            "SIZE", "DSN", "ENHANCEDSTATUSCODES");

    private ExtensionNames() {
    }

    /**
     * Checks names.
     *
     * @param names as given, in any case; several by commas
     * @return the keywords in upper case
     * @throws Fault when one is not known
     */
    public static Set<String> parse(Collection<String> names) throws Fault {
        Set<String> keywords = new TreeSet<>();
        for (String list : names) {
            for (String name : list.split(",", -1)) {
                String keyword = name.strip().toUpperCase(Locale.ROOT);
                if (!KNOWN.contains(keyword)) {
                    throw Fault.usage("--no '" + name.strip() + "' is not known"
                            + Nearest.to(keyword, KNOWN).map(near -> "; did you mean " + near.toLowerCase(Locale.ROOT)
                                    + "?").orElse("; known are " + String.join(", ", KNOWN).toLowerCase(Locale.ROOT)
                                            + "."));
                }
                keywords.add(keyword);
            }
        }
        return keywords;
    }
}
