// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @Test
    void quotesALocalPartOnlyWhereNeeded() {
        assertThat(new Mailbox("jane.doe+x", "example.org").addrSpec()).isEqualTo("jane.doe+x@example.org");
        assertThat(new Mailbox("jane doe", "example.org").addrSpec()).isEqualTo("\"jane doe\"@example.org");
        assertThat(new Mailbox("a\"b\\c", "example.org").addrSpec()).isEqualTo("\"a\\\"b\\\\c\"@example.org");
        assertThat(new Mailbox(".a", "example.org").addrSpec()).isEqualTo("\".a\"@example.org");
        assertThat(new Mailbox("", "example.org").addrSpec()).isEqualTo("\"\"@example.org");
        assertThat(new Mailbox("jürgen", "example.org").addrSpec()).isEqualTo("jürgen@example.org");
    }

    /** The examples of RFC 3492 section 7.1 and of UTS 46, and words of daily life. */
    @ParameterizedTest
    @CsvSource({
        "bücher.example,          xn--bcher-kva.example",
        "BÜCHER.example,          xn--bcher-kva.example",
        "faß.de,                  xn--fa-hia.de",
        "βόλος.com,               xn--nxasmm1c.com",
        "例え.テスト,              xn--r8jz45g.xn--zckzah",
        "例え。テスト,             xn--r8jz45g.xn--zckzah",
        "ليهمابتكلموشعربي؟.example, xn--egbpdaj6bu4bxfgehfvwxn.example",
        "他们为什么不说中文.example,  xn--ihqwcrb4cv8a8dqg056pqjye.example",
        "Pročprostěnemluvíčesky.example, xn--proprostnemluvesky-uyb24dma41a.example",
        "почемужеонинеговорятпорусски.example, xn--b1abfaaepdrnnbgefbadotcwatmq2g4l.example",
        "3年b組金八先生.example,    xn--3b-ww4c5e180e575a65lsy2b.example",
        "example.org,             example.org",
        "EXAMPLE.org,             EXAMPLE.org"})
    void turnsInternationalDomainsIntoALabels(String domain, String ascii) {
        assertThat(new Mailbox("a", domain).asciiDomain()).isEqualTo(ascii);
    }

    @Test
    void writesTheDomainAsALabelUnlessTheLocalPartNeedsUtf8Anyway() {
        assertThat(new Mailbox("a", "bücher.example").wireSpec()).isEqualTo("a@xn--bcher-kva.example");
        assertThat(new Mailbox("ä", "bücher.example").wireSpec()).isEqualTo("ä@bücher.example");
    }

    @Test
    void quotesALocalPartWithAWideBlank() throws AddressException {
        Mailbox mailbox = new Mailbox("a\u3000b", "example.org");

        assertThat(mailbox.addrSpec()).isEqualTo("\"a\u3000b\"@example.org");
        assertThat(AddressParser.parseMailbox(mailbox.addrSpec())).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", ".a", "a.", "-a.org", "a-.org", "a b.org", "a,b", "ex(a)mple", "[", "[]",
        "[192.0.2.1", "a]", "[a\\b]", "[a\"b]", "[a@b]", "[a>b]", "[a,b]",
        "bü cher.org", "b\u0301\u00A0x.org", "\u0301a.org", "\uE000.org",
        "a\u202E.org\u202E"})
    void refusesWhatIsNoDomain(String domain) {
        assertThatThrownBy(() -> new Mailbox("a", domain)).isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("domain");
    }

    @Test
    void refusesLabelsAndAddressesThatAreTooLong() {
        assertThatThrownBy(() -> new Mailbox("a", "x".repeat(64) + ".org")).hasMessageContaining("63");
        assertThatThrownBy(() -> new Mailbox("a", "ü".repeat(80) + ".org")).hasMessageContaining("63");
        assertThatThrownBy(() -> new Mailbox("x".repeat(250), "example.org")).hasMessageContaining("254");
        assertThat(new Mailbox("x".repeat(242), "example.org").localPart()).hasSize(242);
    }

    @Test
    void givesTheRecipientsOfTheEnvelopeOnceEach() {
        Mailbox a = new Mailbox("A", "a", "example.org");
        Message message = Message.builder().from(a).to(a, new Group("g", List.of(new Mailbox("b", "example.org"))))
                .cc(new Mailbox("a", "EXAMPLE.org")).bcc(new Mailbox("c", "bücher.example"),
                        new Mailbox("c", "xn--bcher-kva.example"), new Mailbox("A", "example.org"))
                .build();
        assertThat(message.recipients()).extracting(Mailbox::addrSpec).containsExactly("a@example.org",
                "b@example.org", "c@bücher.example", "A@example.org");
    }
}
