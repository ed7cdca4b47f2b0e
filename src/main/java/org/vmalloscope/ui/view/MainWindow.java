package org.vmalloscope.ui.view;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.FigureFile;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;

/// The main window: statements on the left, the tree on the right, the way through the run above, what happened below.
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final SessionModel session;
    private final Opener opener;
    private final Words words;
    private final Fonts fonts = new Fonts();
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final BorderPane root = new BorderPane();
    private final PictureView tree;
    private final Notice notice;
    private final TreeExport export;

    /// Fills a stage; [#show] shows it.
    public MainWindow(Stage stage, SessionModel session, Opener opener, Words words, List<Example> examples) {
        this.stage = stage;
        this.session = session;
        this.opener = opener;
        this.words = words;
        this.notice = new Notice(words);
        this.export = new TreeExport(session, words, notice);
        this.tree = new PictureView(session::tree, new FxPainter(theme.get(), fonts));
        tree.setId("tree");
        root.getStyleClass().add("vm-window");
        root.setTop(new VBox(new WindowMenu(this, examples, words).bar(), toolBar(), notice));
        root.setCenter(panes());
        root.setBottom(new StatusLine(session, words));
        WindowStyle.apply(theme.get(), root);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(420);
        stage.titleProperty()
                .bind(Bindings.concat(session.sourceProperty(), " — ", words.get("window.title")));
        theme.addListener((property, was, now) -> {
            WindowStyle.apply(now, root);
            tree.paintWith(new FxPainter(now, fonts));
        });
        session.momentProperty().addListener((property, was, now) -> tree.redraw());
        opener.errorProperty().addListener((property, was, now) -> notice.show(now));
        session.troubleProperty().addListener((property, was, now) -> notice.show(now));
    }

    /// Shows the window.
    public void show() {
        stage.show();
        tree.requestFocus();
    }

    private HBox toolBar() {
        Label title = new Label();
        title.textProperty().bind(session.titleProperty());
        title.getStyleClass().add("vm-title");
        title.setMinWidth(0);
        Label machine = new Label();
        machine.textProperty().bind(session.machineProperty());
        machine.getStyleClass().add("vm-badge");
        machine.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(new Transport(session, words), title, space, machine);
        bar.getStyleClass().add("vm-toolbar");
        return bar;
    }

    private SplitPane panes() {
        Label lines = new Label();
        lines.textProperty().bind(session.sourceProperty());
        Label areas = new Label();
        areas.textProperty().bind(session.areasProperty().map(count -> words.get("pane.tree.areas", count)));
        SplitPane split = new SplitPane(
                Panes.titled(words.get("pane.scenario"), lines, new StatementList(session)),
                Panes.titled(words.get("pane.tree"), areas, tree));
        split.setDividerPositions(0.27);
        return split;
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl
                || event.isShortcutDown()
                || event.isAltDown()
                || event.isShiftDown()) {
            return;
        }
        Runnable action = action(event.getCode());
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private @Nullable Runnable action(KeyCode code) {
        return switch (code) {
            case RIGHT -> session::forward;
            case LEFT -> session::back;
            case DOWN -> session::nextStatement;
            case UP -> session::previousStatement;
            case HOME -> session::start;
            case END -> session::end;
            default -> null;
        };
    }

    SessionModel session() {
        return session;
    }

    void open(Example example) {
        opener.open(example.fileName(), example.text());
    }

    void askForFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("open.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(words.get("open.filter"), "*.vms"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            opener.open(file.toPath());
        }
    }

    void askForExport(FigureFile.Format format) {
        export.ask(format, theme.get(), stage);
    }

    void setTheme(Theme newTheme) {
        theme.set(newTheme);
    }

    void switchTheme() {
        theme.set(theme.get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    void showKeys() {
        KeySheet.show(stage, words);
    }

    void close() {
        stage.close();
    }
}
