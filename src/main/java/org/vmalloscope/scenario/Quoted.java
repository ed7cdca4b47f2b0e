package org.vmalloscope.scenario;

/// Words as messages show them: in quotes, not too long, and with nothing in them that cannot be seen.
final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    /// The word in single quotes.
    static String word(String word) {
        return "'" + plain(word) + "'";
    }

    /// The word without quotes: its first 39 characters and `…` when it has more than 40.
    static String plain(String word) {
        if (word.length() <= LONGEST) {
            return escaped(word);
        }
        int end = LONGEST - 1;
        if (Character.isHighSurrogate(word.charAt(end - 1))) {
            end--;
        }
        return escaped(word.substring(0, end)) + "…";
    }

    /// The word, with escapes for what cannot be seen.
    static String escaped(String word) {
        if (Checks.all(word, 0, c -> c >= ' ' && c <= '~')) {
            return word;
        }
        StringBuilder shown = new StringBuilder();
        word.codePoints().forEach(c -> {
            if (isVisible(c)) {
                shown.appendCodePoint(c);
            } else {
                Character.toString(c).chars().forEach(unit -> shown.append(String.format("\\u%04X", unit)));
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
