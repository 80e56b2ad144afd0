// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.text.Normalizer;
import java.util.stream.IntStream;
import javax.security.sasl.SaslException;

/**
 * SASLprep (RFC 4013), the normal form in which SCRAM compares user names and passwords.
 *
 * <p>Characters that are newer than Unicode 3.2 are let through: to refuse them would lock out passwords that servers
 * accept.
 */
final class SaslPrep {

    /** RFC 3454 tables C.1.2 (spaces, mapped to U+0020). */
    private static final int[] SPACES = {0x00A0, 0x00A0, 0x1680, 0x1680, 0x2000, 0x200B, 0x202F, 0x202F, 0x205F, 0x205F,
        0x3000, 0x3000};

    /** RFC 3454 table B.1 (mapped to nothing). */
    private static final int[] NOTHING = {0x00AD, 0x00AD, 0x034F, 0x034F, 0x1806, 0x1806, 0x180B, 0x180D, 0x200C,
        0x200D, 0x2060, 0x2060, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF};

    /** RFC 3454 tables C.1.2 and C.2.1 to C.9 (prohibited), as first and last of each range. */
    private static final int[] PROHIBITED = {0x0000, 0x001F, 0x007F, 0x00A0, 0x0340, 0x0341, 0x06DD, 0x06DD, 0x070F,
        0x070F, 0x1680, 0x1680, 0x180E, 0x180E, 0x2000, 0x200F, 0x2028, 0x202F, 0x205F, 0x2063, 0x206A, 0x206F, 0x2FF0,
        0x2FFB, 0x3000, 0x3000, 0xD800, 0xF8FF, 0xFDD0, 0xFDEF, 0xFEFF, 0xFEFF, 0xFFF9, 0xFFFD, 0x1D173, 0x1D17A,
        0xE0001, 0xE0001, 0xE0020, 0xE007F, 0xF0000, 0x10FFFF};

    private SaslPrep() {}

    /**
     * Prepares a string.
     *
     * @param what what it is, for the message: "user name" or "password"
     * @param text the string
     * @return its normal form, not empty
     * @throws SaslException when a character is prohibited, or nothing is left; the message does not show the text
     */
    static String prepare(String what, String text) throws SaslException {
        String prepared = isPlainAscii(text) ? text : Normalizer.normalize(map(text), Normalizer.Form.NFKC);
        if (prepared.isEmpty()) {
            throw new SaslException("the " + what + " has no character that counts (RFC 4013)");
        }
        if (prepared.codePoints().anyMatch(SaslPrep::isProhibited)) {
            throw new SaslException("the " + what + " has a character that is not allowed (RFC 4013)");
        }
        if (!keepsDirection(prepared)) {
            throw new SaslException("the " + what + " mixes writing directions as is not allowed (RFC 4013)");
        }
        return prepared;
    }

    private static boolean isPlainAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String map(String text) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().filter(c -> !in(NOTHING, c)).forEach(c -> mapped.appendCodePoint(in(SPACES, c) ? ' ' : c));
        return mapped.toString();
    }

    private static boolean isProhibited(int c) {
        return in(PROHIBITED, c) || (c & 0xFFFE) == 0xFFFE;
    }

    /** RFC 3454 section 6: text that runs right to left has nothing that runs the other way, and ends as it begins. */
    private static boolean keepsDirection(String text) {
        int[] points = text.codePoints().toArray();
        if (IntStream.of(points).noneMatch(SaslPrep::isRightToLeft)) {
            return true;
        }
        return isRightToLeft(points[0]) && isRightToLeft(points[points.length - 1]) && IntStream.of(points)
                .noneMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean in(int[] ranges, int c) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (c >= ranges[i] && c <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
