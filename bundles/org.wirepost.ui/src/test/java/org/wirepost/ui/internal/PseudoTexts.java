// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces all texts by ones that nobody has written into the code, such as {@code ⟦Šëñđ⟧}, and puts them back. */
public final class PseudoTexts {

    /** What every text begins with. */
    public static final String MARK = "\u27e6";

    private static final String PLAIN = "AEIOUaeiouncsy";
    private static final String STRANGE =
            "\u00c4\u00cb\u00cf\u00d6\u00dc\u00e4\u00eb\u00ef\u00f6\u00fc\u00f1\u00e7\u0161\u00ff";

    private final Map<Field, String> before = new HashMap<>();

    /** Replaces the texts of these classes. */
    public PseudoTexts(List<Class<?>> rooms) throws ReflectiveOperationException {
        for (Class<?> room : rooms) {
            for (Field field : room.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers()) && field.getType() == String.class) {
                    String text = (String) field.get(null);
                    before.put(field, text);
                    field.set(null, pseudo(text));
                }
            }
        }
    }

    private static String pseudo(String text) {
        StringBuilder out = new StringBuilder(MARK);
        for (char letter : text.toCharArray()) {
            int index = PLAIN.indexOf(letter);
            out.append(index < 0 ? letter : STRANGE.charAt(index));
        }
        return out.append('\u27e7').toString();
    }

    /** Puts the texts back. */
    public void restore() throws ReflectiveOperationException {
        for (Map.Entry<Field, String> entry : before.entrySet()) {
            entry.getKey().set(null, entry.getValue());
        }
    }
}
