// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {

    private Nearest() {
    }

    /**
     * Returns the most similar of the known words, if one is similar at all.
     *
     * @param word what was typed
     * @param known what could have been meant
     * @return the word with the fewest edits, at most one for every three characters; or the only one that begins so
     */
    public static Optional<String> to(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        String best = "";
        int least = Math.max(1, bare(wanted) / 3) + 1;
        String beginning = "";
        int beginnings = 0;
        for (String each : known) {
            String candidate = each.toLowerCase(Locale.ROOT);
            int edits = edits(wanted, candidate, least);
            if (edits < least) {
                least = edits;
                best = each;
            }
            if (bare(wanted) > 1 && candidate.startsWith(wanted)) {
                beginning = each;
                beginnings++;
            }
        }
        return best.isEmpty() && beginnings == 1 ? Optional.of(beginning) : Optional.of(best).filter(w -> !w.isEmpty());
    }

    private static int bare(String word) {
        return word.startsWith("--") ? word.length() - 2 : word.length();
    }

    /** Insertions, deletions, changes and swaps of neighbours; stops counting at the limit. */
    private static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit || a.length() > 64 || b.length() > 64) {
            return limit;
        }
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cell(edits, a, b, i, j);
            }
        }
        return edits[a.length()][b.length()];
    }

    private static int cell(int[][] edits, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(edits[i - 1][j - 1] + change, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
