// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.meta;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.wirepost.mime.jpeg.internal.exif.Position;

/** An XMP packet, searched for a few properties without parsing it as XML. */
public final class Xmp {

    /** Names of properties about places, whatever prefix their schema has: IPTC, Photoshop, EXIF, W3C geo, drones. */
    private static final Pattern PLACE = Pattern.compile("[:<](gps|city|state|country|province|location|sublocation"
            + "|worldregion|latitude|longitude|lat[ =>]|long[ =>]|address)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COORDINATE = Pattern.compile(
            "[0-9]{1,3},[0-9]{1,2}(\\.[0-9]{1,12}|,[0-9]{1,2})?[NSEW]");
    private static final Pattern ORIENTATION = Pattern.compile("(tiff:Orientation(?:=[\"']|>))([2-8])(?=[\"'<])");

    private final String packet;

    /** Takes a packet, each byte a character. */
    public Xmp(String packet) {
        this.packet = packet;
    }

    /** Whether the packet names a place, or cannot be searched because it is not the XML that it should be. */
    public boolean mayNamePlace() {
        return !packet.toLowerCase(Locale.ROOT).contains("rdf") || namesPlace();
    }

    /** Whether the packet has a property about a place. */
    public boolean namesPlace() {
        return PLACE.matcher(packet).find();
    }

    /** The coordinates in it. */
    public Optional<Position> position() {
        Optional<Double> latitude = coordinate("GPSLatitude");
        Optional<Double> longitude = coordinate("GPSLongitude");
        return latitude.isPresent() && longitude.isPresent() && Math.abs(latitude.get()) <= 90
                ? Optional.of(new Position(latitude.get(), longitude.get())) : Optional.empty();
    }

    /** A coordinate such as {@code 48,51.4937N} or {@code 48,51,29N}. */
    private Optional<Double> coordinate(String property) {
        for (int at = packet.indexOf(property); at >= 0; at = packet.indexOf(property, at + 1)) {
            int value = at + property.length();
            while (value < packet.length() && "=\"'> ".indexOf(packet.charAt(value)) >= 0) {
                value++;
            }
            Matcher matcher = COORDINATE.matcher(packet).region(value, Math.min(packet.length(), value + 32));
            if (matcher.lookingAt()) {
                return Optional.of(degrees(matcher.group()));
            }
        }
        return Optional.empty();
    }

    private static double degrees(String text) {
        String[] parts = text.substring(0, text.length() - 1).split(",");
        double degrees = 0;
        for (int i = parts.length - 1; i >= 0; i--) {
            degrees = degrees / 60 + Double.parseDouble(parts[i]);
        }
        char side = text.charAt(text.length() - 1);
        return side == 'S' || side == 'W' ? -degrees : degrees;
    }

    /** The packet with the orientation of a picture that stands upright, of the same length. */
    public byte[] upright() {
        return ORIENTATION.matcher(packet).replaceAll("$11").getBytes(StandardCharsets.ISO_8859_1);
    }
}
