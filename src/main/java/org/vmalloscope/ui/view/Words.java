package org.vmalloscope.ui.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the window says, in the user's language.
public record Words(ResourceBundle bundle) {
    /// The bundle for a language; English where there is none.
    public static Words in(Locale locale) {
        return new Words(ResourceBundle.getBundle("org.vmalloscope.ui.window", locale));
    }

    String get(String key) {
        return bundle.getString(key);
    }

    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
