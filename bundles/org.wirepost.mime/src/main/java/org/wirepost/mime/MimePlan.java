// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.wirepost.mime.internal.plan.BlockOutput;
import org.wirepost.mime.internal.plan.Body;
import org.wirepost.mime.internal.plan.EmlPlanner;
import org.wirepost.mime.internal.plan.Planned;
import org.wirepost.mime.internal.plan.Planner;

/**
 * A message laid out for the limits of one server: transfer encodings, boundaries, Date and Message-ID are fixed, the
 * exact size is known. It may be written any number of times, also by several threads at once, and gives the same
 * octets each time; memory use does not depend on the size of the parts.
 */
public final class MimePlan {

    /** A message up to this size that is in memory leaves as it lies there. */
    private static final int ONE_WRITE = 256 * 1024;

    private final Planned planned;

    private MimePlan(Planned planned) {
        this.planned = planned;
    }

    /**
     * Plans a message. Text parts and attached messages are read once to choose their encoding; other sources are only
     * asked for their length.
     *
     * @param message what to send
     * @param limits what the server takes
     * @param settings clock and seed
     * @return the plan
     * @throws MimeException when the message cannot be sent within the limits, in words
     * @throws IOException when a source cannot be read
     */
    public static MimePlan of(Message message, Limits limits, PlanSettings settings) throws IOException {
        return new MimePlan(Planner.plan(message, limits, settings));
    }

    /**
     * Plans an existing message file. It is sent as it is, but for this: line ends become CRLF, an mbox {@code From }
     * line at the top is left out, and where the limits require it, single leaf parts are re-encoded as a relay would
     * do (RFC 6152 section 3).
     *
     * @param eml the message
     * @param limits what the server takes
     * @return the plan
     * @throws MimeException when the file is no message or cannot be sent within the limits, in words
     * @throws IOException when the source cannot be read
     */
    public static MimePlan ofEml(Source eml, Limits limits) throws IOException {
        return ofEml(eml, limits, false);
    }

    /**
     * Plans an existing message file as {@link #ofEml(Source, Limits)} does.
     *
     * @param eml the message
     * @param limits what the server takes
     * @param withoutBcc whether to leave out Bcc fields, as is right when the envelope was made from them
     * @return the plan
     * @throws MimeException when the file is no message or cannot be sent within the limits, in words
     * @throws IOException when the source cannot be read
     */
    public static MimePlan ofEml(Source eml, Limits limits, boolean withoutBcc) throws IOException {
        return new MimePlan(EmlPlanner.plan(eml, limits, withoutBcc));
    }

    /** Returns the exact number of octets, before dot-stuffing. */
    public long size() {
        return planned.size();
    }

    /** Returns the tree of parts. */
    public PartPlan root() {
        return planned.root().get();
    }

    /** Tells whether octets above 127 are written, so that BODY=8BITMIME is to be declared (RFC 6152). */
    public boolean needs8Bit() {
        return planned.needs8Bit();
    }

    /** Tells whether a part is written without lines, so that BODY=BINARYMIME is to be declared (RFC 3030). */
    public boolean needsBinary() {
        return planned.needsBinary();
    }

    /**
     * Tells whether a header has raw UTF-8, so that SMTPUTF8 is to be declared (RFC 6531). The addresses of the
     * envelope are the caller's to check; see {@link Mailbox#needsUtf8()}.
     */
    public boolean needsUtf8() {
        return planned.needsUtf8();
    }

    /** Returns the message id without angle brackets; empty if a message file has none. */
    public String messageId() {
        return planned.messageId();
    }

    /**
     * Compares length, time of change and identity of all sources with those at planning, without reading them.
     *
     * @throws ContentChangedException when one differs
     * @throws IOException when one cannot be asked
     */
    public void verifySources() throws IOException {
        for (Body body : planned.bodies()) {
            body.verify();
        }
    }

    /**
     * Writes exactly {@link #size()} octets, or fails.
     *
     * @param sink takes them
     * @throws ContentChangedException when a source has changed; never more than planned has been written
     * @throws IOException when a source cannot be read, or what the sink throws
     */
    public void writeTo(MimeSink sink) throws IOException {
        List<Body> bodies = planned.bodies();
        if (planned.size() <= ONE_WRITE && isInMemory(bodies)) {
            for (Body body : bodies) {
                Body.Literal piece = (Body.Literal) body;
                sink.write(piece.octets(), 0, piece.count());
            }
            return;
        }
        BlockOutput out = new BlockOutput(sink, planned.size());
        for (Body body : bodies) {
            body.writeTo(out);
        }
        out.flush();
    }

    private static boolean isInMemory(List<Body> bodies) {
        for (Body body : bodies) {
            if (!(body instanceof Body.Literal)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes exactly {@link #size()} octets, or fails, as {@link #writeTo(MimeSink)}.
     *
     * @param out takes them; neither flushed nor closed
     * @throws IOException when a source has changed or cannot be read, or what the stream throws
     */
    public void writeTo(OutputStream out) throws IOException {
        writeTo((MimeSink) out::write);
    }
}
