// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirepost.mime.attachment.Amount;
import org.wirepost.mime.attachment.Fact;

/** What an EXIF segment says about a photo, in words. */
public final class ExifFacts {

    private final Exif exif;
    private final List<Fact> facts = new ArrayList<>();

    private ExifFacts(Exif exif) {
        this.exif = exif;
    }

    /** All facts but the orientation, which belongs to the picture. */
    public static List<Fact> of(Exif exif) {
        ExifFacts reader = new ExifFacts(exif);
        reader.read();
        return List.copyOf(reader.facts);
    }

    /** The place the photo was taken at. */
    public static Optional<Position> position(Exif exif) {
        return exif.gps().flatMap(Position::of);
    }

    /** The serial number of the camera or the lens. */
    public static Optional<String> serial(Exif exif) {
        return exif.exif().flatMap(directory -> directory.text(Tags.BODY_SERIAL)
                .or(() -> directory.text(Tags.LENS_SERIAL)));
    }

    private void read() {
        text(exif.main(), Tags.MAKE, "make");
        text(exif.main(), Tags.MODEL, "model");
        text(exif.exif(), Tags.LENS_MODEL, "lens");
        taken();
        settings();
        text(exif.exif(), Tags.BODY_SERIAL, "serial");
        text(exif.exif(), Tags.LENS_SERIAL, "lens-serial");
        text(exif.exif(), Tags.OWNER, "owner");
        text(exif.main(), Tags.ARTIST, "artist");
        text(exif.main(), Tags.COPYRIGHT, "copyright");
        text(exif.main(), Tags.SOFTWARE, "software");
        text(exif.main(), Tags.DESCRIPTION, "description");
        position(exif).ifPresent(place -> facts.add(new Fact("gps", place.decimal(), place.words())));
        altitude();
        exif.thumbnail().ifPresent(bytes -> facts.add(
                new Fact("thumbnail", Integer.toString(bytes.length), "embedded, " + Amount.bytes(bytes.length))));
    }

    private void text(Optional<Directory> directory, int tag, String name) {
        directory.flatMap(found -> found.text(tag)).ifPresent(text -> facts.add(Fact.of(name, text)));
    }

    private void taken() {
        Optional<String> taken = exif.exif().flatMap(directory -> directory.text(Tags.TAKEN))
                .or(() -> exif.main().flatMap(directory -> directory.text(Tags.CHANGED)));
        Optional<String> zone = exif.exif().flatMap(directory -> directory.text(Tags.TAKEN_ZONE));
        taken.filter(date -> date.matches("[0-9]{4}:[0-9]{2}:[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
                && !date.startsWith("0000")).ifPresent(date -> {
                    String iso = date.substring(0, 10).replace(':', '-') + "T" + date.substring(11) + zone.orElse("");
                    facts.add(new Fact("taken", iso, iso.replace('T', ' ')));
                });
    }

    private void settings() {
        List<String> words = new ArrayList<>();
        fraction(Tags.EXPOSURE).filter(seconds -> seconds > 0).ifPresent(seconds -> words.add(seconds < 0.4
                ? "1/" + Math.round(1 / seconds) + " s" : format(seconds) + " s"));
        fraction(Tags.F_NUMBER).filter(number -> number > 0).ifPresent(number -> words.add("f/" + format(number)));
        exif.exif().ifPresent(directory -> directory.number(Tags.SENSITIVITY)
                .ifPresent(value -> words.add("ISO " + value)));
        fraction(Tags.FOCAL_LENGTH).filter(length -> length > 0).ifPresent(length -> words.add(format(length) + " mm"));
        if (!words.isEmpty()) {
            facts.add(Fact.of("settings", String.join(", ", words)));
        }
    }

    private Optional<Double> fraction(int tag) {
        return exif.exif().flatMap(directory -> directory.fractions(tag, 1)).map(values -> values[0]);
    }

    private static String format(double value) {
        String text = Amount.decimal(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void altitude() {
        exif.gps().ifPresent(gps -> gps.fractions(Tags.GPS_ALTITUDE, 1).ifPresent(values -> {
            boolean below = gps.number(Tags.GPS_ALTITUDE_SIDE).orElse(0) == 1;
            String metres = format(below ? -values[0] : values[0]);
            facts.add(new Fact("altitude", metres, metres + " m"));
        }));
    }
}
