// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.VersionRange;
import org.wirepost.ui.internal.plugin.Supply.State;

/** Says what a bundle needs, and what it lacks. */
final class NeedWords {

    private NeedWords() {
    }

    /** Returns what is needed, such as {@code the package org.example, version 2 or later}. */
    static String of(Need need) {
        String name = need.name();
        String words = switch (need.kind()) {
            case PACKAGE -> Messages.bind(Messages.needPackage, name, versions(need));
            case BUNDLE -> Messages.bind(Messages.needBundle, name, versions(need));
            case HOST -> Messages.bind(Messages.needHost, name, versions(need));
            case JAVA -> Messages.bind(Messages.needJava, name);
            case EXTENDER -> Messages.bind(Messages.needExtender, name, versions(need));
            case SERVICE -> Messages.bind(Messages.needService, name);
            case OTHER -> Messages.bind(Messages.needOther, need.namespace(), name);
        };
        return need.optional() ? Messages.bind(Messages.needOptional, words) : words;
    }

    private static String versions(Need need) {
        if (need.versions().isEmpty()) {
            return "";
        }
        VersionRange range = VersionRange.valueOf(need.versions());
        if (range.getRight() == null) {
            return Messages.bind(Messages.versionFrom, range.getLeft());
        }
        if (range.getLeftType() == VersionRange.LEFT_CLOSED && range.getRightType() == VersionRange.RIGHT_OPEN) {
            return Messages.bind(Messages.versionBelow, range.getLeft(), range.getRight());
        }
        return Messages.bind(Messages.versionRange, need.versions());
    }

    /** Returns a sentence for each need that is not met and not optional. */
    static List<String> missing(List<Need> needs, Supply supply) {
        List<String> sentences = new ArrayList<>();
        for (Need need : needs) {
            State state = supply.state(need);
            if (state != State.MET && !need.optional()) {
                sentences.add(missing(need, supply, state));
            }
        }
        return sentences;
    }

    /** Returns a sentence about a need that is not met. */
    static String missing(Need need, Supply supply, State state) {
        String words = of(need);
        if (state == State.HALF) {
            return Messages.bind(Messages.missingHalf, words, supply.halfOwner(need).orElse(""));
        }
        if (need.kind() == Need.Kind.JAVA) {
            return Messages.bind(Messages.missingJava, words, Runtime.version().feature());
        }
        return supply.other(need).map(version -> Messages.bind(Messages.missingOther, words, version))
                .orElseGet(() -> Messages.bind(Messages.missing, words));
    }
}
