// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message file always goes out with a line end at its end: without one, the end of DATA would add it uncounted. */
class EmlEndTest {

    private static String written(String eml) throws IOException {
        MimePlan plan = MimePlan.ofEml(Source.of("a.eml", eml.getBytes(StandardCharsets.ISO_8859_1)),
                Limits.SEVEN_BIT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        plan.writeTo(out);
        assertThat(plan.size()).isEqualTo(out.size());
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text as it is              | Subject: a~~b
            text as it is, ended       | Subject: a~~b~
            NUL, so base64             | Subject: a~~\0b
            NUL, so base64, ended      | Subject: a~~\0b~
            binary file, so base64     | Subject: a~Content-Type: image/png~Content-Transfer-Encoding: binary~~\0b~
            long base64, mended        | Subject: a~Content-Transfer-Encoding: base64~~%s~
            8bit, so quoted-printable  | Subject: a~~\u00E4 and so on, in plain words~
            """)
    void endsWithOneLineEnd(String what, String eml) throws IOException {
        String written = written(eml.replace("~", "\r\n").replace("%s", "QUJD".repeat(300)));

        assertThat(written).as(what).endsWith("\r\n").doesNotEndWith("\r\n\r\n");
    }
}
