// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.ui.internal.compose.text.Preview;
import org.wirepost.ui.internal.look.RichText;
import org.wirepost.ui.internal.look.RichText.Style;

/**
 * A page ready to be drawn.
 *
 * @param text the text
 * @param links where its links are and where they lead
 */
record HelpText(RichText text, List<Preview.Span> links) {

    static HelpText of(String markdown) {
        Preview preview = Preview.ofMarkdown(markdown);
        RichText text = new RichText();
        List<Preview.Span> links = new ArrayList<>();
        text.add(preview.text(), Style.PLAIN);
        for (Preview.Span span : preview.spans()) {
            text.mark(span.start(), span.length(), style(span.kind()));
            if (span.kind() == Preview.Kind.LINK) {
                links.add(span);
            }
        }
        return new HelpText(text, List.copyOf(links));
    }

    private static Style style(Preview.Kind kind) {
        return switch (kind) {
            case HEADING -> Style.HEADING;
            case SUBHEADING, BOLD -> Style.BOLD;
            case ITALIC -> Style.ITALIC;
            case CODE -> Style.CODE;
            case LINK -> Style.LINK;
            case QUOTE, QUIET -> Style.QUIET;
            case IMAGE -> Style.PLAIN;
        };
    }

    /** Returns where the link leads at an index of the text. */
    Optional<String> linkAt(int index) {
        return links.stream().filter(span -> index >= span.start() && index < span.start() + span.length())
                .map(Preview.Span::target).findFirst();
    }
}
