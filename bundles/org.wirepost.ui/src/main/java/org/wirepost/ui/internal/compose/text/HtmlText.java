// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The HTML text of a letter. It holds nothing that could run or call home by itself: tags in the text are shown as they
 * were typed, links are limited to a few schemes.
 */
public final class HtmlText {

    /** Reads Markdown as CommonMark says; it may be used by several threads at once. */
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(Set.of("http", "https", "mailto", "tel", "cid")))
            .softbreak("<br />\n").build();

    private HtmlText() {
    }

    /**
     * Returns the HTML of a text in Markdown.
     *
     * @param body the text; below the line that sets off a signature it is plain
     * @param inline names of the images shown in the text; those that the text does not show stand at its end
     * @return a whole document
     */
    public static String ofMarkdown(String body, List<String> inline) {
        int cut = Signature.start(body);
        String html = RENDERER.render(parse(body.substring(0, cut)));
        return document(html + images(html, inline) + (cut == body.length() ? "" : paragraph(body.substring(cut))));
    }

    /**
     * Returns the HTML of a plain text with images at its end.
     *
     * @param body the text
     * @param inline names of the images
     * @return a whole document
     */
    public static String ofPlain(String body, List<String> inline) {
        int cut = Signature.start(body);
        return document(paragraph(body.substring(0, cut)) + images("", inline)
                + (cut == body.length() ? "" : paragraph(body.substring(cut))));
    }

    /** Reads Markdown. */
    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /**
     * Returns Markdown that shows an image of the letter.
     *
     * @param name its file name
     */
    public static String imageLink(String name) {
        return "![" + name.replaceAll("[\\[\\]\\\\]", "") + "](cid:" + encoded(name) + ")";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String images(String html, List<String> inline) {
        StringBuilder images = new StringBuilder();
        for (String name : inline) {
            String link = "cid:" + encoded(name);
            if (!html.contains('"' + link + '"') && !html.contains("\"cid:" + escaped(name) + '"')) {
                images.append("<p><img src=\"").append(link).append("\" alt=\"").append(escaped(name))
                        .append("\" /></p>\n");
            }
        }
        return images.toString();
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text.stripTrailing()).replace("  ", " &nbsp;").replace("\n", "<br />\n") + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String document(String body) {
        return "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\" /></head>\n<body>\n" + body
                + "</body>\n</html>\n";
    }
}
