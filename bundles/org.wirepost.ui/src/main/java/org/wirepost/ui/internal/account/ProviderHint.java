// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.wirepost.account.Preset;

/** What a newcomer has to know of a provider, in the user's language where it is translated. */
final class ProviderHint {

    private static final String BUNDLE = "org.wirepost.ui.internal.account.hints";

    private ProviderHint() {
    }

    /** Returns one or two sentences. */
    static String of(Preset preset) {
        try {
            return ResourceBundle.getBundle(BUNDLE, Locale.getDefault(), ProviderHint.class.getClassLoader())
                    .getString(preset.id());
        } catch (MissingResourceException e) {
            // Not translated.
            return preset.hint();
        }
    }
}
