// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.Limits;
import org.wirepost.mime.PartPlan;
import org.wirepost.mime.Source;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.plan.Body;
import org.wirepost.mime.internal.source.SourceStamp;

/** How a message file is sent within the limits of a server, on its own or embedded in another message. */
public final class EmlPlan {

    private final Entity root;
    private final EmlEditor editor;
    private final TransferEncoding encoding;
    private final List<Edit> edits;
    private final EmlBody body;
    private final Optional<String> messageId;

    private EmlPlan(EmlScan scan, EmlEditor editor, TransferEncoding encoding, EmlBody body) {
        this.root = scan.root();
        this.editor = editor;
        this.encoding = encoding;
        this.edits = body.edits();
        this.body = body;
        this.messageId = scan.messageId();
    }

    /**
     * Plans a message file.
     *
     * @param source the message
     * @param stamp its stamp
     * @param limits what the server takes
     * @param closed whether it has to end with a line end
     * @param withoutBcc whether its Bcc fields are left out
     * @return the plan; possibly with a {@link #problem}
     * @throws IOException when the source cannot be read
     */
    public static EmlPlan of(Source source, SourceStamp stamp, Limits limits, boolean closed, boolean withoutBcc)
            throws IOException {
        EmlScan scan = EmlScan.of(source, stamp);
        EmlEditor editor = new EmlEditor(limits, scan.isTextFile());
        scan.fault().ifPresent(editor::problem);
        scan.mboxLineEnd().ifPresent(end -> editor.remove(new Place(0, 0), end));
        if (withoutBcc) {
            scan.blindCopies().forEach(field -> editor.remove(field[0], field[1]));
        }
        TransferEncoding encoding = editor.visit(scan.root());
        List<Edit> edits = List.copyOf(editor.edits());
        if (scan.isTruncated() && edits.stream().anyMatch(edit -> edit.action() != Edit.Action.REPLACE)) {
            editor.problem("has too many parts to be encoded anew for this server");
        }
        boolean closing = closed && (!scan.isClosed() || edits.stream().anyMatch(edit -> edit.opensEnd(scan.end())));
        EmlBody body = new EmlBody(source, stamp, scan.checksum(), edits, closing, encoding, 0);
        if (editor.problem().isEmpty() && edits.stream().anyMatch(edit -> edit.action() != Edit.Action.REPLACE)) {
            edits = body.measured();
        }
        long length = scan.end().crlf() + edits.stream().mapToLong(Edit::growth).sum() + (closing ? 2 : 0);
        return new EmlPlan(scan, editor, encoding, new EmlBody(source, stamp, scan.checksum(), List.copyOf(edits),
                closing, encoding, length));
    }

    /** Returns why the message cannot be sent within the limits, as the end of a sentence that begins with its name. */
    public Optional<String> problem() {
        return editor.problem();
    }

    /** Returns the octets to write. */
    public Body body() {
        return body;
    }

    /** Returns what the message as a whole is: 7bit, 8bit or binary. */
    public TransferEncoding encoding() {
        return encoding;
    }

    /** Returns the id of the message without angle brackets. */
    public Optional<String> messageId() {
        return messageId;
    }

    /** Returns how many parts were encoded anew. */
    public int recoded() {
        return (int) edits.stream().filter(edit -> edit.action() != Edit.Action.REPLACE).count();
    }

    /** Returns the first octet above 127 in the header of the message itself, or -1. */
    public long headerEightBit() {
        return root.headerEightBit.first();
    }

    /** Tells whether the octets above 127 in the header of the message itself are UTF-8. */
    public boolean hasUtf8Header() {
        return root.headerUtf8.valid();
    }

    /** Tells whether the octets above 127 in all headers are UTF-8. */
    public boolean hasUtf8Headers() {
        return hasUtf8Headers(root);
    }

    /** Tells whether any header, of the message or of a part, has octets above 127. */
    public boolean hasEightBitHeaders() {
        return hasEightBitHeaders(root);
    }

    private static boolean hasUtf8Headers(Entity entity) {
        return entity.headerUtf8.valid() && entity.children.stream().allMatch(EmlPlan::hasUtf8Headers);
    }

    private static boolean hasEightBitHeaders(Entity entity) {
        return entity.headerEightBit.count() > 0 || entity.children.stream().anyMatch(EmlPlan::hasEightBitHeaders);
    }

    /**
     * Describes the message and its parts.
     *
     * @param path path of the message
     * @param offset where the message begins in what is written
     * @return the tree
     */
    public PartPlan describe(String path, long offset) {
        return describe(root, path, offset);
    }

    private PartPlan describe(Entity entity, String path, long offset) {
        List<PartPlan> children = new ArrayList<>();
        for (Entity child : entity.children) {
            children.add(describe(child, path + "." + (children.size() + 1), offset));
        }
        EmlEditor.Verdict verdict = editor.verdict(entity);
        PartPlan.Range header = new PartPlan.Range(offset + written(entity.headerStart),
                offset + written(entity.bodyStart));
        PartPlan.Range content = new PartPlan.Range(header.end(), offset + written(entity.bodyEnd));
        return new PartPlan(path, entity.essence(), Optional.of(entity.name()).filter(name -> !name.isEmpty()),
                verdict.encoding(), verdict.reason(), entity.bodyEnd.crlf() - entity.bodyStart.crlf(), header, content,
                children);
    }

    /** Returns where a place of the file is in what is written. */
    private long written(Place place) {
        long at = place.crlf();
        for (Edit edit : edits) {
            boolean before = edit.to().file() <= place.file()
                    && (edit.to().file() > edit.from().file() || edit.from().file() < place.file());
            at += before ? edit.growth() : 0;
        }
        // A line end that was added belongs to what ends with the file.
        return place.file() == body.stamp().length() && body.closing() ? at + 2 : at;
    }
}
