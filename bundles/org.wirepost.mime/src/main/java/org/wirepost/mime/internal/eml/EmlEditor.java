// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.wirepost.mime.Limits;
import org.wirepost.mime.TransferEncoding;
import org.wirepost.mime.internal.encode.ContentScan;
import org.wirepost.mime.internal.encode.ContentScan.Tally;

/**
 * Finds the edits that make a message fit the limits of a server: leaf parts with something that may not be sent are
 * encoded, and declared encodings are brought down to what is left. Nothing else is touched.
 */
final class EmlEditor {

    private final Limits limits;
    private final boolean textFile;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<Entity, Verdict> verdicts = new IdentityHashMap<>();
    private Optional<String> problem = Optional.empty();

    /**
     * What was decided for a part.
     *
     * @param encoding how it is sent
     * @param reason why
     */
    record Verdict(TransferEncoding encoding, String reason) {
    }

    /**
     * Makes an editor.
     *
     * @param limits what the server takes
     * @param textFile whether all line ends are those of a text file, so that those of binary parts say nothing
     */
    EmlEditor(Limits limits, boolean textFile) {
        this.limits = limits;
        this.textFile = textFile;
    }

    /** Returns the edits by their place. */
    List<Edit> edits() {
        edits.sort((one, other) -> Long.compare(one.from().file(), other.from().file()));
        return edits;
    }

    Verdict verdict(Entity entity) {
        return verdicts.getOrDefault(entity, new Verdict(TransferEncoding.SEVEN_BIT, ""));
    }

    /** Returns why the message cannot be made to fit, as the end of a sentence that begins with its name. */
    Optional<String> problem() {
        return problem;
    }

    void remove(Place from, Place to) {
        edits.add(Edit.replace(from, to, ""));
    }

    /**
     * Looks at a part and at all within it.
     *
     * @param entity the part
     * @return the widest encoding of it and its parts
     */
    TransferEncoding visit(Entity entity) {
        if (entity.headerFaults.count() > 0) {
            problem("has a header line over " + ContentScan.LONGEST_LINE + " octets or with NUL at offset "
                    + entity.headerFaults.first());
        }
        String trouble = trouble(entity);
        if (entity.kind == Entity.Kind.LEAF) {
            return leaf(entity, trouble);
        }
        if (!trouble.isEmpty()) {
            problem("has " + trouble + ", outside of its parts");
        }
        TransferEncoding widest = entity.headerEightBit.count() + entity.eightBit.count() > 0
                ? TransferEncoding.EIGHT_BIT : TransferEncoding.SEVEN_BIT;
        for (Entity child : entity.children) {
            widest = wider(widest, visit(child));
        }
        if (entity.encodingField.isPresent() && wider(widest, declared(entity)) != widest) {
            edits.add(label(entity, widest));
        }
        verdicts.put(entity, new Verdict(widest, "as its parts are"));
        return widest;
    }

    private TransferEncoding leaf(Entity entity, String trouble) {
        TransferEncoding content = content(entity);
        if (trouble.isEmpty()) {
            if (entity.isIdentity() && entity.encodingField.isPresent() && !allowed(declared(entity))) {
                edits.add(label(entity, content));
            }
            TransferEncoding shown = entity.isIdentity() ? content : declared(entity);
            verdicts.put(entity, new Verdict(shown, "as it is in the file"));
            return content;
        }
        Edit.Action action = action(entity);
        boolean quoted = action == Edit.Action.QUOTE || action == Edit.Action.MEND_QUOTED;
        TransferEncoding encoding = quoted ? TransferEncoding.QUOTED_PRINTABLE : TransferEncoding.BASE64;
        if (entity.isIdentity()) {
            edits.add(label(entity, encoding));
        }
        edits.add(Edit.recode(entity.bodyStart, entity.bodyEnd, action));
        verdicts.put(entity, new Verdict(encoding, (entity.isIdentity() ? "encoded anew: " : "mended: ") + trouble));
        return entity.headerEightBit.count() > 0 ? TransferEncoding.EIGHT_BIT : TransferEncoding.SEVEN_BIT;
    }

    private Edit.Action action(Entity entity) {
        if (entity.encoding.equals("quoted-printable")) {
            return Edit.Action.MEND_QUOTED;
        }
        if (entity.encoding.equals("base64")) {
            return Edit.Action.MEND_BASE64;
        }
        if (!isKnown(entity)) {
            problem("has a part with the unknown transfer encoding \"" + entity.encoding + "\" at offset "
                    + entity.headerStart.file());
        }
        if (entity.isComposite()) {
            problem("has a part nested too deep, or without boundary, with something that may not be sent, at offset "
                    + entity.headerStart.file());
        }
        if (entity.encoding.equals("binary") && !textFile) {
            return Edit.Action.BASE64_OCTETS;
        }
        long length = entity.bodyEnd.crlf() - entity.bodyStart.crlf();
        // Up to one octet in six to escape, quoted-printable is the shorter of the two.
        boolean readable = entity.isText() && entity.nul.count() == 0 && entity.eightBit.count() * 6 <= length;
        return readable ? Edit.Action.QUOTE : Edit.Action.BASE64_LINES;
    }

    /** Returns what of the body may not be sent; empty if nothing. */
    private String trouble(Entity entity) {
        if (!limits.binary() && entity.nul.count() > 0) {
            return found(entity.nul, "NUL octet", "");
        }
        if (!limits.binary() && entity.longLines.count() > 0) {
            return found(entity.longLines, "line", " over " + ContentScan.LONGEST_LINE + " octets");
        }
        if (!limits.eightBit() && entity.eightBit.count() > 0) {
            return found(entity.eightBit, "octet", " above 127") + "; the server does not take 8BITMIME";
        }
        boolean octets = entity.kind == Entity.Kind.LEAF && entity.encoding.equals("binary");
        return octets && !textFile && entity.loneBreaks.count() > 0
                ? found(entity.loneBreaks, "line end", " other than CRLF in a part declared binary") : "";
    }

    private static String found(Tally tally, String what, String which) {
        return tally.count() + " " + what + (tally.count() == 1 ? "" : "s") + which
                + (tally.count() == 1 ? ", at offset " : ", the first at offset ") + tally.first();
    }

    private Edit label(Entity entity, TransferEncoding encoding) {
        StringBuilder text = new StringBuilder();
        boolean message = entity.parent.isEmpty() || entity.parent.get().kind == Entity.Kind.MESSAGE;
        if (message && !entity.hasMimeVersion) {
            text.append("MIME-Version: 1.0\r\n");
            if (entity.type.isEmpty()) {
                text.append("Content-Type: text/plain; charset=").append(entity.utf8.valid() ? "utf-8" : "unknown-8bit")
                        .append("\r\n");
            }
        }
        text.append("Content-Transfer-Encoding: ").append(encoding.token()).append("\r\n");
        if (entity.encodingField.isPresent()) {
            return Edit.replace(entity.encodingField.get()[0], entity.encodingField.get()[1], text.toString());
        }
        if (entity.headerEnd.equals(entity.bodyStart)) {
            text.append("\r\n");
        }
        return Edit.replace(entity.headerEnd, entity.headerEnd, text.toString());
    }

    /** Notes why the message cannot be made to fit; the first reason counts. */
    void problem(String what) {
        problem = problem.or(() -> Optional.of(what));
    }

    private boolean allowed(TransferEncoding encoding) {
        return encoding == TransferEncoding.BINARY ? limits.binary()
                : encoding != TransferEncoding.EIGHT_BIT || limits.eightBit();
    }

    /** Returns what the octets of header and body are, whatever the header says. */
    private static TransferEncoding content(Entity entity) {
        if (entity.nul.count() > 0 || entity.longLines.count() > 0) {
            return TransferEncoding.BINARY;
        }
        return entity.eightBit.count() + entity.headerEightBit.count() > 0 ? TransferEncoding.EIGHT_BIT
                : TransferEncoding.SEVEN_BIT;
    }

    private static TransferEncoding declared(Entity entity) {
        for (TransferEncoding encoding : TransferEncoding.values()) {
            if (encoding.token().equals(entity.encoding)) {
                return encoding;
            }
        }
        return TransferEncoding.SEVEN_BIT;
    }

    private static boolean isKnown(Entity entity) {
        return declared(entity).token().equals(entity.encoding);
    }

    private static TransferEncoding wider(TransferEncoding one, TransferEncoding other) {
        if (one == TransferEncoding.BINARY || other == TransferEncoding.BINARY) {
            return TransferEncoding.BINARY;
        }
        return one == TransferEncoding.EIGHT_BIT || other == TransferEncoding.EIGHT_BIT ? TransferEncoding.EIGHT_BIT
                : TransferEncoding.SEVEN_BIT;
    }
}
