// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.List;
import java.util.Optional;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.smtp.Envelope;

/**
 * An order that can be delivered: files are looked at and ready, addresses are checked. Nothing has been opened yet.
 * Used by one thread at a time.
 */
public final class PreparedOrder implements AutoCloseable {

    /** Returns the order. */
    public Order order() {
        throw new UnsupportedOperationException();
    }

    /** Returns the message; empty when a message file goes out as it is. */
    public Optional<Message> message() {
        throw new UnsupportedOperationException();
    }

    /** Returns who sends and who receives. */
    public Envelope envelope() {
        throw new UnsupportedOperationException();
    }

    /** Returns what is known of each attachment, in the order of the draft. */
    public List<AttachmentNote> attachments() {
        throw new UnsupportedOperationException();
    }

    /** Returns what the user should know about the order as a whole, such as a {@code cid:} link without image. */
    public List<Finding> findings() {
        throw new UnsupportedOperationException();
    }

    /** Tells whether an address needs SMTPUTF8, so that the order can only go through servers that offer it. */
    public boolean needsUtf8() {
        throw new UnsupportedOperationException();
    }

    /**
     * Plans the message for a server. The plan for the same limits is made once, so that what is shown is what is sent.
     *
     * @param limits what the server takes
     * @return the plan, valid until this order is closed
     * @throws OrderException when the message cannot be sent within the limits, or a file cannot be read
     */
    public MimePlan plan(Limits limits) throws OrderException {
        throw new UnsupportedOperationException();
    }

    /** Gives up temporary files of the attachments. */
    @Override
    public void close() {
    }
}
