// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    private static final Set<Tone> GROUNDS = EnumSet.of(Tone.GROUND, Tone.RAISED, Tone.MARK, Tone.FIELD);

    @ParameterizedTest
    @EnumSource(Palette.class)
    void everyTextCanBeReadOnEveryGround(Palette palette) {
        for (Tone ground : GROUNDS) {
            for (Tone text : EnumSet.complementOf(EnumSet.of(Tone.GROUND, Tone.RAISED, Tone.MARK, Tone.FIELD,
                    Tone.LINE))) {
                assertThat(contrast(palette.rgb(text), palette.rgb(ground))).as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** WCAG 2.1, definition of contrast ratio. */
    private static double contrast(RGB one, RGB other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
