// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import org.wirepost.smtp.dialogue.DialogueEvent;

/** A session as lines for people. */
final class TextLines implements SessionLines {

    private final TranscriptText text = new TranscriptText();
    private final String number;
    private final Palette palette;

    TextLines(int number, Palette palette) {
        this.number = "[" + number + "] ";
        this.palette = palette;
    }

    @Override
    public String write(DialogueEvent event, boolean numbered) {
        StringBuilder all = new StringBuilder();
        for (TranscriptLine line : text.lines(event)) {
            all.append(numbered ? number : "").append(line.format(palette)).append('\n');
        }
        return all.toString();
    }
}
