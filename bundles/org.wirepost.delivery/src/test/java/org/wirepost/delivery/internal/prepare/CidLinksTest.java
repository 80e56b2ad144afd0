// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CidLinksTest {

    @Test
    void findsLinksInQuotesOfBothKinds() {
        assertThat(targets("<img src=\"cid:a.png\"><img src='cid:b.png'>")).containsExactly("a.png", "b.png");
    }

    @Test
    void findsUnquotedLinksAndThoseOfStyleSheets() {
        assertThat(targets("<img src=cid:a.png><img src=cid:b.png alt=x><p style=\"background: url(cid:c.png)\">"))
                .containsExactly("a.png", "b.png", "c.png");
    }

    @Test
    void findsLinksInEscapedQuotes() {
        assertThat(targets("<p style=\"background:url(&quot;cid:a.png&quot;)\">")).containsExactly("a.png");
    }

    @Test
    void findsLinksInConditionalComments() {
        assertThat(targets("<!--[if mso]><v:imagedata src=\"cid:a.png\"/><![endif]-->")).containsExactly("a.png");
    }

    @Test
    void doesNotMindCaseAndBlanks() {
        assertThat(targets("<img src = \" CID:a.png \">")).containsExactly("a.png");
    }

    @Test
    void undoesTheEscapesOfUrlsAndHtml() {
        assertThat(targets("<img src='cid:my%20photo%C3%A9.png'><img src='cid:a&amp;b.png'><img src='cid:100%.png'>"))
                .containsExactly("my photo\u00e9.png", "a&b.png", "100%.png");
    }

    @Test
    void takesBlanksInQuotesAsPartOfTheName() {
        assertThat(targets("<img src=\"cid:my photo.png\">")).containsExactly("my photo.png");
    }

    @Test
    void leavesPlainWordsAlone() {
        assertThat(targets("<p>cid:a.png and acid:b.png; see cid: below</p>")).isEmpty();
    }

    @Test
    void leavesLinksAloneThatDoNotEnd() {
        assertThat(targets("<img src=\"cid:a.png")).isEmpty();
        assertThat(targets("<img src=\"cid:\">")).isEmpty();
        assertThat(targets("cid:")).isEmpty();
    }

    @Test
    void tellsWhereTheLinkStands() {
        String html = "<img src=\"cid:a%20b\">";
        CidLinks.Link link = CidLinks.in(html).get(0);
        assertThat(html.substring(link.start(), link.end())).isEqualTo("a%20b");
    }

    private static List<String> targets(String html) {
        return CidLinks.in(html).stream().map(CidLinks.Link::target).toList();
    }
}
