// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.preference.IPreferenceStore;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Report;

/**
 * What the preferences want of every picture unless the user says otherwise. Handlers of pictures take part by naming
 * their options {@code ….strip} with a value {@code location}, and {@code ….max-edge} in pixels.
 */
public final class Wishes {

    /** Preference: whether the place where a photo was taken is left out; preset: yes. */
    public static final String STRIP_LOCATION = "attach.stripLocation";

    /** Preference: the longest edge of pictures in pixels; preset: 0, any. */
    public static final String MAX_EDGE = "attach.maxEdge";

    private final IPreferenceStore store;

    Wishes(IPreferenceStore store) {
        this.store = store;
        store.setDefault(STRIP_LOCATION, true);
        store.setDefault(MAX_EDGE, 0);
    }

    /** Returns the options that fulfil the wishes for a file; none where there is nothing to do. */
    Map<String, String> of(Inspection inspection) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Option<?> option : inspection.options()) {
            if (option instanceof Option.Choice choice && choice.key().endsWith(".strip")
                    && choice.values().containsKey("location") && stripLocation(inspection.report())) {
                wanted.put(choice.key(), "location");
            } else if (option instanceof Option.IntRange range && range.key().endsWith(".max-edge")
                    && isTooLarge(inspection.report(), range)) {
                wanted.put(range.key(), Integer.toString(store.getInt(MAX_EDGE)));
            }
        }
        return wanted;
    }

    private boolean stripLocation(Report report) {
        return store.getBoolean(STRIP_LOCATION) && Facts.hasLocation(report);
    }

    private boolean isTooLarge(Report report, Option.IntRange range) {
        int edge = store.getInt(MAX_EDGE);
        return edge > 0 && edge >= range.min() && edge <= range.max()
                && Math.max(number(report, "width"), number(report, "height")) > edge;
    }

    private static long number(Report report, String fact) {
        return report.fact(fact).map(Fact::value).filter(value -> value.matches("[0-9]{1,18}")).map(Long::valueOf)
                .orElse(0L);
    }
}
