package org.vmalloscope.ui.view;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.vmalloscope.ui.model.AllocateModel;
import org.vmalloscope.ui.model.EditorModel;
import org.vmalloscope.ui.model.MarginModel;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;

/// The scenario: its text, what is wrong with it, and the bar that adds to it. The head says whether it is saved.
final class ScenarioPane extends BorderPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass DIRTY = PseudoClass.getPseudoClass("dirty");

    private final Opener opener;
    private final EditorModel model;
    private final Words words;
    private final ScenarioEditor editor;
    private final ScenarioFiles files;
    private final EditMenu editMenu;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final Label state = new Label();
    private final Circle light = new Circle(3);

    ScenarioPane(Stage stage, Opener opener, SessionModel session, FxPainter painter, Words words) {
        this.opener = opener;
        this.model = opener.editor();
        this.words = words;
        MarginModel margin = new MarginModel(model, session);
        this.editor = new ScenarioEditor(opener, session, margin, painter, words);
        this.files = new ScenarioFiles(stage, opener, editor::theme, words);
        this.editMenu = new EditMenu(stage, editor, model, words);
        getStyleClass().add("vm-pane");
        setMinWidth(180);
        setTop(head());
        setCenter(editor);
        AllocateModel allocate = new AllocateModel(opener, words.bundle());
        setBottom(new VBox(new ErrorLine(model, editor, words), new AllocateBar(allocate, session, words)));
        editor.setMenu(new ContextMenu(editMenu.items().toArray(MenuItem[]::new)));
        InvalidationListener changed = something -> describe();
        model.dirtyProperty().addListener(changed);
        model.judgedProperty().addListener(changed);
        model.documentProperty().addListener(changed);
        model.errors().addListener(changed);
        opener.busyProperty().addListener(changed);
        describe();
    }

    private HBox head() {
        Label title = new Label(words.get("pane.scenario"));
        title.getStyleClass().add("vm-head-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        state.setId("scenario-state");
        state.getStyleClass().add("vm-head-note");
        light.getStyleClass().add("vm-state-light");
        HBox head = new HBox(title, space, state, light);
        head.getStyleClass().add("vm-head");
        return head;
    }

    private void describe() {
        int errors = model.errors().size();
        boolean dirty = model.dirtyProperty().get();
        if (opener.busyProperty().get()) {
            state.setText(words.get("editor.state.busy"));
        } else if (errors > 0) {
            state.setText(words.get("editor.state.errors", errors));
        } else {
            state.setText(words.get(dirty ? "editor.state.unsaved" : "editor.state.saved"));
        }
        title.set((dirty ? "• " : "") + model.documentProperty().get().name());
        light.pseudoClassStateChanged(ERROR, errors > 0);
        light.pseudoClassStateChanged(DIRTY, dirty);
    }

    /// New, open, save and the question before something is lost.
    ScenarioFiles files() {
        return files;
    }

    /// The Edit menu.
    Menu editMenu() {
        return editMenu.menu();
    }

    /// Opens a text, unless the user wants to keep what is there.
    void open(String name, String text) {
        if (files.mayLeave()) {
            opener.open(name, text);
        }
    }

    /// The name of the text, with a mark while it is not saved.
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Paints in another theme from now on.
    void paintWith(FxPainter painter) {
        editor.paintWith(painter);
    }
}
