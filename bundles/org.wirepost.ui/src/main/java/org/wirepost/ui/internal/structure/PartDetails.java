// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.mime.PartPlan;
import org.wirepost.ui.internal.words.Sentences;

/** Says in words what a plan has decided for a part. */
final class PartDetails {

    private PartDetails() {
    }

    /** Returns one line for each fact. */
    static String of(PartPlan part) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.detailPath, part.path(), part.type()));
        part.fileName().ifPresent(name -> lines.add(Messages.bind(Messages.detailName, name)));
        lines.add(Messages.bind(Messages.detailEncoding, part.encoding().token(),
                sentence(Sentences.of(part.reason()))));
        lines.add(Messages.bind(Messages.detailSize, Numbers.size(part.sourceSize()),
                Numbers.size(part.body().length())));
        lines.add(ranges(part.header(), part.body()));
        return String.join("\n", lines);
    }

    private static String ranges(PartPlan.Range header, PartPlan.Range body) {
        String[] numbers = {Numbers.of(header.start()), Numbers.of(header.end() - 1), Numbers.of(body.start()),
            Numbers.of(body.end() - 1)};
        return Messages.bind(body.length() == 0 ? Messages.detailEmptyBody : Messages.detailRanges, numbers);
    }

    /** Reasons come as half sentences. */
    private static String sentence(String reason) {
        if (reason.isEmpty()) {
            return "";
        }
        String first = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }
}
