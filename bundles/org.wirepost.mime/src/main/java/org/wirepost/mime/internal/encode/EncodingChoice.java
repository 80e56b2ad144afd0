// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import java.util.function.Supplier;

import org.wirepost.mime.Limits;
import org.wirepost.mime.TransferEncoding;

/**
 * A transfer encoding and why it was chosen.
 *
 * @param encoding the encoding
 * @param reason the reason in words, made when asked for
 */
public record EncodingChoice(TransferEncoding encoding, Supplier<String> reason) {

    /** A text that stays readable may be longer by this fraction: a quarter. */
    private static final int READABLE = 4;

    /** What speaks against sending text as it is, the worst first. */
    private enum Obstacle { NUL, LONG_LINE, LONE_BREAK, EIGHT_BIT, FROM_LINE, BLANK_END, NONE }

    /**
     * Chooses for a text that someone wrote; its lines end with CRLF.
     *
     * @param scan has read the text
     * @param limits what the server takes
     * @param flowed whether lines are stuffed as RFC 3676 demands, which guards lines that begin with From
     * @param quoted its length as quoted-printable
     * @return the choice; never binary
     */
    public static EncodingChoice forText(ContentScan scan, Limits limits, boolean flowed, QuotedLength quoted) {
        Obstacle obstacle = obstacle(scan, limits);
        boolean harmless = obstacle == Obstacle.BLANK_END || flowed && obstacle == Obstacle.FROM_LINE;
        return harmless || obstacle == Obstacle.NONE ? asItIs(scan) : shorter(scan, limits, obstacle, quoted);
    }

    /**
     * Chooses for a text file, whose octets must arrive as they are.
     *
     * @param scan has read the file
     * @param limits what the server takes
     * @param quoted its length as quoted-printable
     * @return the choice
     */
    public static EncodingChoice forTextFile(ContentScan scan, Limits limits, QuotedLength quoted) {
        Obstacle obstacle = obstacle(scan, limits);
        if (obstacle == Obstacle.NONE) {
            return asItIs(scan);
        }
        if (limits.binary()) {
            return new EncodingChoice(TransferEncoding.BINARY, () -> words(scan, limits, obstacle)
                    + "; the server takes BINARYMIME, so the octets go as they are");
        }
        return shorter(scan, limits, obstacle, quoted);
    }

    /**
     * Chooses for a file that is no text, or that nothing needs to be known of.
     *
     * @param type its media type
     * @param length its octets
     * @param limits what the server takes
     * @return the choice
     */
    public static EncodingChoice forFile(String type, long length, Limits limits) {
        if (length == 0) {
            return new EncodingChoice(TransferEncoding.SEVEN_BIT, () -> "empty");
        }
        if (limits.binary()) {
            return new EncodingChoice(TransferEncoding.BINARY, () -> type
                    + " is no text; the server takes BINARYMIME, so the octets go as they are");
        }
        return new EncodingChoice(TransferEncoding.BASE64, () -> type
                + " is no text; base64 carries any octets, a third longer");
    }

    /** How long content is as quoted-printable; asked for only when it matters. */
    @FunctionalInterface
    public interface QuotedLength {

        /** Stands for content too long to be worth the trouble of quoted-printable. */
        QuotedLength NOT_WORTH_IT = () -> Long.MAX_VALUE;

        /** Returns the octets when encoded. */
        long octets();
    }

    private static EncodingChoice asItIs(ContentScan scan) {
        if (scan.eightBit().count() == 0) {
            return new EncodingChoice(TransferEncoding.SEVEN_BIT, () -> scan.length() == 0 ? "empty"
                    : "nothing but ASCII, and the longest line has " + count(scan.longestLine(), "octet"));
        }
        return new EncodingChoice(TransferEncoding.EIGHT_BIT, () -> count(scan.eightBit().count(), "octet")
                + " above 127, the first at offset " + scan.eightBit().first() + "; the server takes 8BITMIME");
    }

    private static EncodingChoice shorter(ContentScan scan, Limits limits, Obstacle obstacle, QuotedLength quoted) {
        long asQuoted = quoted.octets();
        long asBase64 = Base64Lines.encodedLength(scan.length());
        if (asQuoted <= asBase64 + asBase64 / READABLE) {
            return new EncodingChoice(TransferEncoding.QUOTED_PRINTABLE, () -> words(scan, limits, obstacle)
                    + "; quoted-printable stays readable and takes " + count(asQuoted, "octet") + ", base64 "
                    + asBase64);
        }
        return new EncodingChoice(TransferEncoding.BASE64, () -> words(scan, limits, obstacle)
                + (asQuoted == Long.MAX_VALUE ? "; nobody reads so long a text in its raw form"
                : "; base64 takes " + count(asBase64, "octet") + ", quoted-printable " + asQuoted));
    }

    private static Obstacle obstacle(ContentScan scan, Limits limits) {
        if (scan.nul().count() > 0) {
            return Obstacle.NUL;
        }
        if (scan.longLines().count() > 0) {
            return Obstacle.LONG_LINE;
        }
        if (scan.loneBreaks().count() > 0) {
            return Obstacle.LONE_BREAK;
        }
        if (scan.eightBit().count() > 0 && !limits.eightBit()) {
            return Obstacle.EIGHT_BIT;
        }
        if (scan.fromLines().count() > 0) {
            return Obstacle.FROM_LINE;
        }
        return scan.blankEnds().count() > 0 ? Obstacle.BLANK_END : Obstacle.NONE;
    }

    private static String words(ContentScan scan, Limits limits, Obstacle obstacle) {
        return switch (obstacle) {
            case NUL -> found(scan.nul(), "NUL octet", "");
            case LONG_LINE -> found(scan.longLines(), "line", " longer than the " + ContentScan.LONGEST_LINE
                    + " octets that may be sent") + "; the longest has " + scan.longestLine();
            case LONE_BREAK -> found(scan.loneBreaks(), "line end", " other than CRLF, to arrive unchanged");
            case EIGHT_BIT -> found(scan.eightBit(), "octet", " above 127") + "; the server does not take 8BITMIME";
            case FROM_LINE -> found(scan.fromLines(), "line", " beginning with \"From \", which mailbox files change");
            case BLANK_END -> found(scan.blankEnds(), "blank", " ending a line, which mail systems may remove");
            case NONE -> limits.toString();
        };
    }

    private static String found(ContentScan.Tally tally, String what, String which) {
        return count(tally.count(), what) + which + (tally.count() == 1 ? ", at offset " : ", the first at offset ")
                + tally.first();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
