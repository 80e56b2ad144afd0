// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirepost.account.StoredFile;

/**
 * The bundles of the product itself that the user has switched off: a list of symbolic names, one a line, which the
 * launcher reads at each start, of the window as of the command line.
 */
final class SwitchedOff {

    /** The name of the file in the data folder; the launcher knows it too. */
    static final String FILE = "bundles-off.txt";

    private static final int LIMIT = 1 << 16;

    private final StoredFile file;

    SwitchedOff(StoredFile file) {
        this.file = file;
    }

    Set<String> names() throws IOException {
        return read(file.read(LIMIT));
    }

    void set(String name, boolean off) throws IOException {
        file.update(LIMIT, old -> {
            Set<String> names = read(old);
            boolean changed = off ? names.add(name) : names.remove(name);
            return changed ? Optional.of(text(names).getBytes(StandardCharsets.UTF_8)) : Optional.empty();
        });
    }

    private static Set<String> read(Optional<byte[]> octets) {
        return octets.map(content -> new String(content, StandardCharsets.UTF_8)).orElse("").lines()
                .map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Set<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }
}
