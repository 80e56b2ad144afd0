// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.testing.Dice;

class HtmlTextTest {

    @Test
    void keepsParagraphsApartAndJoinsTheLinesWithin() {
        assertThat(text("<p>Dear\n   Jane,</p><p>all is <b>well</b>.</p>")).isEqualTo("Dear Jane,\n\nall is well.\n");
    }

    @Test
    void breaksLinesWhereTheDocumentDoes() {
        assertThat(text("one<br>two<br/><br />three<div>four</div>five")).isEqualTo("one\ntwo\n\nthree\nfour\nfive\n");
    }

    @Test
    void keepsTheAddressesOfLinks() {
        assertThat(text("See <a href=\"https://example.org/?a=1&amp;b=2\">our page</a>."))
                .isEqualTo("See our page <https://example.org/?a=1&b=2>.\n");
        assertThat(text("<a href='https://example.org'>https://example.org</a>")).isEqualTo("https://example.org\n");
        assertThat(text("<a href=mailto:a@example.org>a@example.org</a>")).isEqualTo("a@example.org\n");
        assertThat(text("<a href=\"#top\">up</a> <a href=\"javascript:x()\">x</a>")).isEqualTo("up x\n");
    }

    @Test
    void marksListItems() {
        assertThat(text("<ul><li>a<li>b<ul><li>c</li></ul></li></ul><ol><li>one</li><li>two</li></ol>"))
                .isEqualTo("* a\n* b\n  * c\n\n1. one\n2. two\n");
    }

    @Test
    void marksQuotes() {
        assertThat(text("He wrote:<blockquote><p>one</p><p>two</p></blockquote>I answer."))
                .isEqualTo("He wrote:\n\n> one\n>\n> two\n\nI answer.\n");
    }

    @Test
    void keepsPreformattedText() {
        assertThat(text("<pre>a  b\n   c</pre>")).isEqualTo("a  b\n   c\n");
    }

    @Test
    void writesTheCellsOfATableInALine() {
        assertThat(text("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"))
                .isEqualTo("a\tb\n1\t2\n");
    }

    @Test
    void leavesOutWhatIsNotForReading() {
        assertThat(text("<html><head><title>t</title><style>p { color: red }</style></head><body><!-- no -->a"
                + "<script>if (1 < 2) x('</p>');</script>b</body></html>")).isEqualTo("ab\n");
    }

    @Test
    void decodesCharacterReferences() {
        assertThat(text("&lt;a&gt; &amp; &uuml; &#228; &#x1F600; &nbsp;&euro;&hellip; &unknown; &")).isEqualTo(
                "<a> & ü ä 😀  €… &unknown; &\n");
    }

    @Test
    void showsTheAlternativeTextOfPictures() {
        assertThat(text("<img src=\"cid:x\" alt=\"our logo\"> there")).isEqualTo("our logo there\n");
        assertThat(text("<img src=\"cid:x\">there")).isEqualTo("there\n");
    }

    @Test
    void takesAngleBracketsThatAreNoTags() {
        assertThat(text("1 < 2 and 3 > 2 <3")).isEqualTo("1 < 2 and 3 > 2 <3\n");
        assertThat(text("<p title=\"a > b\">x</p>")).isEqualTo("x\n");
    }

    @Test
    void endsWithAnyInputAndSoon() {
        Dice.rolls(500, dice -> assertThat(HtmlText.of("<" + dice.text(3, "<p>") + "<a href=\"" + dice.line(20)))
                .isNotNull());
        for (String piece : new String[] {"<a href=x>", "<blockquote>", "<ul><li>", "<!--", "<script>", "&#", "<p",
                "<td>",
            "<a href='"}) {
            assertThat(HtmlText.of(piece.repeat(50_000))).isNotNull();
        }
    }

    private static String text(String html) {
        String text = HtmlText.of(html);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
        return text.replace("\r\n", "\n");
    }
}
