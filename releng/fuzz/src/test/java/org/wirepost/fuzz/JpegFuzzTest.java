// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.JpegHandler;

/** Pictures, broken or not: described, stripped to something shorter that is read again, made smaller. */
class JpegFuzzTest {

    private static final JpegHandler HANDLER = new JpegHandler();
    private static final int MOST_DECODED = 4000;

    @FuzzTest
    void picture(byte[] input) throws IOException {
        Report before = HANDLER.inspect(Source.of("photo.jpg", input), new Calm());
        assertThat(before.type()).isEqualTo(JpegHandler.TYPE);
        byte[] stripped = prepared(input, Map.of("jpeg.strip", "all"));
        assertThat(stripped.length).isLessThanOrEqualTo(input.length);
        Report after = HANDLER.inspect(Source.of("photo.jpg", stripped), new Calm());
        assertThat(after.finding("jpeg.location")).isEmpty();
        assertThat(after.fact("width")).isEqualTo(before.fact("width"));
        assertThat(prepared(stripped, Map.of("jpeg.strip", "all"))).isEqualTo(stripped);
        if (input.length < MOST_DECODED) {
            prepared(input, Map.of("jpeg.max-edge", "5"));
            HANDLER.thumbnail(Source.of("photo.jpg", input), before, 4, new Calm());
        }
    }

    private static byte[] prepared(byte[] octets, Map<String, String> options) throws IOException {
        Source source = Source.of("photo.jpg", octets);
        Report report = Report.of(JpegHandler.TYPE);
        Choices choices = Choices.parse(HANDLER.options(report), options, "photo.jpg");
        Prepared prepared = HANDLER.prepare(source, report, choices, new Calm());
        try (InputStream in = prepared.source().open()) {
            byte[] all = in.readAllBytes();
            assertThat(prepared.length()).isEqualTo(all.length);
            return all;
        }
    }

    /** Never cancelled, with a budget of few pixels and no folder. */
    private static final class Calm implements Call {
        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public void progress(double done) {
            // Nobody looks.
        }

        @Override
        public long pixelBudget() {
            return 65_536;
        }

        @Override
        public Path scratch() throws IOException {
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }
}
