// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.List;

/** A page of preferences; a room publishes its own as a service within this bundle. */
public interface PreferenceGroup {

    /** Returns the title of the page. */
    String title();

    /** Returns its place among the others: low numbers first. */
    int order();

    /** Returns a sentence that stands above the fields; may be empty. */
    String description();

    /** Returns what can be preferred. */
    List<Preference> preferences();
}
