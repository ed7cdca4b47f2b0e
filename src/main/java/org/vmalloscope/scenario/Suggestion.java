package org.vmalloscope.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// The known word that somebody who mistyped probably meant.
public final class Suggestion {
    private static final int LONGEST = 40;

    private Suggestion() {}

    /// The candidate with the fewest typing slips from the word, the first of equals; empty when none is near.
    public static Optional<String> of(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String typed = word.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int fewest = 1 + Math.min(2, typed.length() / 2);
        for (String candidate : candidates) {
            boolean hopeless = Math.abs(typed.length() - candidate.length()) >= fewest;
            int slips = hopeless ? fewest : distance(typed, candidate);
            if (slips < fewest) {
                fewest = slips;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
    private static int distance(String from, String to) {
        int[][] slips = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : cheapest(slips, from, to, i, j);
            }
        }
        return slips[from.length()][to.length()];
    }

    private static int cheapest(int[][] slips, String from, String to, int i, int j) {
        int replaced = slips[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, slips[i - 2][j - 2] + 1) : best;
    }
}
