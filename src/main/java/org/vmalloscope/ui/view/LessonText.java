package org.vmalloscope.ui.view;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A paragraph that wraps, in which what stands between backquotes is the kernel's and is set as code.
final class LessonText extends TextFlow {
    private static final String QUOTE = "`";

    /// `style` is the class of the whole paragraph.
    LessonText(String text, String style) {
        getStyleClass().add(style);
        setMinHeight(USE_PREF_SIZE);
        setMinWidth(0);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text.replace(QUOTE, ""));
        String[] parts = text.split(QUOTE, -1);
        for (int index = 0; index < parts.length; index++) {
            if (!parts[index].isEmpty()) {
                Text part = new Text(parts[index]);
                part.getStyleClass().add(index % 2 == 1 ? "vm-lesson-code" : "vm-lesson-word");
                getChildren().add(part);
            }
        }
    }
}
