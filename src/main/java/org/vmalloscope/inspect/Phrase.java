package org.vmalloscope.inspect;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What is said about objects and values, in the language of the default locale.
final class Phrase {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.vmalloscope.inspect.inspect");

    private Phrase() {}

    static String say(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }
}
