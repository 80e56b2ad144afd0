// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.ui.internal.compose.draft.LetterContent;

/** What is wrong in a letter, to go from one to the next. */
final class Problems {

    private final Composer composer;
    private final Letter letter;
    private final HeaderFields fields;
    private int last = -1;

    /** Something wrong. */
    private record Problem(String field, String sentence) {
    }

    Problems(Composer composer, Letter letter, HeaderFields fields) {
        this.composer = composer;
        this.letter = letter;
        this.fields = fields;
    }

    private List<Problem> all() {
        List<Problem> all = new ArrayList<>();
        if (letter.sender().isEmpty()) {
            all.add(new Problem("from", Messages.noSender));
        }
        fields.faulty().forEach(field -> all.add(new Problem(field.name(), field.sentence())));
        LetterContent content = letter.content();
        if (content.to().isBlank() && content.cc().isBlank() && content.bcc().isBlank()) {
            all.add(new Problem("to", Messages.noRecipient));
        }
        letter.attachments().problems().forEach(sentence -> all.add(new Problem("files", sentence)));
        return all;
    }

    /**
     * Goes to another problem and says it.
     *
     * @param step 1 for the next one, -1 for the one before
     * @return the sentence to show
     */
    String go(int step) {
        List<Problem> all = all();
        if (all.isEmpty()) {
            last = -1;
            return Messages.noProblem;
        }
        last = last < 0 ? step > 0 ? 0 : all.size() - 1 : Math.floorMod(last + step, all.size());
        Problem problem = all.get(last);
        composer.focus(problem.field());
        return problem.sentence();
    }
}
