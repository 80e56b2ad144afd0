// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {

    private static Capabilities offered(String... keywords) {
        String[] texts = new String[keywords.length + 1];
        texts[0] = "mail.example.org at your service";
        System.arraycopy(keywords, 0, texts, 1, keywords.length);
        return Capabilities.of(Reply.of(250, texts));
    }

    @Test
    void comparesKeywordsWithoutRegardToCase() {
        Capabilities capabilities = offered("pipelining", "Size 1000", "auth plain Login");

        assertThat(capabilities.offers("PIPELINING")).isTrue();
        assertThat(capabilities.maximumSize()).hasValue(1000);
        assertThat(capabilities.mechanisms()).containsExactly("PLAIN", "LOGIN");
        assertThat(capabilities.serverName()).isEqualTo("mail.example.org");
    }

    @Test
    void joinsTheOldFormOfAuthWithTheNew() {
        assertThat(offered("AUTH PLAIN LOGIN", "AUTH=PLAIN CRAM-MD5").mechanisms())
                .containsExactly("PLAIN", "LOGIN", "CRAM-MD5");
        assertThat(offered("AUTH=LOGIN").mechanisms()).containsExactly("LOGIN");
    }

    @Test
    void takesWholeWordsOnly() {
        Capabilities capabilities = offered("AUTH PLAIN-CLIENTTOKEN XOAUTH2", "XPIPELINING", "8BITMIME-NOT");

        assertThat(capabilities.mechanisms()).doesNotContain("PLAIN");
        assertThat(capabilities.offers("PIPELINING")).isFalse();
        assertThat(capabilities.offers("8BITMIME")).isFalse();
    }

    @Test
    void takesSizeWithoutAUsableNumberAsNoLimit() {
        assertThat(offered("SIZE").maximumSize()).isEmpty();
        assertThat(offered("SIZE 0").maximumSize()).isEmpty();
        assertThat(offered("SIZE 99999999999999999999999").maximumSize()).isEmpty();
        assertThat(offered("SIZE -5").maximumSize()).isEmpty();
        assertThat(offered("SIZE 10 ", "SIZE").maximumSize()).hasValue(10);
        assertThat(offered().maximumSize()).isEmpty();
    }

    @Test
    void survivesEmptyAndOddLines() {
        Capabilities capabilities = offered("", "   ", "\tDSN", "AUTH", "X Y Z");

        assertThat(capabilities.keywords()).containsExactly("DSN", "AUTH", "X");
        assertThat(capabilities.mechanisms()).isEmpty();
        assertThat(Capabilities.of(Reply.ofOctets(250, "250\r\n".getBytes())).serverName()).isEmpty();
    }

    @Test
    void hidesWhatIsNotToBeUsed() {
        Capabilities capabilities = offered("PIPELINING", "CHUNKING").without(Set.of("chunking"));

        assertThat(capabilities.keywords()).containsExactly("PIPELINING");
        assertThat(Capabilities.NONE.keywords()).isEmpty();
    }
}
