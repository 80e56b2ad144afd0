// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.util.List;
import org.wirepost.ui.internal.attach.AttachmentMemento;

/**
 * A letter as it is kept.
 *
 * @param id its name
 * @param saved when, in milliseconds since 1970
 * @param content what is written
 * @param files its files
 */
public record DraftRecord(String id, long saved, LetterContent content, List<AttachmentMemento> files) {

    /** Takes what a file does not mention as empty. */
    public DraftRecord {
        content = content == null ? LetterContent.EMPTY : content;
        files = files == null ? List.of() : List.copyOf(files);
    }
}
