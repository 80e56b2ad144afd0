// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirepost.ui.internal.compose.text.Preview.Kind;

final class TextsTest {

    @Test
    void aSignatureTakesThePlaceOfAnother() {
        String signed = Signature.replace("", "", "Ann");
        assertThat(signed).isEqualTo("\n\n-- \nAnn");
        assertThat(Signature.replace("Hello" + signed, "Ann", "Bo\nLab")).isEqualTo("Hello\n\n-- \nBo\nLab");
        assertThat(Signature.replace("Hello" + signed, "Ann", "")).isEqualTo("Hello");
        assertThat(Signature.replace("Hello\n\n-- \nAnna", "Ann", "Bo")).isEqualTo("Hello\n\n-- \nAnna");
    }

    @Test
    void noticesWordsAboutFilesInManyLanguages() {
        assertThat(AttachmentReminder.word("", "See the attached photo.")).contains("attached");
        assertThat(AttachmentReminder.word("", "die Fotos sind im ANHANG")).contains("ANHANG");
        assertThat(AttachmentReminder.word("", "Veuillez trouver ci-joint le plan")).contains("ci-joint");
        assertThat(AttachmentReminder.word("", "la pi\u00e8ce\njointe")).contains("pi\u00e8ce\njointe");
        assertThat(AttachmentReminder.word("Photos attached", "")).contains("attached");
        assertThat(AttachmentReminder.word("", "unattachedness, Anhangsystem")).isEmpty();
    }

    @Test
    void whatIsQuotedOrSignedDoesNotCount() {
        assertThat(AttachmentReminder.word("Re: the attached plan", "Thanks\n> see attached\n")).isEmpty();
        assertThat(AttachmentReminder.word("", "Thanks\n\n-- \nNo attachments, please")).isEmpty();
        assertThat(AttachmentReminder.word("", "Thanks\n-----Original Message-----\nattached")).isEmpty();
    }

    @Test
    void aLinkFillsTheFieldsThatAPersonSees() {
        MailtoUri uri = MailtoUri.parse("mailto:ann@example.org,bo%40example.org?cc=c@example.org&subject=a%20b+c"
                + "&body=line%0D%0Anext&to=d@example.org&in-reply-to=%3Cid@x%3E");
        assertThat(uri.to()).isEqualTo("ann@example.org,bo@example.org, d@example.org");
        assertThat(uri.cc()).isEqualTo("c@example.org");
        assertThat(uri.subject()).isEqualTo("a b+c");
        assertThat(uri.body()).isEqualTo("line\nnext");
        assertThat(uri.inReplyTo()).containsExactly("id@x");
    }

    @Test
    void aLinkCannotSmuggleFieldsOrFiles() {
        MailtoUri uri = MailtoUri.parse("mailto:a@b.org?subject=x%0D%0ABcc:%20evil@x.org&attach=/etc/passwd"
                + "&attachment=/etc/shadow&from=boss@x.org&cc=c@d.org%0aX-Y:z");
        assertThat(uri.subject()).isEqualTo("x Bcc: evil@x.org");
        assertThat(uri.cc()).isEqualTo("c@d.org X-Y:z");
        assertThat(uri.bcc()).isEmpty();
        assertThat(uri.ignored()).containsExactly("attach", "attachment", "from");
        assertThatThrownBy(() -> MailtoUri.parse("http://x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void markdownBecomesHtmlThatCannotRun() {
        String html = HtmlText.ofMarkdown("# Hi\n\n**bold** <script>alert(1)</script> "
                + "[x](javascript:alert(1))\n\n-- \nAnn",
                List.of());
        assertThat(html).contains("<h1>Hi</h1>", "<strong>bold</strong>", "&lt;script&gt;", "<p>-- <br />\nAnn</p>")
                .doesNotContain("<script", "javascript:", "<h2>");
    }

    @Test
    void imagesOfTheLetterAreShownWhereTheTextSaysOrAtItsEnd() {
        String link = HtmlText.imageLink("my photo.jpg");
        assertThat(link).isEqualTo("![my photo.jpg](cid:my%20photo.jpg)");
        String html = HtmlText.ofMarkdown(link, List.of("my photo.jpg", "b.png"));
        assertThat(html.split("cid:my%20photo.jpg", -1)).hasSize(2);
        assertThat(html).contains("<img src=\"cid:b.png\" alt=\"b.png\" />");
        assertThat(HtmlText.ofPlain("a <b>\n c", List.of("b.png"))).contains("a &lt;b&gt;<br />\n c", "cid:b.png");
    }

    @Test
    void aPreviewShowsWhatStandsOut() {
        Preview preview = Preview.ofMarkdown("# Title\n\nA *word*\nand `code`\n\n- one\n- two\n\n"
                + "1. a\n2. b\n\n> said\n\n-- \nAnn");
        assertThat(preview.text()).isEqualTo("Title\n\nA word\nand code\n\n  \u2022 one\n  \u2022 two\n\n"
                + "  1. a\n  2. b\n\n"
                + "\u2502 said\n\n-- \nAnn");
        assertThat(kinds(preview)).containsExactly(Kind.HEADING, Kind.ITALIC, Kind.CODE, Kind.QUOTE, Kind.QUIET);
        assertThat(preview.text().substring(preview.spans().get(1).start(), preview.spans().get(1).start() + 4))
                .isEqualTo("word");
    }

    @Test
    void aPreviewOfPlainTextKeepsEveryCharacter() {
        String body = "> quoted\nsee https://example.org/a.\n-- \nAnn";
        Preview preview = Preview.ofPlain(body);
        assertThat(preview.text()).isEqualTo(body);
        assertThat(preview.spans().get(1).target()).isEqualTo("https://example.org/a");
        assertThat(kinds(preview)).containsExactly(Kind.QUOTE, Kind.LINK, Kind.QUIET);
    }

    private static List<Kind> kinds(Preview preview) {
        return preview.spans().stream().map(Preview.Span::kind).toList();
    }
}
