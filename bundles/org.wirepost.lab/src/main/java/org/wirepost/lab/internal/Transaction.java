// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.lab.BodyKind;
import org.wirepost.lab.StoredMessage.Recipient;

/** The mail transaction of a session, from MAIL to the reply to the content (RFC 5321 section 3.3). */
final class Transaction {

    private boolean open;
    private MailPath sender = MailPath.NONE;
    private BodyKind body = BodyKind.SEVEN_BIT;
    private final List<Recipient> recipients = new ArrayList<>();
    private int refused;
    private Optional<ContentReader> chunks = Optional.empty();
    private boolean chunkRefused;

    void begin(MailPath from) {
        open = true;
        sender = from;
        body = Parameters.bodyKind(from.parameters());
    }

    /** Back to the beginning; content received by halves is dropped. */
    void reset() {
        open = false;
        sender = MailPath.NONE;
        body = BodyKind.SEVEN_BIT;
        recipients.clear();
        refused = 0;
        chunks.ifPresent(ContentReader::close);
        chunks = Optional.empty();
        chunkRefused = false;
    }

    boolean open() {
        return open;
    }

    MailPath sender() {
        return sender;
    }

    BodyKind body() {
        return body;
    }

    boolean utf8() {
        return sender.parameters().containsKey("SMTPUTF8");
    }

    List<Recipient> recipients() {
        return recipients;
    }

    void refuseRecipient() {
        refused++;
    }

    /** Whether there were recipients and none was accepted. */
    boolean allRefused() {
        return recipients.isEmpty() && refused > 0;
    }

    /** The message that is coming in by BDAT. */
    Optional<ContentReader> chunks() {
        return chunks;
    }

    void chunks(ContentReader reader) {
        chunks = Optional.of(reader);
    }

    /** A chunk was refused: the rest of this transaction is, too (RFC 3030 section 2). */
    void refuseChunks() {
        chunkRefused = true;
    }

    boolean chunkRefused() {
        return chunkRefused;
    }
}
