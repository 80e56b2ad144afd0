// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirepost.ui.internal.compose.text.Preview.Kind;
import org.wirepost.ui.internal.compose.text.Preview.Span;

/** Finds what stands out in a plain text. */
final class PlainPreview {

    private static final Pattern LINK = Pattern.compile("\\bhttps?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private PlainPreview() {
    }

    static Preview of(String body) {
        List<Span> spans = new ArrayList<>();
        int cut = Signature.start(body);
        for (int start = 0; start < cut;) {
            int end = body.indexOf('\n', start);
            int stop = end < 0 ? body.length() : end;
            if (body.startsWith(">", start)) {
                spans.add(new Span(start, stop - start, Kind.QUOTE, ""));
            }
            start = stop + 1;
        }
        Matcher link = LINK.matcher(body);
        while (link.find()) {
            spans.add(new Span(link.start(), link.end() - link.start(), Kind.LINK, link.group()));
        }
        if (cut < body.length()) {
            spans.add(new Span(cut, body.length() - cut, Kind.QUIET, ""));
        }
        return new Preview(body, spans);
    }
}
