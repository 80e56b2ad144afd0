// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.graphics.RGB;

/** The colours of one theme; text tones have a contrast of at least 4.5 to 1 on their ground (WCAG 2.1, AA). */
public enum Palette {

    /** Dark text on white. */
    LIGHT(0x1b1f24, 0x57606a, 0xffffff, 0xf3f5f7, 0xd0d7de, 0x0550ae, 0x1b1f24, 0x6639ba, 0x116329, 0x7d4e00, 0xb3121d,
            0x0550ae, 0xfff1b8, 0xffffff),
    /** Light text on near black. */
    DARK(0xe6edf3, 0x9da7b3, 0x1e2227, 0x272c33, 0x434a53, 0x79c0ff, 0xe6edf3, 0xd2a8ff, 0x6fdd8b, 0xf0b445, 0xff8e85,
            0x79c0ff, 0x41360f, 0x30363e),
    /** White, yellow and cyan on black. */
    CONTRAST(0xffffff, 0xffffff, 0x000000, 0x000000, 0xffffff, 0x66ffff, 0xffffff, 0xffccff, 0x80ff80, 0xffff00,
            0xffa8a8, 0x66ffff, 0x404000, 0x202020);

    private static final int BYTE = 0xff;

    private final Map<Tone, RGB> colors = new EnumMap<>(Tone.class);

    /** In the order of the tones. */
    Palette(int... codes) {
        for (Tone tone : Tone.values()) {
            int code = codes[tone.ordinal()];
            colors.put(tone, new RGB(code >> 16 & BYTE, code >> 8 & BYTE, code & BYTE));
        }
    }

    /**
     * Returns a colour.
     *
     * @param tone its meaning
     */
    public RGB rgb(Tone tone) {
        return colors.get(tone);
    }
}
