// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;

class CommandTextTest {

    private static TransactionCommands with(String... keywords) {
        String[] texts = new String[keywords.length + 1];
        texts[0] = "server";
        System.arraycopy(keywords, 0, texts, 1, keywords.length);
        return new TransactionCommands(Capabilities.of(Reply.of(250, texts)));
    }

    @Test
    void declaresSizeAndBodyOnlyWhenOfferedAndNeeded() {
        Envelope envelope = Envelope.of("a@example.org", "b@example.org");
        OutgoingContent ascii = OutgoingContent.of("x\r\n".getBytes(UTF_8));
        OutgoingContent eight = OutgoingContent.of("ä\r\n".getBytes(UTF_8));

        assertThat(with().mail(envelope, eight, false).text()).isEqualTo("MAIL FROM:<a@example.org>");
        assertThat(with("SIZE", "8BITMIME").mail(envelope, ascii, false).text())
                .isEqualTo("MAIL FROM:<a@example.org> SIZE=3");
        assertThat(with("SIZE", "8BITMIME").mail(envelope, eight, false).text())
                .isEqualTo("MAIL FROM:<a@example.org> SIZE=4 BODY=8BITMIME");
    }

    @Test
    void asksForNotificationsInXtext() {
        Recipient recipient = new Recipient("b@example.org",
                new Dsn.ForRecipient(Set.of(Dsn.Notify.SUCCESS, Dsn.Notify.DELAY), Optional.of("b+x=y@example.org")));
        Envelope envelope = new Envelope(Optional.of("a@example.org"), List.of(recipient), Optional.of("id+1 =2"),
                Optional.of(Dsn.Return.HDRS));

        assertThat(with("DSN").mail(envelope, false).text())
                .isEqualTo("MAIL FROM:<a@example.org> RET=HDRS ENVID=id+2B1+20+3D2");
        assertThat(with("DSN").rcpt(recipient, false).text())
                .isEqualTo("RCPT TO:<b@example.org> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;b+2Bx+3Dy@example.org");
        assertThat(with().rcpt(recipient, false).text()).isEqualTo("RCPT TO:<b@example.org>");
        assertThat(with().losesNotifications(envelope)).isTrue();
        assertThat(with("DSN").losesNotifications(envelope)).isFalse();
    }

    @Test
    void encodesAnInternationalOriginalRecipient() {
        Recipient recipient = new Recipient("x@example.org",
                new Dsn.ForRecipient(Set.of(), Optional.of("jürgen@example.org")));

        assertThat(with("DSN").rcpt(recipient, true).text()).endsWith(" ORCPT=utf-8;j\\x{FC}rgen@example.org");
    }

    @Test
    void writesTheDomainInAsciiUnlessSmtpUtf8IsInUse() {
        Recipient recipient = Recipient.of("info@bücher.example");

        assertThat(with().rcpt(recipient, false).text()).isEqualTo("RCPT TO:<info@xn--bcher-kva.example>");
        assertThat(with().rcpt(recipient, true).text()).isEqualTo("RCPT TO:<info@bücher.example>");
        assertThat(EnvelopeAddress.needsUtf8("info@bücher.example")).isFalse();
        assertThat(EnvelopeAddress.needsUtf8("jürgen@example.org")).isTrue();
    }

    @Test
    void writesTheNullSender() {
        Envelope envelope = new Envelope(Optional.empty(), List.of(Recipient.of("b@example.org")), Optional.empty(),
                Optional.empty());

        assertThat(with().mail(envelope, false).text()).isEqualTo("MAIL FROM:<>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@", "@b", "a b@c", "a@b c", "<a@b>", "a@b>", "a@b@c", "a\r\n@b", "a@b\n",
        "a\0@b", "\"a\"b@c", "\"a@b", "\"a\\\"@b", "\"a\r\nb\"@c", "a@b\u0085", "a\u007f@b", "\ud800@b", "a\tb@c",
        "\"\"@"})
    void refusesAnAddressThatCouldBreakACommand(String address) {
        assertThatThrownBy(() -> Recipient.of(address)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\r").hasMessageNotContaining("\n");
        if (!address.isEmpty()) {
            assertThatThrownBy(() -> Envelope.of(address, "b@example.org"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a.b+c@example.org", "\"a b\"@example.org", "\"a\\\"b\"@example.org", "\"a@b\"@c",
        "user@[192.0.2.1]", "user@[IPv6:2001:db8::1]", "用户@例子.测试", "\"<>\"@x"})
    void takesEveryAddressThatIsOne(String address) {
        assertThat(Recipient.of(address).address()).isEqualTo(address);
    }

    @Test
    void refusesControlsInEveryLine() {
        Outgoing outgoing = new Outgoing(new FakeWire(), () -> true, 1);
        for (int c = 0; c < 0x100; c++) {
            char control = (char) c;
            if (Character.isISOControl(control)) {
                assertThatThrownBy(() -> outgoing.line("NOOP " + control)).isInstanceOf(IllegalArgumentException.class);
            }
        }
        assertThatThrownBy(() -> outgoing.line("NOOP \ud800x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(outgoing.position()).isZero();
    }

    @Test
    void neverNarrowsACharacterToALineBreak() throws IOException {
        FakeWire wire = new FakeWire();
        Outgoing outgoing = new Outgoing(wire, () -> true, 1);
        outgoing.line("NOOP \u560a\u010d");
        outgoing.flush();

        assertThat(wire.written()).asString(UTF_8).isEqualTo("NOOP \u560a\u010d\r\n");
    }

    @Test
    void sendsAWholeGroupInOneWrite() throws IOException {
        FakeWire wire = new FakeWire();
        Outgoing outgoing = new Outgoing(wire, () -> true, 1);
        outgoing.line("MAIL FROM:<a@b>");
        outgoing.line("RCPT TO:<c@d>");
        outgoing.line("DATA");
        outgoing.flush();

        assertThat(wire.writes()).isOne();
        assertThat(outgoing.position()).isEqualTo(wire.written().length);
    }

    @Test
    void givesTheMachinesNameOnlyWhenItIsADomain() throws IOException {
        InetAddress v4 = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7});
        InetAddress v6 = InetAddress.getByName("2001:db8::1");

        assertThat(EhloName.of(Optional.empty(), () -> "desk.example.org", v4)).isEqualTo("desk.example.org");
        assertThat(EhloName.of(Optional.empty(), () -> "desk", v4)).isEqualTo("[192.0.2.7]");
        assertThat(EhloName.of(Optional.empty(), () -> "desk.localdomain", v4)).isEqualTo("[192.0.2.7]");
        assertThat(EhloName.of(Optional.empty(), () -> "bad_name.example", v6))
                .isEqualTo("[IPv6:2001:db8:0:0:0:0:0:1]");
        assertThat(EhloName.of(Optional.of("me.example"), () -> "x.y", v4)).isEqualTo("me.example");
        assertThat(EhloName.of(Optional.of("[127.0.0.1]"), () -> "x.y", v4)).isEqualTo("[127.0.0.1]");
        assertThatThrownBy(() -> EhloName.of(Optional.of("a b"), () -> "", v4)).hasMessageContaining("EHLO name");
        assertThatThrownBy(() -> EhloName.of(Optional.of("a\r\nMAIL"), () -> "", v4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
