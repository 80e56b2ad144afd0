// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import java.util.List;

/**
 * A text as the receiver may see it, ready to be drawn.
 *
 * @param text the text with LF line ends
 * @param spans what stands out in it; those that begin later and lie inside others come later
 */
public record Preview(String text, List<Span> spans) {

    /** Copies the list. */
    public Preview {
        spans = List.copyOf(spans);
    }

    /** How a span stands out. */
    public enum Kind {
        /** A heading of the first rank. */
        HEADING,
        /** A heading of a lower rank. */
        SUBHEADING,
        /** Strong. */
        BOLD,
        /** Emphasised. */
        ITALIC,
        /** In the type of machines. */
        CODE,
        /** A link; the span knows where it leads. */
        LINK,
        /** A quotation. */
        QUOTE,
        /** An image that is shown in this place. */
        IMAGE,
        /** Less important: signatures, rulers. */
        QUIET
    }

    /**
     * A stretch of text.
     *
     * @param start index of its first character
     * @param length its length
     * @param kind how it stands out
     * @param target where a link leads, or the name of an image; empty otherwise
     */
    public record Span(int start, int length, Kind kind, String target) {
    }

    /**
     * Returns how a text in Markdown will look.
     *
     * @param body the text
     */
    public static Preview ofMarkdown(String body) {
        int cut = Signature.start(body);
        PreviewVisitor visitor = new PreviewVisitor();
        HtmlText.parse(body.substring(0, cut)).accept(visitor);
        return visitor.preview(body.substring(cut));
    }

    /**
     * Returns how a plain text will look: quotations, links and the signature stand out.
     *
     * @param body the text
     */
    public static Preview ofPlain(String body) {
        return PlainPreview.of(body);
    }
}
