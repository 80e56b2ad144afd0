// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.transcript.Samples.MILLI;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.ReplyReceived;
import org.wirepost.smtp.dialogue.DialogueEvent.TlsEstablished;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;

class TranscriptTextTest {

    private final TranscriptText text = new TranscriptText(InstantSource.fixed(Samples.NOW));

    private List<String> shown(DialogueEvent... events) {
        return Arrays.stream(events).flatMap(event -> text.lines(event).stream())
                .map(line -> line.format(Palette.NONE)).toList();
    }

    @Test
    void marksWhatWasSentAndReceivedAndWhen() {
        assertThat(shown(Samples.started(5_000_000_000L),
                Samples.received(5_081_900_000L, Stage.GREETING, 220, "mail.example.org ESMTP"),
                Samples.sent(17_345_000_000L, Stage.EHLO, "EHLO client.example.org"))).containsExactly(
                "   0.000 *  session with mail.example.org, port 587, TLS required",
                "   0.081 S: 220 mail.example.org ESMTP",
                "  12.345 C: EHLO client.example.org");
    }

    @Test
    void saysSomethingAboutEveryKindOfEvent() {
        List<Class<?>> shownKinds = Samples.oneOfEach().stream().<Class<?>>map(Object::getClass).toList();
        assertThat(shownKinds).contains(DialogueEvent.class.getPermittedSubclasses());

        assertThat(Samples.oneOfEach()).allSatisfy(event -> assertThat(text.lines(event)).isNotEmpty());
    }

    @Test
    void givesEachLineOfAReplyALineOfItsOwn() {
        assertThat(shown(Samples.received(0, Stage.EHLO, 250, "mail.example.org", "SIZE 1000", "8BITMIME")))
                .containsExactly("   0.000 S: 250-mail.example.org", "   0.000 S: 250-SIZE 1000",
                        "   0.000 S: 250 8BITMIME");
    }

    @Test
    void makesTheServersTextInert() {
        ReplyReceived evil = Samples.received(0, Stage.MAIL, 250, "\u001b[31mok \u202eKO\u0007");

        assertThat(shown(evil)).containsExactly("   0.000 S: 250 \\x1b[31mok \\u202eKO\\x07");
    }

    @Test
    void tellsFailedRepliesFromGoodOnes() {
        assertThat(text.lines(Samples.received(0, Stage.RCPT, 550, "no")).get(0).failure()).isTrue();
        assertThat(text.lines(Samples.received(0, Stage.RCPT, 451, "later")).get(0).failure()).isTrue();
        assertThat(text.lines(Samples.received(0, Stage.DATA, 354, "go")).get(0).failure()).isFalse();
    }

    @Test
    void foldsTheContentOfAMessageIntoOneLineAtItsEnd() {
        List<String> lines = shown(Samples.received(0, Stage.DATA, 354, "go"),
                Samples.content(MILLI, 0, 400_000, 1_200_000), Samples.content(2 * MILLI, 400_000, 400_000, 1_200_000),
                Samples.content(4 * MILLI, 800_000, 400_000, 1_200_000), Samples.sent(4 * MILLI, Stage.CONTENT, "."),
                Samples.received(9 * MILLI, Stage.RESULT, 250, "2.0.0 queued"));

        assertThat(lines).containsExactly("   0.000 S: 354 go",
                "   0.004 C: (content 1.2 MB in 3 blocks, 300 MB/s)",
                "   0.004 C: .",
                "   0.009 S: 250 2.0.0 queued");
    }

    @Test
    void countsEachMessageOfABatchAnew() {
        List<String> lines = shown(Samples.sent(0, Stage.CONTENT, "BDAT 10 LAST"), Samples.content(1, 0, 10, 10),
                Samples.sent(2, Stage.CONTENT, "BDAT 20 LAST"), Samples.content(3, 0, 20, 20));

        assertThat(lines).contains("   0.000 C: (content 10 octets in 1 block)",
                "   0.000 C: (content 20 octets in 1 block)");
    }

    @Test
    void foldsContentThatIsSentInSeveralChunksWithRepliesBetween() {
        List<String> lines = shown(Samples.sent(0, Stage.CONTENT, "BDAT 10"), Samples.content(1, 0, 10, 20),
                Samples.received(2, Stage.CONTENT, 250, "10 octets"), Samples.sent(3, Stage.CONTENT, "BDAT 10 LAST"),
                Samples.content(4, 10, 10, 20));

        assertThat(lines).last().isEqualTo("   0.000 C: (content 20 octets in 2 blocks)");
    }

    @Test
    void saysThatContentWasBrokenOff() {
        List<String> lines = shown(Samples.content(0, 0, 1000, 5000), Samples.closed(MILLI, "the connection broke"));

        assertThat(lines).containsExactly("   0.001 C: (content 1.0 kB in 1 block, broken off before 5.0 kB)",
                "   0.001 !  session ended in stage quit: the connection broke");
    }

    @Test
    void tellsTheFactsOfTls() {
        assertThat(shown(new TlsEstablished(0, Samples.tls(), 517, 2900))).containsExactly(
                "   0.000 *  TLSv1.3, TLS_AES_256_GCM_SHA384, certificate accepted for mail.example.org"
                        + " (handshake: 517 octets sent, 2.9 kB received)",
                "   0.000 *    certificate 1 of 1: CN=mail.example.org",
                "   0.000 *      for DNS:mail.example.org",
                "   0.000 *      issued by CN=Example CA",
                "   0.000 *      valid 2026-01-01 to 2026-05-01 (61 days left)",
                "   0.000 *      EC 256, SHA256withECDSA, serial 1f",
                "   0.000 *      public key sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    }

    @Test
    void warnsOfACertificateThatSoonEndsIsOverOrNotYetValid() {
        assertThat(warnings("2026-01-01T00:00:00Z", "2026-03-06T13:00:00Z")).contains("5 days left");
        assertThat(warnings("2026-01-01T00:00:00Z", "2026-03-02T13:00:00Z")).contains("1 day left");
        assertThat(warnings("2026-01-01T00:00:00Z", "2026-02-27T11:00:00Z")).contains("expired 2 days ago");
        assertThat(warnings("2026-01-01T00:00:00Z", "2026-03-01T11:00:00Z")).contains("expired today");
        assertThat(warnings("2026-04-01T00:00:00Z", "2027-01-01T00:00:00Z")).contains("not valid yet");
        assertThat(warnings("2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z")).isEmpty();
    }

    private String warnings(String notBefore, String notAfter) {
        TlsFacts facts = new TlsFacts("TLSv1.3", "x", "h", List.of(Samples.certificate(notBefore, notAfter)));
        return text.lines(new TlsEstablished(0, facts, 1, 1)).stream().filter(line -> line.mark() == Mark.WARNING)
                .map(TranscriptLine::text).collect(Collectors.joining("\n"));
    }

    @Test
    void comparesCapabilitiesBeforeAndAfterTls() {
        List<String> lines = shown(Samples.learned(0, false, "mail.example.org", "STARTTLS", "SIZE 1000"),
                new CapabilitiesLearned(1, Capabilities.NONE, true),
                Samples.learned(2, true, "mail.example.org", "SIZE 1000", "AUTH PLAIN LOGIN"));

        assertThat(lines).containsExactly("   0.000 *  offered in clear: STARTTLS, SIZE 1000",
                "   0.000 *  capabilities forgotten",
                "   0.000 *  offered over TLS: SIZE 1000, AUTH PLAIN LOGIN; new: AUTH; gone: STARTTLS");
    }

    @Test
    void tellsTheOutcomeOfEachRecipient() {
        List<TranscriptLine> good = text.lines(new DialogueEvent.Decided(0, Samples.accepted()));
        List<TranscriptLine> bad = text.lines(new DialogueEvent.Decided(0, Samples.refused()));

        assertThat(good).containsExactly(new TranscriptLine(0, Mark.NOTE, "ann@example.org: accepted", false));
        assertThat(bad).containsExactly(new TranscriptLine(0, Mark.WARNING,
                "bo@example.org: refused. The server refused the recipient", true));
    }

    @Test
    void saysInClearWhatAuthSaysInBase64() {
        assertThat(shown(Samples.received(0, Stage.AUTH, 334, "UGFzc3dvcmQ6"), Samples.sent(0, Stage.AUTH, "YW5u"),
                new CommandSent(0, Stage.AUTH, CommandSent.WITHHELD, 14, true),
                Samples.received(0, Stage.AUTH, 334, "eyJzdGF0dXMiOiI0MDAiLCJhIjoiG1tBIn0="))).containsExactly(
                "   0.000 S: 334 UGFzc3dvcmQ6", "   0.000 *  that is: Password:",
                "   0.000 C: YW5u", "   0.000 *  that is: ann",
                "   0.000 C: •••",
                "   0.000 S: 334 eyJzdGF0dXMiOiI0MDAiLCJhIjoiG1tBIn0=",
                "   0.000 *  that is: {\"status\":\"400\",\"a\":\"\\x1b[A\"}");
    }

    @Test
    void decodesNothingThatIsNoText() {
        assertThat(shown(Samples.received(0, Stage.AUTH, 334), Samples.received(0, Stage.AUTH, 334, "//79"),
                Samples.received(0, Stage.AUTH, 235, "2.7.0 Signed in"), Samples.sent(0, Stage.AUTH, "*"),
                Samples.sent(0, Stage.AUTH, "AUTH LOGIN"), Samples.received(0, Stage.MAIL, 250, "YW5u"))).hasSize(6);
    }

    @Test
    void showsStrayOctets() {
        assertThat(shown(new DialogueEvent.StrayReceived(0, Stage.STARTTLS, "\u00001\u00ff", 3)))
                .containsExactly("   0.000 !  received 3 octets that are no reply: \\x001ÿ");
    }

    @Test
    void writesIpv6AddressesInBrackets() {
        assertThat(shown(new DialogueEvent.Connecting(0, Samples.endpoint("2001:db8::1", 25))))
                .containsExactly("   0.000 *  connecting to [2001:db8:0:0:0:0:0:1]:25");
    }

    @Test
    void boundsALineAndSaysSo() {
        String line = shown(new CommandSent(0, Stage.AUTH, "x".repeat(TranscriptLine.LIMIT + 7), 1, false)).get(0);

        assertThat(line).endsWith("x … (7 more characters)").hasSizeLessThan(TranscriptLine.LIMIT + 50);
    }

    @Test
    void repeatsInColourOnlyWhatMarkAndWordsSay() {
        TranscriptLine refused = text.lines(Samples.received(0, Stage.RCPT, 550, "no")).get(0);

        String coloured = refused.format(Palette.ANSI);

        assertThat(coloured).startsWith("\u001b[31m").endsWith("\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(refused.format(Palette.NONE));
    }

    @Test
    void keepsTheColumnsForLongSessions() {
        assertThat(new TranscriptLine(9_999_999_000_000L, Mark.SENT, "x", false).format(Palette.NONE))
                .isEqualTo("9999.999 C: x");
        assertThat(new TranscriptLine(12_345_678_000_000L, Mark.SENT, "x", false).format(Palette.NONE))
                .isEqualTo("12345.678 C: x");
    }

    @Test
    void keepsBareReplies() {
        assertThat(shown(new ReplyReceived(0, Stage.MAIL, Reply.of(250)))).containsExactly("   0.000 S: 250");
    }
}
