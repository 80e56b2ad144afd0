// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.shell.Themes;

/** What holds for the whole window. */
@Component(service = PreferenceGroup.class)
public final class GeneralPreferences implements PreferenceGroup {

    @Override
    public String title() {
        return Messages.general;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String description() {
        return Messages.generalHint;
    }

    @Override
    public List<Preference> preferences() {
        Map<String, String> themes = new LinkedHashMap<>();
        themes.put(Theme.SYSTEM.name(), Messages.themeSystem);
        themes.put(Theme.LIGHT.name(), Messages.themeLight);
        themes.put(Theme.DARK.name(), Messages.themeDark);
        themes.put(Theme.CONTRAST.name(), Messages.themeContrast);
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("", Messages.languageSystem);
        languages.put("en", Messages.languageEnglish);
        languages.put("de", Messages.languageGerman);
        return List.of(new Preference.Choice(Themes.KEY, Messages.theme, Theme.SYSTEM.name(), themes),
                new Preference.Choice(Language.KEY, Messages.language, "", languages));
    }
}
