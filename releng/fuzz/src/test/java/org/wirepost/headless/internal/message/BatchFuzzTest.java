// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Defaults;
import org.wirepost.delivery.Draft;
import org.wirepost.fuzz.Sentence;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.mime.InvalidFieldException;

/** Lines of a batch: each is an order or a fault in words, and none takes another along. */
class BatchFuzzTest {

    private static final List<String> FILES = List.of("attach", "inline", "eml", "text-file", "html-file");
    private static final Fields NOTHING = new Fields() {
        @Override
        public List<String> values(String name) {
            return name.equals("from") ? List.of("me@example.org") : List.of();
        }

        @Override
        public String where(String name) {
            return "--" + name;
        }
    };

    private final DraftReader drafts = new DraftReader(Path.of("target"), Optional.empty(), List.of());
    private final EnvelopeReader envelopes = new EnvelopeReader(Defaults.NONE);

    @FuzzTest
    void lines(byte[] input) throws IOException {
        BatchLines lines = new BatchLines(new ByteArrayInputStream(input));
        int octets = 0;
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            octets += line.get().length + 1;
            read(new String(line.get(), StandardCharsets.UTF_8), "line " + lines.number());
        }
        assertThat(octets).isBetween(input.length, input.length + 1);
    }

    private void read(String json, String place) {
        try {
            BatchFields fields = BatchFields.read(json, place, NOTHING);
            if (FILES.stream().noneMatch(fields::has)) {
                Draft draft = drafts.read(fields);
                assertThat(draft).isNotNull();
                assertThat(envelopes.read(fields)).isNotNull();
            }
        } catch (Fault e) {
            assertThat(e.getMessage()).isNotBlank();
        } catch (InvalidFieldException e) {
            Sentence.check(e);
        }
    }
}
