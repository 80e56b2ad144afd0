// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.wirepost.mime.EmlHeaders;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.MimeException;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.Source;

/** Message files of any content: refused in words, or sent within the limits, and the same when sent on. */
class EmlFuzzTest {

    @FuzzTest
    void messageFile(byte[] input) throws IOException {
        Source eml = Source.of("letter.eml", input);
        boolean readable = hasReadableHeader(eml);
        for (Limits limits : List.of(Limits.SEVEN_BIT, Limits.EIGHT_BIT, Limits.BINARY)) {
            check(eml, limits, false);
            if (readable) {
                // Bcc is only left out when the envelope could be made from the header.
                check(eml, limits, true);
            }
        }
    }

    private static boolean hasReadableHeader(Source eml) throws IOException {
        try {
            for (Mailbox mailbox : EmlHeaders.read(eml).from()) {
                assertThat(mailbox.addrSpec()).doesNotContain("\r", "\n");
            }
            return true;
        } catch (MimeException e) {
            Sentence.check(e);
            return false;
        }
    }

    private static void check(Source eml, Limits limits, boolean withoutBcc) throws IOException {
        Written first;
        try {
            first = Written.of(MimePlan.ofEml(eml, limits, withoutBcc));
        } catch (MimeException e) {
            Sentence.check(e);
            return;
        }
        if (withoutBcc) {
            assertThat(first.fieldNames()).doesNotContain("bcc", "resent-bcc");
        }
        Source again = Source.of("again.eml", first.octets());
        assertThat(Written.of(MimePlan.ofEml(again, limits, withoutBcc)).text()).isEqualTo(first.text());
    }
}
