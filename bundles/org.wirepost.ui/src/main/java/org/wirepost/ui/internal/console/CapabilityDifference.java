// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.ui.internal.console.Detail.Paragraph;
import org.wirepost.ui.internal.console.Detail.Style;

/**
 * What a server offers now and offered before, told by a mark at the beginning of each line: plus, minus, or an equals
 * sign.
 *
 * @param before what was offered before; none when this is the first time
 * @param now what is offered now
 */
record CapabilityDifference(Capabilities before, Capabilities now) {

    private static final String MINUS = "\u2212 ";

    List<Paragraph> lines() {
        List<Paragraph> lines = new ArrayList<>();
        if (before.keywords().isEmpty()) {
            now.keywords().forEach(keyword -> lines.add(new Paragraph(Style.VERBATIM,
                    EventText.capability(now, keyword))));
            return lines;
        }
        lines.add(new Paragraph(Style.WORDS, Messages.detailDifference));
        Set<String> all = new LinkedHashSet<>(now.keywords());
        all.addAll(before.keywords());
        all.forEach(keyword -> compare(keyword, lines));
        return lines;
    }

    private void compare(String keyword, List<Paragraph> lines) {
        String old = EventText.capability(before, keyword);
        String fresh = EventText.capability(now, keyword);
        if (before.offers(keyword) && now.offers(keyword) && old.equals(fresh)) {
            lines.add(new Paragraph(Style.VERBATIM, "= " + fresh));
            return;
        }
        if (before.offers(keyword)) {
            lines.add(new Paragraph(Style.GONE, MINUS + old));
        }
        if (now.offers(keyword)) {
            lines.add(new Paragraph(Style.ADDED, "+ " + fresh));
        }
    }
}
