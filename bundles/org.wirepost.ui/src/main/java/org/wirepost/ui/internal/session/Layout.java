// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.mime.PartPlan;

/**
 * Where the parts of one letter are among the octets of its message.
 *
 * @param letterId the letter; the same before and after it was sent
 * @param root its parts
 */
public record Layout(String letterId, PartPlan root) {

    /** Returns the parts as they follow each other, each before those within it. */
    public List<PartPlan> parts() {
        return below(root);
    }

    /** Returns a part and all within it, as they follow each other in the message. */
    public static List<PartPlan> below(PartPlan part) {
        List<PartPlan> all = new ArrayList<>();
        all.add(part);
        part.children().forEach(child -> all.addAll(below(child)));
        return all;
    }

    /**
     * Finds the part that is in this layout what another part is in its own: the same letter may be laid out otherwise
     * for another server, or may have changed since.
     *
     * @param letter the letter of the other part
     * @param other the other part
     * @return the part of the same letter in the same place, of the same type and with the same name, if there is one
     */
    public Optional<PartPlan> same(String letter, PartPlan other) {
        return letter.equals(letterId) ? parts().stream().filter(part -> part.path().equals(other.path())
                && part.type().equals(other.type()) && part.fileName().equals(other.fileName())).findFirst()
                : Optional.empty();
    }
}
