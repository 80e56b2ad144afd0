// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import java.util.Map;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;

/** The colours that JFace asks for by name, and which nobody else sets where there is no Eclipse. */
final class ToolkitColors {

    private static final Map<String, Tone> TONES = Map.ofEntries(
            Map.entry(JFacePreferences.ERROR_COLOR, Tone.ERROR),
            Map.entry(JFacePreferences.HYPERLINK_COLOR, Tone.ACCENT),
            Map.entry(JFacePreferences.ACTIVE_HYPERLINK_COLOR, Tone.ACCENT),
            Map.entry(JFacePreferences.QUALIFIER_COLOR, Tone.QUIET),
            Map.entry(JFacePreferences.DECORATIONS_COLOR, Tone.QUIET),
            Map.entry(JFacePreferences.COUNTER_COLOR, Tone.QUIET),
            Map.entry(JFacePreferences.CONTENT_ASSIST_BACKGROUND_COLOR, Tone.GROUND),
            Map.entry(JFacePreferences.CONTENT_ASSIST_FOREGROUND_COLOR, Tone.TEXT),
            Map.entry(JFacePreferences.INFORMATION_BACKGROUND_COLOR, Tone.RAISED),
            Map.entry(JFacePreferences.INFORMATION_FOREGROUND_COLOR, Tone.TEXT));

    private ToolkitColors() {
    }

    static void set(Palette palette) {
        ColorRegistry registry = JFaceResources.getColorRegistry();
        TONES.forEach((name, tone) -> registry.put(name, palette.rgb(tone)));
    }
}
