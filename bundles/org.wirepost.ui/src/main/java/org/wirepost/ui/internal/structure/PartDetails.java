// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.attachment.Amount;

/** Says in words what a plan has decided for a part. */
final class PartDetails {

    private PartDetails() {
    }

    /** Returns one line for each fact. */
    static String of(PartPlan part) {
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.detailPath, part.path(), part.type()));
        part.fileName().ifPresent(name -> lines.add(Messages.bind(Messages.detailName, name)));
        lines.add(Messages.bind(Messages.detailEncoding, part.encoding().token(), sentence(part.reason())));
        long encoded = part.body().length();
        lines.add(Messages.bind(Messages.detailSize, new Object[] {Amount.bytes(part.sourceSize()),
            Numbers.of(part.sourceSize()), Amount.bytes(encoded), Numbers.of(encoded)}));
        lines.add(range(Messages.detailHeader, part.header()));
        lines.add(encoded == 0 ? Messages.detailEmptyBody : range(Messages.detailBody, part.body()));
        return String.join("\n", lines);
    }

    private static String range(String pattern, PartPlan.Range range) {
        return Messages.bind(pattern, Numbers.of(range.start()), Numbers.of(Math.max(range.start(), range.end() - 1)));
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
