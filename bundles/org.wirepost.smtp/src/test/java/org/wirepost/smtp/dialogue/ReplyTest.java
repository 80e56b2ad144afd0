// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void keepsEveryLineVerbatim() {
        Reply reply = Reply.ofOctets(250, "250-mail.example \r\n250  two blanks\r\n".getBytes(UTF_8));

        assertThat(reply.lines()).containsExactly("250-mail.example ", "250  two blanks");
        assertThat(reply.texts()).containsExactly("mail.example ", " two blanks");
        assertThat(reply.length()).isEqualTo(36);
    }

    @Test
    void allowsAReplyWithoutText() {
        Reply reply = Reply.ofOctets(250, "250\r\n".getBytes(UTF_8));

        assertThat(reply.text()).isEmpty();
        assertThat(reply.toString()).isEqualTo("250");
        assertThat(reply.isPositive()).isTrue();
    }

    @Test
    void decodesUtf8AndElseLatin1() {
        assertThat(Reply.ofOctets(550, "550 Empfänger\r\n".getBytes(UTF_8)).text()).isEqualTo("Empfänger");
        assertThat(Reply.ofOctets(550, "550 Empfänger\r\n".getBytes(ISO_8859_1)).text()).isEqualTo("Empfänger");
    }

    @Test
    void findsTheEnhancedStatusOfItsOwnClass() {
        assertThat(Reply.of(550, "5.1.1 no such user").enhanced()).contains(new EnhancedStatus(5, 1, 1));
        assertThat(Reply.of(550, "no such user", "5.7.26 really").enhanced()).contains(new EnhancedStatus(5, 7, 26));
        assertThat(Reply.of(550, "2.1.1 contradictory").enhanced()).isEmpty();
        assertThat(Reply.of(250, "2.0.0").enhanced()).contains(new EnhancedStatus(2, 0, 0));
        assertThat(Reply.of(250, "2.0.0.1 is an address").enhanced()).isEmpty();
        assertThat(Reply.of(250, "2.0. x", "2..1 x", "3.1.1 x", "2.1234.1 x", "2.1.x").enhanced()).isEmpty();
    }

    @Test
    void cannotBeChangedFromOutside() {
        byte[] octets = "250 ok\r\n".getBytes(UTF_8);
        Reply reply = Reply.ofOctets(250, octets);
        octets[4] = 'X';
        reply.octets()[4] = 'Y';

        assertThat(reply).isEqualTo(Reply.of(250, "ok")).hasSameHashCodeAs(Reply.of(250, "ok"));
    }

    @Test
    void refusesACodeThatHasNotThreeDigits() {
        assertThatThrownBy(() -> Reply.of(25, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnhancedStatus(3, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnhancedStatus(2, 1000, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
