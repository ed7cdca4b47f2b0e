package org.vmalloscope.ui.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.picture.Token;

/// Gives the controls the colours that the pictures have: every token is a colour name of the style sheet.
final class WindowStyle {
    private static final String SHEET = "/org/vmalloscope/ui/window.css";

    private WindowStyle() {}

    /// Puts a theme on everything below `root`.
    static void apply(Theme theme, Parent root) {
        boolean dark = theme == Theme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        StringBuilder colours = new StringBuilder();
        for (Token token : Token.values()) {
            colours.append("-vm-").append(token.key()).append(": ");
            colours.append(theme.colour(token).hex()).append("; ");
        }
        root.setStyle(colours.toString());
        String sheet = Objects.requireNonNull(WindowStyle.class.getResource(SHEET), SHEET)
                .toExternalForm();
        if (!root.getStylesheets().contains(sheet)) {
            root.getStylesheets().add(sheet);
        }
    }
}
