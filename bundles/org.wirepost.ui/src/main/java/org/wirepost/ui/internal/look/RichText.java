// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.wirepost.ui.internal.words.Shown;

/** A text some of which stands out, to be read in the window. */
public final class RichText {

    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();

    /** How something stands out. */
    public enum Style {
        /** Not at all. */
        PLAIN,
        /** The title of the whole. */
        HEADING,
        /** The title of a part, or what matters in a sentence. */
        BOLD,
        /** Emphasised. */
        ITALIC,
        /** Less important. */
        QUIET,
        /** In the type of machines. */
        CODE,
        /** Leads somewhere else. */
        LINK,
        /** All is well. */
        GOOD,
        /** To be thought about. */
        WARNING,
        /** Wrong. */
        ERROR
    }

    private record Stretch(int start, int length, Style style) {
    }

    /** Returns how long the text is by now. */
    public int length() {
        return text.length();
    }

    /**
     * Adds words.
     *
     * @param words the words
     * @param style how they stand out
     * @return this
     */
    public RichText add(String words, Style style) {
        String shown = Shown.text(words);
        mark(text.length(), shown.length(), style);
        text.append(shown);
        return this;
    }

    /**
     * Adds a line.
     *
     * @param words the line
     * @param style how it stands out
     * @return this
     */
    public RichText line(String words, Style style) {
        return add(words, style).add("\n", Style.PLAIN);
    }

    /**
     * Adds a line with a name and a value; nothing if there is no value.
     *
     * @param name the name
     * @param value the value
     * @param style how the value stands out
     * @return this
     */
    public RichText row(String name, String value, Style style) {
        return value.isEmpty() ? this : add(name + "\t", Style.QUIET).line(value, style);
    }

    /**
     * Lets a stretch of the text stand out.
     *
     * @param start index of its first character
     * @param length its length
     * @param style how
     */
    public void mark(int start, int length, Style style) {
        if (style != Style.PLAIN && length > 0) {
            stretches.add(new Stretch(start, length, style));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /**
     * Shows the text in a control, in the colours and fonts that hold now; later stretches go over earlier ones.
     *
     * @param control the control
     * @param look colours and fonts
     */
    public void showIn(StyledText control, Look look) {
        control.setText(text.toString());
        control.setFont(look.text());
        for (Stretch stretch : stretches) {
            StyleRange range = range(stretch.style(), look);
            range.start = stretch.start();
            range.length = stretch.length();
            control.setStyleRange(range);
        }
    }

    private static StyleRange range(Style style, Look look) {
        StyleRange range = new StyleRange();
        switch (style) {
            case HEADING -> range.font = look.heading();
            case BOLD -> range.font = look.bold();
            case ITALIC -> range.fontStyle = SWT.ITALIC;
            case QUIET -> range.foreground = look.color(Tone.QUIET);
            case CODE -> range.font = look.mono();
            case LINK -> {
                range.foreground = look.color(Tone.ACCENT);
                range.underline = true;
            }
            case GOOD -> range.foreground = look.color(Tone.GOOD);
            case WARNING -> range.foreground = look.color(Tone.WARNING);
            case ERROR -> range.foreground = look.color(Tone.ERROR);
            case PLAIN -> range.fontStyle = SWT.NORMAL;
        }
        return range;
    }
}
