// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.strip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.jpeg.internal.exif.Exif;
import org.wirepost.mime.jpeg.internal.meta.Photoshop;
import org.wirepost.mime.jpeg.internal.meta.Xmp;
import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.parse.Marker;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader.End;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader.Ending;
import org.wirepost.mime.jpeg.internal.parse.Orientation;
import org.wirepost.mime.jpeg.internal.parse.Segment;

/** Which part of a file lies where: what is needed to put a file together anew without copying it. */
public final class Outline implements MarkerReader.Visitor {

    private static final int MOST_PARTS = 20_000;
    private static final int MOST_COPIES = 8;
    private static final byte[] NONE = {};

    private final List<Part> parts = new ArrayList<>();
    private int copies;
    private long stray;
    private int scans;
    private Optional<Frame> frame = Optional.empty();
    private OptionalInt lateHeight = OptionalInt.empty();
    private Optional<Exif> exif = Optional.empty();
    private Ending ending;

    private Outline() {
    }

    /**
     * Reads a file through.
     *
     * @throws IOException if it cannot be read, or is so broken that it falls into thousands of parts
     */
    public static Outline read(Source source, Call call) throws IOException {
        Outline outline = new Outline();
        outline.parts.add(new Part(Kind.CODING, Marker.SOI, 0, 2, false, NONE));
        outline.ending = MarkerReader.read(source, call, outline);
        if (outline.ending.end() == End.COMPLETE) {
            outline.parts.add(new Part(Kind.CODING, Marker.EOI, outline.ending.offset() - 2, 2, false, NONE));
        }
        return outline;
    }

    @Override
    public void segment(Segment segment) throws IOException {
        if (parts.size() >= MOST_PARTS) {
            throw new IOException("the file falls into more than " + MOST_PARTS + " parts and is surely damaged");
        }
        if (!segment.whole()) {
            stray += segment.size();
            return;
        }
        Kind kind = segment.kind();
        boolean telling = switch (kind) {
            case XMP -> new Xmp(segment.text(Kind.XMP_HEAD.length())).mayNamePlace();
            case PHOTOSHOP -> Photoshop.read(segment).mayNamePlace();
            default -> false;
        };
        parts.add(new Part(kind, segment.marker(), segment.offset(), segment.size(), telling, copy(segment, kind)));
        if (kind == Kind.EXIF && exif.isEmpty()) {
            exif = Exif.read(segment.bytes(Kind.EXIF_HEAD.length()));
        }
        if (Marker.isFrame(segment.marker()) && frame.isEmpty()) {
            frame = Frame.read(segment);
        }
        if (segment.marker() == Marker.DNL && lateHeight.isEmpty()) {
            lateHeight = OptionalInt.of(segment.u16(0));
        }
    }

    private byte[] copy(Segment segment, Kind kind) {
        boolean wanted = kind == Kind.XMP || kind == Kind.JFIF || Marker.isFrame(segment.marker());
        if (!wanted || copies >= MOST_COPIES) {
            return NONE;
        }
        copies++;
        return segment.bytes(0);
    }

    @Override
    public void scan(long offset, long length) {
        parts.add(new Part(Kind.CODING, Marker.SOS, offset, length, false, NONE));
        scans++;
    }

    @Override
    public void stray(long offset, long length) {
        stray += length;
    }

    /** The parts in their order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Bytes that belong to no part. */
    public long stray() {
        return stray;
    }

    /** The frame, with its height wherever that stood. */
    public Optional<Frame> frame() {
        return frame.map(found -> found.height() == 0 && lateHeight.isPresent()
                ? found.withHeight(lateHeight.getAsInt()) : found);
    }

    /** How many scans the picture is sent in. */
    public int scans() {
        return scans;
    }

    /** The camera data of the first EXIF segment. */
    public Optional<Exif> exif() {
        return exif;
    }

    /** How the picture is to be turned. */
    public Orientation orientation() {
        return Orientation.of(exif.flatMap(Exif::orientation).orElse(1));
    }

    /** How the file ends. */
    public Ending ending() {
        return ending;
    }

    /** Whether there is a part of this kind. */
    public boolean has(Kind kind) {
        return parts.stream().anyMatch(part -> part.kind() == kind);
    }
}
