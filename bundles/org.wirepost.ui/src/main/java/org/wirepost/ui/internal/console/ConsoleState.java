// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import org.eclipse.jface.preference.PreferenceStore;
import org.wirepost.ui.internal.prefs.Settings;

/** What the user has switched on and off in the console; all but the scroll lock is remembered. */
public final class ConsoleState {

    /** Preference: whether long rows are wrapped; preset: yes. */
    public static final String WRAP = "console.wrap";

    /** Preference: whether the details of the selected row are shown; preset: yes. */
    public static final String DETAIL = "console.detail";

    /** Preference: whether base64 of prompts and user names is decoded; preset: no. */
    public static final String DECODE = "console.decode";

    private final PreferenceStore store;
    private boolean locked;

    ConsoleState(Settings settings) {
        store = settings.store();
        store.setDefault(WRAP, true);
        store.setDefault(DETAIL, true);
        store.setDefault(DECODE, false);
    }

    boolean isLocked() {
        return locked;
    }

    boolean isWrapped() {
        return store.getBoolean(WRAP);
    }

    boolean isDetailShown() {
        return store.getBoolean(DETAIL);
    }

    boolean isDecoded() {
        return store.getBoolean(DECODE);
    }

    void toggleLock() {
        locked = !locked;
    }

    void toggleWrap() {
        store.setValue(WRAP, !isWrapped());
    }

    void toggleDetail() {
        store.setValue(DETAIL, !isDetailShown());
    }

    void toggleDecoded() {
        store.setValue(DECODE, !isDecoded());
    }
}
