package org.vmalloscope.ui.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.picture.Token;

/// Gives the controls the colours that the pictures have: every token is a colour name of the style sheet.
final class WindowStyle {
    private static final String SHEET = "/org/vmalloscope/ui/window.css";

    private WindowStyle() {}

    /// Puts a theme on a window and all that pops up from it.
    static void apply(Theme theme, Scene scene) {
        Application.setUserAgentStylesheet(
                theme == Theme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheets(theme));
    }

    /// Puts a theme on something that stands alone, as a dialog does.
    static void apply(Theme theme, Parent root) {
        root.getStylesheets().setAll(sheets(theme));
        root.getStyleClass().add("vm-alone");
    }

    private static List<String> sheets(Theme theme) {
        StringBuilder colours = new StringBuilder(".root, .vm-alone {");
        for (Token token : Token.values()) {
            colours.append("-vm-").append(token.key()).append(": ");
            colours.append(theme.colour(token).hex()).append("; ");
        }
        String encoded = Base64.getEncoder()
                .encodeToString(colours.append('}').toString().getBytes(StandardCharsets.UTF_8));
        String sheet = Objects.requireNonNull(WindowStyle.class.getResource(SHEET), SHEET)
                .toExternalForm();
        return List.of("data:text/css;base64," + encoded, sheet);
    }
}
