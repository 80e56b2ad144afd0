// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

class EmlHeadersTest {

    @Test
    void readsTheFieldsThatMakeAnEnvelope() throws IOException {
        EmlHeaders headers = read("""
                From a@example.org Fri Jan  2 03:04:05 2026
                Received: from x
                FROM: =?UTF-8?Q?J=C3=BCrgen?= <j@example.org>
                Sender: s@example.org
                To: a@example.org,
                 Team: b@example.org;
                To: c@example.org
                Cc: d@example.org
                Bcc: e@example.org
                Message-Id: <1@example.org>
                Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
                 again

                To: not@example.org
                """);
        assertThat(headers.from()).containsExactly(new Mailbox("Jürgen", "j", "example.org"));
        assertThat(headers.sender()).hasValue(new Mailbox("s", "example.org"));
        assertThat(headers.to()).flatExtracting(Address::mailboxes).extracting("localPart")
                .containsExactly("a", "b", "c");
        assertThat(headers.cc()).hasSize(1);
        assertThat(headers.bcc()).containsExactly(new Mailbox("e", "example.org"));
        assertThat(headers.messageId()).hasValue("1@example.org");
        assertThat(headers.subject()).isEqualTo("Grüße again");
    }

    @Test
    void takesMessagesWithNothingButABody() throws IOException {
        EmlHeaders headers = read("X: y\n\n");
        assertThat(headers.from()).isEmpty();
        assertThat(headers.messageId()).isEmpty();
        assertThat(headers.subject()).isEmpty();
    }

    @Test
    void readsRawLettersAsUtf8OrLatin1() throws IOException {
        assertThat(read("Subject: Grüße\n\n").subject()).isEqualTo("Grüße");
        assertThat(EmlHeaders.read(Source.of("m", "Subject: Gr\u00FC\u00DFe\n\n".getBytes(ISO_8859_1))).subject())
                .isEqualTo("Grüße");
    }

    @Test
    void pointsAtAFaultyAddress() {
        assertThatThrownBy(() -> read("To: a@example.org; b@example.org\n\n")).isInstanceOf(AddressException.class);
    }

    @Test
    void refusesWhatIsNoMessageAndEndlessHeaders() {
        for (String text : List.of("no message\n", " x\n", "PK\u0003\u0004")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(MimeException.class)
                    .hasMessageContaining("is no message");
        }
        assertThatThrownBy(() -> read("X: y\n".repeat(300_000))).isInstanceOf(MimeException.class)
                .hasMessageContaining("1 MiB");
        assertThatThrownBy(() -> read("X: " + "y".repeat(2_000_000))).isInstanceOf(MimeException.class)
                .hasMessageContaining("1 MiB");
    }

    private static EmlHeaders read(String text) throws IOException {
        return EmlHeaders.read(Source.of("m.eml", text.getBytes(UTF_8)));
    }
}
