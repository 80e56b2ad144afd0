// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.wirepost.fuzz.Sentence;
import org.wirepost.ui.internal.compose.text.MailtoUri;
import org.wirepost.ui.internal.json.JsonText;
import org.wirepost.ui.internal.json.Members;

/** Drafts and reports on disk, and mailto links: refused in words, or the same when written and read again. */
class DraftFuzzTest {

    @FuzzTest
    void draft(byte[] input) throws IOException {
        link("mailto:" + new String(input, StandardCharsets.UTF_8));
        Members json;
        try {
            json = JsonText.object(input);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        check(new EnvelopeJson(), json);
        check(new SentJson(), json);
    }

    private static <T> void check(Shelf.Format<T> format, Members json) throws IOException {
        T read;
        try {
            read = format.read("id", json);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        byte[] written = JsonText.pretty(format.write(read));
        assertThat(format.read("id", JsonText.object(written))).isEqualTo(read);
    }

    private static void link(String uri) {
        try {
            MailtoUri link = MailtoUri.parse(uri);
            for (String line : new String[] {link.to(), link.cc(), link.bcc(), link.subject()}) {
                assertThat(line.chars().noneMatch(Character::isISOControl)).as(line).isTrue();
            }
            assertThat(link.body()).doesNotContain("\r", "\0");
        } catch (IllegalArgumentException e) {
            Sentence.check(e);
        }
    }
}
