package org.vmalloscope.diagram;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/// The sentences of the screen, by key, in the user's language.
///
/// A pattern holds `{0}` to `{9}` where its arguments go, and nothing else is special.
interface Phrases {
    /// The pattern of that key; an unknown key is a programming error.
    String pattern(String key);

    /// The phrase of that key with its arguments in place.
    default String say(String key, Object... arguments) {
        String pattern = pattern(key);
        StringBuilder phrase = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            if (isPlace(pattern, i)) {
                phrase.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                phrase.append(pattern.charAt(i));
            }
        }
        return phrase.toString();
    }

    private static boolean isPlace(String pattern, int at) {
        return at + 2 < pattern.length()
                && pattern.charAt(at) == '{'
                && Character.isDigit(pattern.charAt(at + 1))
                && pattern.charAt(at + 2) == '}';
    }

    /// The part of a key that stands for a constant: `COLLIDES_ABOVE` is `collides-above`.
    static String keyOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The phrases of the default locale.
    static Phrases ofDefaultLocale() {
        return Bundle.BUNDLE::getString;
    }

    /// All keys there are.
    static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (Enumeration<String> all = Bundle.BUNDLE.getKeys(); all.hasMoreElements(); ) {
            keys.add(all.nextElement());
        }
        return keys;
    }

    /// Where the phrases come from.
    final class Bundle {
        private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.vmalloscope.diagram.narrator");

        private Bundle() {}
    }
}
