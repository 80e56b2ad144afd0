// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Fact;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.jpeg.internal.exif.Exif;
import org.wirepost.mime.jpeg.internal.exif.ExifFacts;
import org.wirepost.mime.jpeg.internal.meta.ColourProfile;
import org.wirepost.mime.jpeg.internal.meta.Photoshop;
import org.wirepost.mime.jpeg.internal.meta.Trailer;
import org.wirepost.mime.jpeg.internal.meta.Xmp;
import org.wirepost.mime.jpeg.internal.parse.CodingCheck;
import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader.Ending;
import org.wirepost.mime.jpeg.internal.parse.Orientation;
import org.wirepost.mime.jpeg.internal.parse.Problems;
import org.wirepost.mime.jpeg.internal.parse.Segment;

/** Validates and describes a file in one pass over its markers; nothing is decoded. */
final class Inspector implements MarkerReader.Visitor {

    private static final int MOST_FACTS = 60;

    private final Problems problems = new Problems();
    private final CodingCheck coding = new CodingCheck(problems);
    private final Place place = new Place();
    private final List<Fact> metadata = new ArrayList<>();
    private Optional<Exif> exif = Optional.empty();
    private Optional<Integer> adobe = Optional.empty();
    private boolean jfif;
    private boolean profile;
    private boolean index;

    private Inspector() {
    }

    /** Reads the file through. */
    static Report inspect(Source source, Call call) throws IOException {
        Inspector inspector = new Inspector();
        long length = source.length();
        Ending ending = MarkerReader.read(source, call, inspector);
        return inspector.report(ending, length);
    }

    @Override
    public void segment(Segment segment) {
        if (!segment.whole()) {
            return;
        }
        switch (segment.kind()) {
            case CODING -> coding.segment(segment);
            case JFIF -> jfif = true;
            case EXIF -> exif(segment);
            case XMP -> xmp(segment);
            case ICC -> profile(segment);
            case MPF -> index(segment);
            case PHOTOSHOP -> photoshop(segment);
            case ADOBE -> adobe = Optional.of(segment.u8(11));
            case COMMENT -> once("comment", () -> Fact.of("comment", segment.text(0).strip()));
            case JUMBF -> once("credentials", () -> new Fact("credentials", "jumbf", "content credentials (C2PA)"));
            default -> { }
        }
    }

    @Override
    public void scan(long offset, long length) {
        coding.scan(length);
    }

    @Override
    public void lone(int marker, long offset) {
        problems.broken("jpeg.corrupt", "A marker stands where none belongs.", offset);
    }

    @Override
    public void stray(long offset, long length) {
        problems.warn("jpeg.stray", Amount.bytes(length) + " between two parts of the file belong to nothing.", offset);
    }

    private void exif(Segment segment) {
        if (exif.isPresent()) {
            problems.warn("exif.second", "There is a second block of camera data.", segment.offset());
            return;
        }
        exif = Exif.read(segment.bytes(Kind.EXIF_HEAD.length()));
        if (exif.isEmpty()) {
            problems.warn("exif.damaged", "The camera data (EXIF) cannot be read.", segment.offset());
            return;
        }
        Exif found = exif.get();
        metadata.addAll(ExifFacts.of(found));
        ExifFacts.position(found).ifPresent(position -> place.found("EXIF", position));
        ExifFacts.serial(found).ifPresent(serial -> problems.info("jpeg.serial",
                "The serial number of the camera is inside: " + serial + ".", segment.offset()));
        if (found.looped()) {
            problems.warn("exif.loop", "The camera data (EXIF) point at themselves in a circle.", segment.offset());
        } else if (found.damaged()) {
            problems.warn("exif.damaged", "Parts of the camera data (EXIF) cannot be read.", segment.offset());
        }
        found.orientation().filter(value -> !Orientation.isValid(value)).ifPresent(value -> problems.warn(
                "exif.orientation", "The orientation " + value
                        + " does not exist; programs show the picture as stored.", segment.offset()));
    }

    private void xmp(Segment segment) {
        Xmp xmp = new Xmp(segment.text(Kind.XMP_HEAD.length()));
        once("xmp", () -> new Fact("xmp", Integer.toString(segment.length()), Amount.bytes(segment.length())));
        if (xmp.namesPlace()) {
            place.found("XMP", xmp.position());
        }
    }

    private void photoshop(Segment segment) {
        Photoshop photoshop = Photoshop.read(segment);
        photoshop.words().ifPresent(words -> once("iptc", () -> Fact.of("iptc", words)));
        if (photoshop.namesPlace()) {
            place.found("IPTC", Optional.empty());
        }
    }

    private void profile(Segment segment) {
        profile = true;
        ColourProfile.name(segment).ifPresent(name -> once("icc", () -> Fact.of("icc", name)));
    }

    private void index(Segment segment) {
        index = true;
        Exif.read(segment.bytes(Kind.MPF_HEAD.length())).flatMap(Exif::main).ifPresent(directory -> directory
                .number(0xB001).ifPresent(count -> once("pictures",
                        () -> new Fact("pictures", Long.toString(count), count + " pictures in one file (MPF)"))));
    }

    private void once(String name, Supplier<Fact> fact) {
        if (metadata.size() < MOST_FACTS && metadata.stream().noneMatch(known -> known.name().equals(name))) {
            metadata.add(fact.get());
        }
    }

    private Report report(Ending ending, long length) {
        switch (ending.end()) {
            case NOT_JPEG -> problems.broken(length == 0 ? "jpeg.empty" : "jpeg.not-jpeg", length == 0
                    ? "The file is empty." : "The file is named like a JPEG picture, but its content is none.", 0);
            case COMPLETE -> complete(ending, length);
            case CUT_IN_HEADER -> problems.broken("jpeg.truncated", "The file is cut off: it ends after "
                    + Amount.bytes(ending.offset()) + " within its headers.", ending.offset());
            case CUT_IN_SCAN -> cutInScan(ending);
        }
        if (ending.end() == MarkerReader.End.NOT_JPEG) {
            return new Report(JpegHandler.TYPE, problems.findings(), List.of());
        }
        coding.finish(length);
        place.tell(problems);
        if (profile) {
            once("icc", () -> new Fact("icc", "unnamed", "embedded, without a name"));
        }
        List<Fact> facts = new ArrayList<>();
        coding.frame().ifPresent(frame -> facts.addAll(new PictureFacts(frame, orientation(), coding.quality(), adobe,
                jfif).facts()));
        facts.addAll(metadata);
        place.fact().ifPresent(fact -> {
            if (facts.stream().noneMatch(known -> known.name().equals(fact.name()))) {
                facts.add(fact);
            }
        });
        return new Report(JpegHandler.TYPE, problems.findings(), facts);
    }

    private Orientation orientation() {
        return Orientation.of(exif.flatMap(Exif::orientation).orElse(1));
    }

    private void complete(Ending ending, long length) {
        coding.finishScan();
        long rest = length - ending.offset();
        if (rest <= 0) {
            return;
        }
        String what = Trailer.words(ending.rest());
        once("trailing", () -> new Fact("trailing", Long.toString(rest), Amount.bytes(rest) + " " + what));
        String message = Amount.bytes(rest) + " follow the picture: " + what + ".";
        if (index || Trailer.isPadding(ending.rest())) {
            problems.info("jpeg.trailing", message, ending.offset());
        } else {
            problems.warn("jpeg.trailing", message, ending.offset());
        }
    }

    private void cutInScan(Ending ending) {
        if (coding.everyComponentDone()) {
            problems.warn("jpeg.no-end", "The end mark is missing; the finest details may be cut off.",
                    ending.offset());
        } else {
            problems.broken("jpeg.truncated", "The file is cut off: it ends after " + Amount.bytes(ending.offset())
                    + " within the picture data, without an end mark.", ending.offset());
        }
    }
}
