// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wirepost.mime.MimePlan;

/**
 * A plan's octets, which kept what the plan promised.
 *
 * @param octets as they go to the server
 */
record Written(byte[] octets) {

    private static final int LONGEST = 998;

    static Written of(MimePlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        plan.writeTo(out);
        Written written = new Written(out.toByteArray());
        assertThat(plan.size()).isEqualTo(out.size());
        String text = written.text();
        boolean eightBit = text.chars().anyMatch(c -> c > 127);
        assertThat(!eightBit || plan.needs8Bit() || plan.needsBinary()).as("8-bit is declared").isTrue();
        if (!plan.needsBinary()) {
            assertThat(text.replace("\r\n", "")).as("no lone CR, LF or NUL").doesNotContain("\r", "\n", "\0");
            assertThat(text.split("\r\n", -1)).as("lines").allMatch(line -> line.length() <= LONGEST);
        }
        return written;
    }

    String text() {
        return new String(octets, ISO_8859_1);
    }

    /** Returns the names of the fields of the outermost header. */
    List<String> fieldNames() {
        if (text().startsWith("\r\n")) {
            return List.of();
        }
        int end = text().indexOf("\r\n\r\n");
        String header = end < 0 ? text() : text().substring(0, end);
        return Arrays.stream(header.replaceAll("\r\n[ \t]", " ").split("\r\n"))
                .map(line -> line.split(":", 2)[0].toLowerCase(Locale.ROOT)).toList();
    }
}
