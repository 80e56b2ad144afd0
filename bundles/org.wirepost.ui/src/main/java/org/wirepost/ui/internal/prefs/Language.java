// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.wirepost.account.Places;

/**
 * Makes the language that the user has chosen the one of the whole process. That must happen before the first text is
 * read, and components read theirs when they come; so it is done when the bundle starts, which is before any of them.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Language implements BundleActivator {

    /** The key of the language; empty for that of the system. */
    static final String KEY = "general.language";

    @Override
    public void start(BundleContext context) {
        try {
            apply(Places.system().config().resolve(Settings.FILE));
        } catch (IOException e) {
            // A user without a home has chosen nothing.
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Nothing was begun.
    }

    /**
     * Applies the language that a file of settings names, if it names one; keeps the country if the language is same.
     */
    static void apply(Path file) throws IOException {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            settings.load(in);
        } catch (NoSuchFileException | IllegalArgumentException e) {
            return;
        }
        String language = settings.getProperty(KEY, "");
        if (!language.isEmpty() && !Locale.getDefault().getLanguage().equals(language)) {
            Locale.setDefault(Locale.forLanguageTag(language));
        }
    }
}
