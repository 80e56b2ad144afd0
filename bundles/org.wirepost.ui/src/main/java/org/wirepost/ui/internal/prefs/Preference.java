// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.Map;

/**
 * Something the user can prefer, drawn by the preferences dialog.
 */
public sealed interface Preference {

    /** Returns the key in the store; it begins with the name of the room. */
    String key();

    /** Returns what stands before or beside the field. */
    String label();

    /**
     * Yes or no.
     *
     * @param key the key
     * @param label the question
     * @param preset what holds until the user says otherwise
     */
    record Flag(String key, String label, boolean preset) implements Preference {
    }

    /**
     * A whole number.
     *
     * @param key the key
     * @param label what it counts, with its unit
     * @param preset what holds until the user says otherwise
     * @param min the least that is allowed
     * @param max the most that is allowed
     */
    record Number(String key, String label, int preset, int min, int max) implements Preference {
    }

    /**
     * One of a few.
     *
     * @param key the key
     * @param label what is chosen
     * @param preset what holds until the user says otherwise
     * @param values the values in the store and what the user reads, in order
     */
    record Choice(String key, String label, String preset, Map<String, String> values) implements Preference {
    }
}
