// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.ui.internal.session.Samples.capabilities;
import static org.wirepost.ui.internal.session.Samples.command;
import static org.wirepost.ui.internal.session.Samples.content;
import static org.wirepost.ui.internal.session.Samples.reply;
import static org.wirepost.ui.internal.session.Samples.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.console.Detail.Paragraph;
import org.wirepost.ui.internal.console.Detail.Style;

class DetailTest {

    private static List<Paragraph> last(DialogueEvent... events) {
        List<Item> items = Told.items(events);
        return Detail.of(Explanations.load(Locale.ENGLISH), items, items.get(items.size() - 1));
    }

    private static List<String> texts(List<Paragraph> paragraphs, Style style) {
        return paragraphs.stream().filter(paragraph -> paragraph.style() == style).map(Paragraph::text).toList();
    }

    @Test
    void aReplyIsExplainedBesideTheServersOwnWords() {
        List<Paragraph> detail = last(reply(1, Stage.RCPT, 550, "5.1.1 no such", "5.1.1 user"));
        assertThat(texts(detail, Style.VERBATIM)).containsExactly("550-5.1.1 no such", "550 5.1.1 user");
        assertThat(texts(detail, Style.HEADING).get(0)).contains("550");
        assertThat(texts(detail, Style.WORDS)).anyMatch(words -> words.contains("5.1.1"))
                .anyMatch(words -> words.contains("no such mailbox"))
                .anyMatch(words -> words.contains("RFC 5321, RFC 3463"));
    }

    @Test
    void capabilitiesAreComparedWithThoseBeforeTls() {
        List<Paragraph> detail = last(capabilities(1, false, "SIZE 100", "STARTTLS", "8BITMIME"),
                capabilities(2, true, "SIZE 200", "8BITMIME", "AUTH PLAIN"));
        assertThat(texts(detail, Style.ADDED)).containsExactly("+ SIZE 200", "+ AUTH PLAIN");
        assertThat(texts(detail, Style.GONE)).containsExactly("\u2212 SIZE 100", "\u2212 STARTTLS");
        assertThat(texts(detail, Style.VERBATIM)).containsExactly("= 8BITMIME");
    }

    @Test
    void tlsIsToldWithItsChainAndTheDaysLeft() {
        DialogueEvent[] long1 = tls(1, 2, Instant.now().plus(Duration.ofDays(61)).plusSeconds(60))
                .toArray(DialogueEvent[]::new);
        assertThat(last(long1)).extracting(Paragraph::text).anyMatch(text -> text.contains("TLS_AES_128_GCM_SHA256"))
                .anyMatch(text -> text.contains("CN=Example CA")).anyMatch(text -> text.contains("61"));
        DialogueEvent[] soon = tls(1, 2, Instant.now().plus(Duration.ofDays(3))).toArray(DialogueEvent[]::new);
        assertThat(texts(last(soon), Style.GONE)).hasSize(1);
    }

    @Test
    void aSecretIsNotThereToBeShown() {
        List<Paragraph> detail = last(command(1, Stage.AUTH, "AUTH PLAIN " + CommandSent.WITHHELD));
        assertThat(texts(detail, Style.VERBATIM)).containsExactly("AUTH PLAIN " + CommandSent.WITHHELD);
        assertThat(detail).extracting(Paragraph::text).contains(Messages.detailWithheld);
    }

    @Test
    void contentIsCounted() {
        List<Paragraph> detail = last(content(1, 0, 600, 1000), content(2, 600, 400, 1000));
        assertThat(texts(detail, Style.WORDS)).anyMatch(words -> words.contains("1000") && words.contains("2"));
    }

    @Test
    void whatCouldHideTextIsMadeVisible() {
        assertThat(last(reply(1, Stage.MAIL, 250, "a\u202eb")).toString()).doesNotContain("\u202e");
    }
}
