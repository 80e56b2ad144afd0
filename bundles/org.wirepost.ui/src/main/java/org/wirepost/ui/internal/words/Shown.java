// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import java.util.stream.Collectors;
import org.wirepost.transcript.Inert;

/**
 * Text from strangers as it may stand in a widget: what a server says, what a file is called, what a plug-in calls
 * itself. What would steer, reorder or hide other text becomes a visible escape, and too much of it is cut. Our own
 * words pass unchanged, so whatever is put together of both may be given here.
 */
public final class Shown {

    /** Longer lines make a toolkit slow, and nobody reads them in a row or a label. */
    private static final int LONGEST_LINE = 2000;
    private static final int MOST_TEXT = 400_000;

    private Shown() {
    }

    /**
     * Returns one line for what knows no mnemonics: a row of a table or tree, a title of a dialog, a field, the name
     * that a screen reader says.
     *
     * @param text any text
     */
    public static String line(String text) {
        return Inert.of(text, LONGEST_LINE);
    }

    /**
     * Returns text of several lines for what knows no mnemonics: a page, a field.
     *
     * @param text any text; its line ends and tabs stay
     */
    public static String text(String text) {
        if (isPlain(text)) {
            return text;
        }
        String bounded = text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "\u2026";
        return bounded.replace("\r\n", "\n").lines().map(Shown::tabbed).collect(Collectors.joining("\n"))
                + (bounded.endsWith("\n") ? "\n" : "");
    }

    /** Most text is plain, and copying it would cost for nothing. */
    private static boolean isPlain(String text) {
        if (text.length() > MOST_TEXT) {
            return false;
        }
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || c < ' ' && c != '\n' && c != '\t' || i - begin >= LONGEST_LINE && c != '\n') {
                return false;
            }
            begin = c == '\n' ? i + 1 : begin;
        }
        return true;
    }

    private static String tabbed(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        String[] cells = line.split("\t", -1);
        for (int i = 0; i < cells.length; i++) {
            shown.append(i == 0 ? "" : "\t").append(Inert.of(cells[i], LONGEST_LINE));
        }
        return shown.toString();
    }

    /**
     * Returns text for what takes an ampersand for the mark of a mnemonic: labels, buttons, tabs, items of tool
     * bars and menus, tool tips, questions of dialogs.
     *
     * @param text any text; its line ends and tabs stay
     */
    public static String label(String text) {
        return text(text).replace("&", "&&");
    }

    /**
     * Returns text for a link, which takes angle brackets for markup as well.
     *
     * @param text any text
     */
    public static String link(String text) {
        return label(text).replace('<', '\u2039').replace('>', '\u203a');
    }
}
