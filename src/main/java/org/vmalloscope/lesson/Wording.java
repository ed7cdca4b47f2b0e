package org.vmalloscope.lesson;

import java.util.ResourceBundle;

/// The sentences of questions and answers, by key, in the user's language; `{0}` to `{9}` are places of arguments.
final class Wording {
    private final ResourceBundle bundle = ResourceBundle.getBundle("org.vmalloscope.lesson.lesson");

    String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        StringBuilder phrase = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            boolean place = at + 2 < pattern.length()
                    && pattern.charAt(at) == '{'
                    && Character.isDigit(pattern.charAt(at + 1))
                    && pattern.charAt(at + 2) == '}';
            if (place) {
                phrase.append(arguments[pattern.charAt(at + 1) - '0']);
            } else {
                phrase.append(pattern.charAt(at));
            }
            at += place ? 3 : 1;
        }
        return phrase.toString();
    }
}
