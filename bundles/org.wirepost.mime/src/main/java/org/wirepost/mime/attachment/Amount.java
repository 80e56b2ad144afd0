// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Optional;

/** Numbers as people type and read them, worded the same way by every handler. */
public final class Amount {

    private Amount() {
    }

    /** A whole number, possibly with {@code k} for thousands or {@code M} for millions behind it. */
    public static Optional<Long> parse(String text) {
        String digits = text.strip();
        long factor = 1;
        if (!digits.isEmpty()) {
            factor = switch (digits.charAt(digits.length() - 1)) {
                case 'k', 'K' -> 1_000;
                case 'm', 'M' -> 1_000_000;
                default -> 1;
            };
        }
        if (factor > 1) {
            digits = digits.substring(0, digits.length() - 1).strip();
        }
        if (!digits.matches("-?[0-9]{1,12}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(digits) * factor);
    }

    /** A number of bytes, for example {@code 1 byte}, {@code 980 bytes}, {@code 2.4 MB}. */
    public static String bytes(long count) {
        if (count < 1_000) {
            return count + (count == 1 ? " byte" : " bytes");
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = count / 1_000.0;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return decimal(value, value < 99.95 ? 1 : 0) + " " + units[unit];
    }

    /**
     * A number with a fixed count of digits behind the point, rounded, for example {@code -3.50}.
     *
     * @param digits 0 to 9
     */
    public static String decimal(double value, int digits) {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        long scaled = Math.round(Math.abs(value) * scale);
        String sign = value < 0 && scaled > 0 ? "-" : "";
        if (digits == 0) {
            return sign + scaled;
        }
        // The one in front keeps the zeros behind the point.
        return sign + scaled / scale + "." + Long.toString(scale + scaled % scale).substring(1);
    }
}
