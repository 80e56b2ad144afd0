// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Makes random values from a fixed seed, with a liking for what encoders get wrong. */
public final class Dice {

    private static final List<String> SCRIPTS = List.of("abcdefghij KLMNOP 0123456789", "äöüßéèñçåøÅÉ", "αβγδεζηθ",
            "Привет мир", "進捗報告営業資料", "ひらがなカタカナ", "한국어문서", "مرحبا", "שלום", "हिन्दी", "สวัสดี");
    private static final List<String> ODD = List.of("👩‍👩‍👧‍👦", "🇩🇪", "e\u0301", "👍🏽", "\u200B", "=?utf-8?q?x?=", "=?",
            "?=", "\"", "\\",
            "'", "%41", "*", "=", "_", "..", "(", ")", "<", ">", ",", ";", ":", "@", "\u00A0", "\u2028", "𝒳", "~",
            "{}");

    private final SplittableRandom random;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Runs a check many times, each with dice of its own; the failing seed is in the message. */
    public static void rolls(int times, Consumer<Dice> check) {
        for (int seed = 1; seed <= times; seed++) {
            try {
                check.accept(new Dice(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    public int upTo(int bound) {
        return random.nextInt(bound + 1);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns one line of text, perhaps empty, perhaps with blanks at its ends. */
    public String line(int mostPieces) {
        StringBuilder text = new StringBuilder();
        int script = random.nextInt(SCRIPTS.size());
        for (int pieces = upTo(mostPieces); pieces > 0; pieces--) {
            if (chance(10)) {
                script = random.nextInt(SCRIPTS.size());
            }
            if (chance(8)) {
                text.append(one(ODD));
            } else if (chance(20)) {
                text.append(chance(90) ? " " : "  ");
            } else {
                text.append(letter(SCRIPTS.get(chance(50) ? 0 : script)));
            }
        }
        return text.toString();
    }

    /** Returns a line that is not blank and has no blanks of any kind at its ends. */
    public String word(int mostPieces) {
        String text = line(mostPieces).replaceAll("\\A[\\h\\v]+|[\\h\\v]+\\z", "");
        return text.isEmpty() ? "x" : text;
    }

    private String letter(String script) {
        int at = script.offsetByCodePoints(0, random.nextInt(script.codePointCount(0, script.length())));
        return Character.toString(script.codePointAt(at));
    }

    /** Returns lines, some of them long, some with traps for mail systems. */
    public String text(int mostLines, String lineBreak) {
        StringBuilder text = new StringBuilder();
        for (int lines = upTo(mostLines); lines > 0; lines--) {
            if (chance(20)) {
                text.append(one(List.of("From here", ".", "..", "-- ", ">From", "> quoted", ">> twice", " indented",
                        "trailing  ", "tab\t", "x".repeat(70 + upTo(10)), "x".repeat(60) + "=".repeat(upTo(40)))));
            } else {
                text.append(line(chance(5) ? 1500 : 90));
            }
            text.append(lines == 1 && chance(30) ? "" : lineBreak);
        }
        return text.toString();
    }

    /** Returns octets: noise, or text with line ends of any kind. */
    public byte[] octets(int most) {
        byte[] octets = new byte[upTo(most)];
        if (chance(40)) {
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) random.nextInt();
            }
            return octets;
        }
        byte[] traps = "aaaa bbbb.=From \t\r\n\r\n\n\r--_\u00E4".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            octets[i] = traps[random.nextInt(traps.length)];
        }
        return octets;
    }
}
