// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Mark;
import org.wirepost.transcript.TranscriptLine;

/**
 * A line of the console.
 *
 * @param mark who says it
 * @param text inert text
 */
record Line(Mark mark, String text) {

    Line {
        text = Inert.of(text, TranscriptLine.LIMIT);
    }
}
