// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.parse;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what a decoder will need without decoding: frame, tables, scan headers, and whether there are enough bytes for
 * the pixels.
 */
public final class CodingCheck {

    private static final long HUGE = 250_000_000;

    private final Problems problems;
    private final Tables tables = new Tables();
    private final Set<Integer> inScan = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();
    private Frame frame;
    private int scans;
    private long codedBytes;
    private boolean numberedLines;

    /** Adds what it finds to these problems. */
    public CodingCheck(Problems problems) {
        this.problems = problems;
    }

    /** The first frame. */
    public Optional<Frame> frame() {
        return Optional.ofNullable(frame);
    }

    /** The estimated quality, 0 if unknown. */
    public int quality() {
        return tables.quality();
    }

    /** Whether every component has at least one scan that is there to its end. */
    public boolean everyComponentDone() {
        return frame != null && frame.components().stream().allMatch(component -> done.contains(component.id()));
    }

    /** Takes a segment with coding data. */
    public void segment(Segment segment) {
        int marker = segment.marker();
        if (Marker.isFrame(marker)) {
            frame(segment);
        } else if (marker == Marker.DQT && !tables.quantization(segment)) {
            problems.broken("jpeg.bad-table", "A quantization table is malformed.", segment.offset());
        } else if (marker == Marker.DHT && !tables.huffman(segment)) {
            problems.broken("jpeg.bad-table", "A Huffman table is malformed.", segment.offset());
        } else if (marker == Marker.SOS) {
            finishScan();
            scanHeader(segment);
        } else if (marker == Marker.DNL && frame != null && segment.length() >= 2) {
            numberedLines = true;
            frame = frame.height() == 0 ? frame.withHeight(segment.u16(0)) : frame;
        } else if (marker < Marker.SOF0) {
            problems.broken("jpeg.corrupt", "A marker that does not exist stands in the file.", segment.offset());
        }
    }

    private void frame(Segment segment) {
        Optional<Frame> read = Frame.read(segment);
        if (read.isEmpty()) {
            problems.broken("jpeg.bad-frame", "The header with width, height and colours is malformed.",
                    segment.offset());
        } else if (frame == null) {
            frame = read.get();
        } else if (!read.get().differential()) {
            problems.broken("jpeg.corrupt", "There is a second header with width, height and colours.",
                    segment.offset());
        }
    }

    /** Takes the length of entropy-coded data. */
    public void scan(long length) {
        scans++;
        codedBytes += length;
    }

    /** Notes that the scan before has its end. */
    public void finishScan() {
        done.addAll(inScan);
        inScan.clear();
    }

    private void scanHeader(Segment segment) {
        int count = segment.u8(0);
        if (frame == null) {
            problems.broken("jpeg.no-frame", "Picture data begin before width, height and colours are known.",
                    segment.offset());
            return;
        }
        if (count < 1 || count > 4 || segment.length() < 4 + 2 * count) {
            problems.broken("jpeg.bad-scan", "The header of the picture data is malformed.", segment.offset());
            return;
        }
        for (int i = 0; i < count; i++) {
            int id = segment.u8(1 + 2 * i);
            Optional<Frame.Component> component = frame.component(id);
            if (component.isEmpty()) {
                problems.broken("jpeg.bad-scan", "The picture data name a colour channel that does not exist.",
                        segment.offset());
            } else {
                inScan.add(id);
                tablesFor(component.get(), segment, segment.u8(2 + 2 * i), 1 + 2 * count);
            }
        }
    }

    private void tablesFor(Frame.Component component, Segment segment, int slots, int spectrum) {
        if (!frame.lossless() && !tables.hasQuantization(component.table())) {
            problems.broken("jpeg.no-table", "A quantization table that the picture needs is missing.",
                    segment.offset());
        }
        if (frame.arithmetic()) {
            return;
        }
        int first = segment.u8(spectrum);
        int last = segment.u8(spectrum + 1);
        boolean refined = segment.u8(spectrum + 2) >> 4 > 0;
        boolean dc = frame.progressive() ? first == 0 && !refined : true;
        boolean ac = frame.lossless() ? false : frame.progressive() ? last > 0 : true;
        boolean missing = dc && !tables.hasDc(slots >> 4) || ac && !tables.hasAc(slots & 15);
        if (!missing) {
            return;
        }
        if (!tables.hasAnyHuffman() && !frame.progressive()) {
            problems.warn("jpeg.no-huffman", "The file has no Huffman tables (as frames of a film often have none);"
                    + " not every program can show it.", segment.offset());
        } else {
            problems.broken("jpeg.no-huffman", "A Huffman table that the picture needs is missing; many programs"
                    + " cannot show it.", segment.offset());
        }
    }

    /** Draws the conclusions that need the whole file. */
    public void finish(long fileLength) {
        if (frame == null) {
            problems.broken("jpeg.no-picture", "There is no picture in the file: its width and height are missing.",
                    Math.max(0, fileLength));
            return;
        }
        if (frame.height() == 0) {
            problems.broken("jpeg.no-height", "The height of the picture is given nowhere.", 0);
        } else if (numberedLines) {
            problems.warn("jpeg.late-height", "The height stands behind the picture data (DNL); few programs can show"
                    + " that.", 0);
        }
        if (scans == 0) {
            problems.broken("jpeg.no-picture", "There are no picture data in the file.", fileLength);
        } else if (!frame.arithmetic() && codedBytes * 8 < leastBits()) {
            problems.broken("jpeg.bomb", "The file claims " + size() + ", but its " + codedBytes
                    + " bytes of picture data cannot hold them: it is cut off or made to exhaust memory.", 0);
        }
        if (frame.pixels() > HUGE) {
            problems.warn("jpeg.huge", "The picture claims " + size() + "; many programs cannot open it.", 0);
        }
        unusual();
    }

    /** Each block takes at least one bit for its mean and, in one pass, one more for its end. */
    private long leastBits() {
        return frame.lossless() ? frame.pixels() : frame.blocks() * (frame.progressive() ? 1 : 2);
    }

    private String size() {
        return frame.width() + " × " + frame.height() + " pixels";
    }

    private void unusual() {
        if (frame.lossless() || frame.differential()) {
            problems.warn("jpeg.unusual", "The picture is coded " + frame.coding()
                    + "; hardly any program can show it.", 0);
        } else if (frame.arithmetic()) {
            problems.warn("jpeg.unusual", "The picture uses arithmetic coding; browsers and most mail programs cannot"
                    + " show it.", 0);
        } else if (frame.bits() != 8) {
            problems.warn("jpeg.unusual", "The picture has " + frame.bits()
                    + " bits per sample; most programs show only 8.", 0);
        }
    }
}
