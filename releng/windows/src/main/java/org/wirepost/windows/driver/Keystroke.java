// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

/**
 * A key with those held down along with it.
 *
 * @param held the modifiers
 * @param code a code of {@link SWT}, or 0
 * @param character the character, or 0
 */
record Keystroke(List<Integer> held, int code, char character) {

    private static final Map<String, Integer> MODIFIERS = Map.of("Ctrl", SWT.CTRL, "Shift", SWT.SHIFT, "Alt", SWT.ALT,
            "Command", SWT.COMMAND);
    private static final Map<String, Integer> NAMED = Map.ofEntries(Map.entry("Up", SWT.ARROW_UP),
            Map.entry("Down", SWT.ARROW_DOWN), Map.entry("Left", SWT.ARROW_LEFT), Map.entry("Right", SWT.ARROW_RIGHT),
            Map.entry("Home", SWT.HOME), Map.entry("End", SWT.END), Map.entry("PageUp", SWT.PAGE_UP),
            Map.entry("PageDown", SWT.PAGE_DOWN), Map.entry("F1", SWT.F1), Map.entry("F2", SWT.F2),
            Map.entry("F3", SWT.F3), Map.entry("F4", SWT.F4), Map.entry("F5", SWT.F5), Map.entry("F6", SWT.F6),
            Map.entry("F7", SWT.F7), Map.entry("F8", SWT.F8), Map.entry("F9", SWT.F9), Map.entry("F10", SWT.F10),
            Map.entry("F11", SWT.F11), Map.entry("F12", SWT.F12));
    private static final Map<String, Character> CONTROLS = Map.of("Enter", SWT.CR, "Tab", SWT.TAB, "Esc", SWT.ESC,
            "Backspace", SWT.BS, "Delete", SWT.DEL, "Space", ' ');

    static Keystroke of(String stroke) {
        List<Integer> held = new ArrayList<>();
        String rest = stroke;
        for (int plus = rest.indexOf('+', 1); plus > 0; plus = rest.indexOf('+', 1)) {
            held.add(MODIFIERS.get(rest.substring(0, plus)));
            rest = rest.substring(plus + 1);
        }
        if (NAMED.containsKey(rest)) {
            return new Keystroke(held, NAMED.get(rest), '\0');
        } else if (CONTROLS.containsKey(rest)) {
            return new Keystroke(held, 0, CONTROLS.get(rest));
        } else if (rest.length() == 1) {
            return new Keystroke(held, 0, Character.toLowerCase(rest.charAt(0)));
        }
        throw new IllegalArgumentException("There is no key " + stroke);
    }

    void post(Display display) {
        for (int modifier : held) {
            post(display, SWT.KeyDown, modifier, '\0');
        }
        post(display, SWT.KeyDown, code, character);
        post(display, SWT.KeyUp, code, character);
        for (int i = held.size() - 1; i >= 0; i--) {
            post(display, SWT.KeyUp, held.get(i), '\0');
        }
    }

    private static void post(Display display, int type, int code, char character) {
        Event event = new Event();
        event.type = type;
        event.keyCode = code;
        event.character = character;
        if (!display.post(event)) {
            throw new AssertionError("The window system takes no key " + code + " " + character);
        }
    }
}
