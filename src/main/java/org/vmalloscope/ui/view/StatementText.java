package org.vmalloscope.ui.view;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A statement of a scenario in large type, its words in the colours of the editor.
final class StatementText extends TextFlow {
    StatementText() {
        getStyleClass().add("vm-statement");
        setId("presented-statement");
    }

    void show(String statement) {
        getChildren().clear();
        setAccessibleText(statement);
        String[] words = statement.isEmpty() ? new String[0] : statement.split(" ", -1);
        boolean binds = words.length > 1 && words[1].equals("=");
        for (int index = 0; index < words.length; index++) {
            Text text = new Text(words[index] + " ");
            text.getStyleClass().add(style(words[index], index, binds));
            getChildren().add(text);
        }
    }

    private static String style(String word, int index, boolean binds) {
        if (index == (binds ? 2 : 0)) {
            return "vm-statement-keyword";
        }
        if (word.equals("=")) {
            return "vm-statement-sign";
        }
        boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
        return number ? "vm-statement-number" : "vm-statement-name";
    }
}
