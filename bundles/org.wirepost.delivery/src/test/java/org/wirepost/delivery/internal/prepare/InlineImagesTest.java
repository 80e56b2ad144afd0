// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirepost.mime.Attachment;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Finding;

class InlineImagesTest {

    private static final Mailbox AUTHOR = new Mailbox("anna", "example.org");

    @Test
    void givesAFileAContentIdOfTheRightFormAndChangesTheLink() {
        InlineImages images = match("<img src=\"cid:logo.png\">", "logo.png");
        String id = images.contentId("logo.png").orElseThrow();
        assertThat(id).matches("logo\\.png\\.[0-9a-f]+@example\\.org");
        assertThat(images.html()).isEqualTo("<img src=\"cid:" + id + "\">");
        assertThat(images.findings()).isEmpty();
    }

    @Test
    void keepsALinkThatAlreadyHasTheForm() {
        String html = "<img src=\"cid:logo.png@letters.example\">";
        InlineImages images = match(html, "logo.png");
        assertThat(images.contentId("logo.png")).contains("logo.png@letters.example");
        assertThat(images.html()).isEqualTo(html);
    }

    @Test
    void usesOneContentIdForAllLinksToAFile() {
        InlineImages images =
                match("<img src='cid:a.png'><img src='cid:b.png'><img src='cid:a.png'>", "a.png", "b.png");
        String a = images.contentId("a.png").orElseThrow();
        String b = images.contentId("b.png").orElseThrow();
        assertThat(images.html())
                .isEqualTo("<img src='cid:" + a + "'><img src='cid:" + b + "'><img src='cid:" + a + "'>");
        assertThat(a).isNotEqualTo(b);
    }

    @Test
    void makesAValidContentIdOfAnyName() {
        for (String name : new String[] {"my photo (1).png", "\u00fc\u00f1\u00ee.jpg", "\u56fe", "@", "a..b", ".x."}) {
            InlineImages images = match("<img src=\"cid:" + name + "\">", name);
            String id = images.contentId(name).orElseThrow();
            assertThat(id).matches("[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*@example\\.org");
            assertThat(Attachment.inline(Source.of(name, new byte[1]), "image/png", id).contentId()).contains(id);
        }
    }

    @Test
    void givesDifferentContentsUnderOneNameDifferentIds() {
        String html = "<img src='cid:a.png'>";
        assertThat(InlineImages.match(html, Map.of("a.png", 5L), AUTHOR).contentId("a.png"))
                .isNotEqualTo(InlineImages.match(html, Map.of("a.png", 6L), AUTHOR).contentId("a.png"));
    }

    @Test
    void doesNotPutAnAddressLiteralIntoAContentId() {
        InlineImages images =
                InlineImages.match("<img src='cid:a.png'>", Map.of("a.png", 1L), new Mailbox("a", "[192.0.2.1]"));
        assertThat(images.contentId("a.png").orElseThrow()).endsWith("@inline.invalid");
    }

    @Test
    void tellsOnceOfALinkThatNoFileAnswers() {
        InlineImages images = match("<img src='cid:gone.png'><img src='cid:gone.png'>", "a.png");
        assertThat(images.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARN);
            assertThat(finding.code()).isEqualTo("html.cid-missing");
            assertThat(finding.message()).contains("cid:gone.png");
        });
        assertThat(images.contentId("a.png")).isEmpty();
    }

    private static InlineImages match(String html, String... names) {
        Map<String, Long> files = new HashMap<>();
        for (String name : names) {
            files.put(name, 10L);
        }
        return InlineImages.match(html, files, AUTHOR);
    }
}
