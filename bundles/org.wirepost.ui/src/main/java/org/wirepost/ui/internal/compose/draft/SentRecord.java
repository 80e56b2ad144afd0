// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.util.List;
import java.util.Objects;

/**
 * A letter that a server has taken.
 *
 * @param id its name, which begins with the time
 * @param label its subject
 * @param time when, in milliseconds since 1970
 * @param account name of the account it went through
 * @param messageId its Message-ID without angle brackets; empty when it had none
 * @param size octets
 * @param recipients what became of it for each
 * @param content what was written, so that it can be written again
 * @param eml whether its message file is kept beside it
 */
public record SentRecord(String id, String label, long time, String account, String messageId, long size,
        List<Recipient> recipients, LetterContent content, boolean eml) {

    /**
     * What became of it for one recipient.
     *
     * @param address who
     * @param state accepted, refused, deferred or unknown
     * @param words what the server said
     */
    public record Recipient(String address, String state, String words) {
    }

    /** Takes what a file does not mention as empty. */
    public SentRecord {
        label = Objects.requireNonNullElse(label, "");
        account = Objects.requireNonNullElse(account, "");
        messageId = Objects.requireNonNullElse(messageId, "");
        recipients = recipients == null ? List.of() : List.copyOf(recipients);
        content = content == null ? LetterContent.EMPTY : content;
    }
}
