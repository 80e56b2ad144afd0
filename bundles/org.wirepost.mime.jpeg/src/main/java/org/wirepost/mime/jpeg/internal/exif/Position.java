// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

import java.util.Optional;

import org.wirepost.mime.attachment.Amount;

/**
 * A place on earth.
 *
 * @param latitude degrees, north is positive
 * @param longitude degrees, east is positive
 */
public record Position(double latitude, double longitude) {

    /** The place a GPS directory names. */
    static Optional<Position> of(Directory gps) {
        Optional<Double> latitude = degrees(gps, Tags.GPS_LATITUDE);
        Optional<Double> longitude = degrees(gps, Tags.GPS_LONGITUDE);
        if (latitude.isEmpty() || longitude.isEmpty() || latitude.get() > 90 || longitude.get() > 360) {
            return Optional.empty();
        }
        boolean south = gps.text(Tags.GPS_LATITUDE_SIDE).orElse("N").startsWith("S");
        boolean west = gps.text(Tags.GPS_LONGITUDE_SIDE).orElse("E").startsWith("W");
        return Optional.of(new Position(south ? -latitude.get() : latitude.get(),
                west ? -longitude.get() : longitude.get()));
    }

    private static Optional<Double> degrees(Directory gps, int tag) {
        return gps.fractions(tag, 3).map(parts -> parts[0] + parts[1] / 60 + parts[2] / 3600)
                .or(() -> gps.fractions(tag, 1).map(parts -> parts[0]));
    }

    /** Degrees with six decimals (about 11 cm), for example {@code 48.858222,2.294500}. */
    public String decimal() {
        return Amount.decimal(latitude, 6) + "," + Amount.decimal(longitude, 6);
    }

    /** Degrees, minutes and seconds, for example {@code 48°51'29.6" N, 2°17'40.2" E}. */
    public String words() {
        return words(latitude, latitude < 0 ? "S" : "N") + ", " + words(longitude, longitude < 0 ? "W" : "E");
    }

    private static String words(double angle, String side) {
        long tenths = Math.round(Math.abs(angle) * 36_000);
        return tenths / 36_000 + "°" + tenths / 600 % 60 + "'" + tenths / 10 % 60 + "." + tenths % 10 + "\" " + side;
    }
}
