// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wirepost.account.StoredFile;

/** The accounts of which nothing is sent, one a line: name, tabulator, reason; control characters as spaces. */
public final class HeldAccounts {

    private static final int LIMIT = 1024 * 1024;

    private final StoredFile file;

    HeldAccounts(Path file) {
        this.file = new StoredFile(file);
    }

    /** Returns the reason by name. */
    public Map<String, String> read() throws IOException {
        return parse(file.read(LIMIT));
    }

    /** Changes them. */
    void change(UnaryOperator<Map<String, String>> change) throws IOException {
        file.<IOException>update(LIMIT, old -> {
            Map<String, String> before = parse(old);
            Map<String, String> after = change.apply(new LinkedHashMap<>(before));
            return after.equals(before) ? Optional.empty() : Optional.of(format(after));
        });
    }

    private static Map<String, String> parse(Optional<byte[]> octets) {
        Map<String, String> held = new LinkedHashMap<>();
        new String(octets.orElse(new byte[0]), StandardCharsets.UTF_8).lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (tab >= 0) {
                held.put(line.substring(0, tab), line.substring(tab + 1));
            }
        });
        return Collections.unmodifiableMap(held);
    }

    private static byte[] format(Map<String, String> held) {
        StringBuilder text = new StringBuilder();
        held.forEach((name, reason) -> text.append(plain(name)).append('\t').append(plain(reason)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a text as it is stored, on one line. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' '
                : (char) c));
        return plain.toString();
    }
}
