package org.vmalloscope.picture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The ids given out in one SVG file, each once.
///
/// They hold letters, digits, `-` and `_` only, so that an id with a dot is never taken by a shape.
final class SvgIds {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();

    /// An id for a shape: as close to its own as XML allows, numbered from the second use on.
    String unique(String id) {
        String name = name(id);
        if (taken.add(name)) {
            return name;
        }
        int number = repeats.getOrDefault(name, 1);
        String numbered;
        do {
            number++;
            numbered = name + '-' + number;
        } while (!taken.add(numbered));
        repeats.put(name, number);
        return numbered;
    }

    private static String name(String id) {
        StringBuilder name = new StringBuilder(id.length() + 4);
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (isLetter(c) || i > 0 && (c >= '0' && c <= '9' || c == '-')) {
                name.append(c);
            } else {
                name.append('_').append(Integer.toHexString(c)).append('_');
            }
        }
        return name.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
