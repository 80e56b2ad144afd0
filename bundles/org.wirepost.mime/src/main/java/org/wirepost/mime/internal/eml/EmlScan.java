// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.internal.encode.ContentScan;
import org.wirepost.mime.internal.source.SourceReader;
import org.wirepost.mime.internal.source.SourceStamp;

/**
 * Reads a message file once and finds its parts (RFC 2046 section 5.1), bounded in memory: nesting deeper than 60 and
 * parts beyond 10 000 are not taken apart. What a body holds is counted, not kept.
 */
final class EmlScan {

    private static final int DEEPEST = 60;
    private static final int MOST_PARTS = 10_000;

    private final LineCursor lines;
    private final Entity root;
    private final List<Place[]> blindCopies = new ArrayList<>();
    private Entity current;
    private boolean inHeader = true;
    private int parts = 1;
    private final FieldBuffer field = new FieldBuffer();
    private Optional<String> messageId = Optional.empty();
    private Optional<Place> mboxLineEnd = Optional.empty();
    private Place end = new Place(0, 0);
    private boolean closed = true;
    private boolean textFile;
    private boolean truncated;
    private long checksum;
    private Optional<String> fault = Optional.empty();

    private EmlScan(SourceReader reader) {
        this.lines = new LineCursor(reader);
        this.root = new Entity(Optional.empty(), end);
        this.current = root;
    }

    /**
     * Reads a message.
     *
     * @param source the message
     * @param stamp its stamp
     * @return what was found
     * @throws IOException when it cannot be read
     */
    static EmlScan of(Source source, SourceStamp stamp) throws IOException {
        try (SourceReader reader = SourceReader.openSumming(source, stamp)) {
            EmlScan scan = new EmlScan(reader);
            scan.run();
            if (scan.fault.isEmpty()) {
                reader.finish();
                scan.checksum = reader.checksum();
            }
            return scan;
        }
    }

    /** Returns why the file is no message, as the end of a sentence that begins with its name. */
    Optional<String> fault() {
        return fault;
    }

    Entity root() {
        return root;
    }

    /** Returns the id of the message without angle brackets. */
    Optional<String> messageId() {
        return messageId;
    }

    /** Returns a checksum of the file. */
    long checksum() {
        return checksum;
    }

    /** Returns where the Bcc fields of the message stand. */
    List<Place[]> blindCopies() {
        return blindCopies;
    }

    /** Returns the end of an mbox separator at the top. */
    Optional<Place> mboxLineEnd() {
        return mboxLineEnd;
    }

    /** Returns the end of the file. */
    Place end() {
        return end;
    }

    /** Tells whether the first line ends with CR or LF alone, as in a text file and not on the wire. */
    boolean isTextFile() {
        return textFile;
    }

    /** Tells whether there are more parts than were looked at; the last one holds the rest. */
    boolean isTruncated() {
        return truncated;
    }

    /** Tells whether the last line has a line end. */
    boolean isClosed() {
        return closed;
    }

    private void run() throws IOException {
        while (fault.isEmpty() && lines.next()) {
            end = lines.after();
            closed = lines.hasBreak();
            textFile |= lines.place().file() == 0 && lines.hasLoneBreak();
            if (lines.opensLine() && isDelimiter()) {
                continue;
            }
            if (inHeader) {
                headerLine();
            } else {
                bodyLine();
            }
        }
        if (end.file() == 0 && fault.isEmpty()) {
            fault = Optional.of("is no message: it is empty");
        }
        if (inHeader) {
            endHeader(end, end);
        }
        closeDownTo(Optional.empty(), end);
    }

    private void headerLine() {
        current.headerEightBit.add(lines.eightBit().first(), lines.eightBit().count());
        current.headerFaults.add(lines.nul().first(), lines.nul().count());
        lines.checkUtf8(current.headerUtf8);
        if (lines.hasBreak() && lines.lineLength() > ContentScan.LONGEST_LINE) {
            current.headerFaults.add(lines.place().file());
        }
        switch (field.shape(lines)) {
            case CONTINUATION -> field.add(lines);
            case END -> endHeader(lines.place(), lines.after());
            case FIELD -> {
                endField(lines.place());
                field.begin(lines);
            }
            default -> headerWithoutEnd();
        }
    }

    private void headerWithoutEnd() {
        if (current == root && field.isEmpty() && lines.place().file() == 0 && lines.startsWith("From ")) {
            mboxLineEnd = Optional.of(lines.after());
            root.headerStart = lines.after();
            return;
        }
        if (current == root && field.isEmpty()) {
            fault = Optional.of("is no message: a header field such as \"Subject: …\" is expected at offset "
                    + lines.place().file());
            return;
        }
        endHeader(lines.place(), lines.place());
        if (inHeader) {
            headerLine();
        } else {
            bodyLine();
        }
    }

    private void endHeader(Place headerEnd, Place bodyStart) {
        endField(headerEnd);
        current.headerUtf8.end();
        int depth = 0;
        for (Optional<Entity> up = current.parent; up.isPresent(); up = up.get().parent) {
            depth++;
        }
        current.headerDone(headerEnd, bodyStart, depth >= DEEPEST);
        inHeader = false;
        if (current.kind == Entity.Kind.MESSAGE) {
            begin(current, bodyStart);
        }
    }

    private void begin(Entity parent, Place start) {
        current = new Entity(Optional.of(parent), start);
        parent.children.add(current);
        parts++;
        inHeader = true;
    }

    private void endField(Place fieldEnd) {
        field.take().ifPresent(taken -> {
            String text = new String(taken.octets(), StandardCharsets.ISO_8859_1);
            int colon = text.indexOf(':');
            String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = text.substring(colon + 1).strip();
            current.field(name, value, taken.start(), fieldEnd);
            if (current == root) {
                rootField(name, value, new Place[] {taken.start(), fieldEnd});
            }
        });
    }

    private void rootField(String name, String value, Place[] places) {
        if (name.equals("bcc") || name.equals("resent-bcc")) {
            blindCopies.add(places);
        } else if (name.equals("message-id") && messageId.isEmpty()) {
            messageId = Optional.of(value.startsWith("<") && value.endsWith(">")
                    ? value.substring(1, value.length() - 1) : value);
        }
    }

    private void bodyLine() {
        Entity entity = current;
        entity.eightBit.add(lines.eightBit().first(), lines.eightBit().count());
        entity.nul.add(lines.nul().first(), lines.nul().count());
        lines.checkUtf8(entity.utf8);
        if (lines.lineLength() > ContentScan.LONGEST_LINE && lines.lineLength() - lines.length()
                <= ContentScan.LONGEST_LINE) {
            entity.longLines.add(lines.place().file());
        }
        if (lines.hasLoneBreak()) {
            entity.loneBreaks.add(lines.after().file() - 1);
        }
    }

    /** Ends all parts within an enclosing multipart, and if it is the end of that as well, goes on behind it. */
    private boolean isDelimiter() {
        if (!lines.startsWith("--")) {
            return false;
        }
        for (Optional<Entity> up = Optional.of(current); up.isPresent(); up = up.get().parent) {
            Entity multipart = up.get();
            Delimiter.Match match = multipart.delimiter.map(delimiter -> delimiter.match(lines))
                    .orElse(Delimiter.Match.NONE);
            if (match != Delimiter.Match.NONE && parts < MOST_PARTS) {
                delimit(multipart, match);
                return true;
            }
            truncated |= match != Delimiter.Match.NONE;
        }
        return false;
    }

    private void delimit(Entity multipart, Delimiter.Match match) {
        if (inHeader) {
            endHeader(lines.place(), lines.place());
        }
        closeDownTo(Optional.of(multipart), lines.beforeBreak());
        if (match == Delimiter.Match.ENDS_MULTIPART) {
            multipart.delimiter = Optional.empty();
            current = multipart;
            inHeader = false;
        } else {
            begin(multipart, lines.after());
        }
    }

    private void closeDownTo(Optional<Entity> outer, Place place) {
        Optional<Entity> up = Optional.of(current);
        while (up.isPresent() && !up.equals(outer)) {
            Entity entity = up.get();
            // A body without a line has no line end before the delimiter that could be left out.
            entity.bodyEnd = place.file() < entity.bodyStart.file() ? entity.bodyStart : place;
            entity.utf8.end();
            up = entity.parent;
        }
        outer.ifPresent(entity -> current = entity);
    }
}
