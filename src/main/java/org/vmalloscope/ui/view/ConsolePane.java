package org.vmalloscope.ui.view;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.inspect.Message;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.ConsoleModel;

/// What the kernel said up to the position, as on its console, and the locks that it holds.
final class ConsolePane extends VBox {
    private final ConsoleModel model;
    private final Words words;
    private final ListView<Message> list = new ListView<>();

    ConsolePane(ConsoleModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("vm-side-body");
        Label title = new Label(words.get("locks.title"));
        title.getStyleClass().add("vm-side-title");
        Label said = new Label(words.get("console.title"));
        said.getStyleClass().add("vm-side-title");
        Label none = new Label(words.get("console.none"));
        none.getStyleClass().add("vm-side-empty");
        none.setWrapText(true);
        none.setMinHeight(USE_PREF_SIZE);
        none.visibleProperty().bind(Bindings.isEmpty(model.messages()));
        none.managedProperty().bind(none.visibleProperty());
        list.setId("printk");
        list.getStyleClass().add("vm-rows");
        list.setItems(model.messages());
        list.setCellFactory(view -> new MessageCell());
        list.setAccessibleText(words.get("console.title"));
        list.visibleProperty().bind(none.visibleProperty().not());
        list.managedProperty().bind(list.visibleProperty());
        list.setOnKeyPressed(key -> {
            Message message = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && message != null) {
                model.go(message);
                key.consume();
            }
        });
        model.messages().addListener((ListChangeListener<Message>)
                change -> list.scrollTo(Math.max(0, model.messages().size() - 1)));
        VBox.setVgrow(list, Priority.ALWAYS);
        LocksBar locks = new LocksBar(model, words, true);
        locks.setId("locks");
        getChildren().setAll(said, none, list, title, locks);
    }

    /// A message with its event, its CPU and how grave it is; a click goes there.
    private final class MessageCell extends ListCell<Message> {
        MessageCell() {
            setWrapText(true);
            setPrefWidth(0);
            setContentDisplay(ContentDisplay.TOP);
            getStyleClass().add("vm-message");
            setOnMouseClicked(event -> {
                if (getItem() != null) {
                    model.go(getItem());
                }
            });
        }

        @Override
        protected void updateItem(Message message, boolean empty) {
            super.updateItem(message, empty);
            boolean shown = !empty && message != null;
            setGraphic(shown ? head(message) : null);
            setText(shown ? message.text() : "");
            if (shown) {
                String level = words.get("console.level." + message.level());
                setAccessibleText(
                        words.get("console.row", level, Long.toString(message.event()), message.cpu(), message.text()));
            }
        }

        private HBox head(Message message) {
            Label event = new Label(Long.toString(message.event()));
            event.getStyleClass().add("vm-writer-event");
            event.setMinWidth(USE_PREF_SIZE);
            Label cpu = new Label(words.get("locks.cpu", message.cpu()));
            cpu.getStyleClass().add("vm-message-cpu");
            Label level = new Label(words.get("console.level." + message.level()));
            level.getStyleClass().add("vm-message-cpu");
            level.setMinWidth(USE_PREF_SIZE);
            IconNode icon = new IconNode(icon(message.level()), 12);
            icon.getStyleClass().add("vm-level-" + message.level().name().toLowerCase(Locale.ROOT));
            HBox head = new HBox(icon, event, cpu, level);
            head.getStyleClass().add("vm-message-head");
            head.setMinWidth(USE_PREF_SIZE);
            return head;
        }
    }

    private static Icon icon(Message.Level level) {
        return switch (level) {
            case INFO, WARNING -> Icon.PROMPT;
            case WARN -> Icon.WARNING;
            case BUG -> Icon.BUG;
        };
    }
}
