package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.FigureFile;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.PlayModel;
import org.vmalloscope.ui.model.Recovery;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.TimelineModel;

/// The main window: the scenario on the left, the diagrams beside them, the way through the run above and below,
/// and in the last line what happened.
public final class MainWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double TIMELINE = 118;
    private static final double PRESENTED = 1.7;
    private static final PseudoClass PRESENTING = PseudoClass.getPseudoClass("presenting");

    private final Stage stage;
    private final SessionModel session;
    private final Opener opener;
    private final PlayModel play;
    private final Words words;
    private final Fonts fonts = new Fonts();
    private final Motion motion = new Motion();
    private final Settings settings;
    private final ObjectProperty<Theme> theme;
    private final BorderPane root = new BorderPane();
    private final VBox top = new VBox();
    private final Workbench workbench;
    private final TimelineView timeline;
    private final Notice notice;
    private final DiagramExport export;
    private final AreaMenu areaMenu;
    private final ScenarioPane scenario;

    /// Fills a stage; [#show] shows it.
    public MainWindow(
            Stage stage, SessionModel session, Opener opener, Words words, List<Example> examples, Settings settings) {
        this.stage = stage;
        this.session = session;
        this.opener = opener;
        this.words = words;
        this.settings = settings;
        this.theme = settings.themeProperty();
        this.play = new PlayModel(session);
        this.notice = new Notice(words);
        this.export = new DiagramExport(session, words, notice);
        this.areaMenu = new AreaMenu(session, words, opener::append);
        FxPainter painter = new FxPainter(theme.get(), fonts);
        this.workbench = new Workbench(session.diagrams().stream()
                .map(diagram -> pane(diagram, painter))
                .toList());
        this.scenario = new ScenarioPane(stage, opener, session, painter, words);
        scenario.files().tell(settings::opened, notice::show);
        this.timeline = new TimelineView(new TimelineModel(session), painter);
        root.getStyleClass().add("vm-window");
        top.getChildren().addAll(new WindowMenu(this, examples, words).bar(), toolBar(), notice);
        root.setTop(top);
        root.setCenter(body());
        root.setBottom(new StatusLine(session, words));
        WindowStyle.apply(theme.get(), root);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        WindowKeys keys = new WindowKeys(session, play, workbench, this::showKeys);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        new FileDrop(this::open).on(scene);
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(420);
        stage.titleProperty().bind(Bindings.concat(scenario.titleProperty(), " — ", words.get("window.title")));
        stage.setOnCloseRequest(asked -> {
            if (!scenario.files().mayLeave()) {
                asked.consume();
            }
        });
        new WindowMemory(settings, stage).restore();
        motion.reduce(settings.reduceMotionProperty().get());
        settings.reduceMotionProperty().addListener((property, was, now) -> motion.reduce(now));
        listen();
    }

    private void listen() {
        theme.addListener((property, was, now) -> {
            WindowStyle.apply(now, root);
            FxPainter painter = new FxPainter(now, fonts);
            workbench.panes().forEach(pane -> pane.view().paintWith(painter));
            timeline.paintWith(painter);
            scenario.paintWith(painter);
        });
        stage.fullScreenProperty().addListener((property, was, now) -> {
            if (!now && !top.isVisible()) {
                show(false);
            }
        });
        session.momentProperty().addListener((property, was, now) -> {
            boolean smooth = session.isSmooth() && play.isSlow();
            workbench.panes().forEach(pane -> pane.view().redraw(smooth));
            timeline.moved();
        });
        opener.errorProperty().addListener((property, was, now) -> notice.show(now));
        session.troubleProperty().addListener((property, was, now) -> notice.show(now));
    }

    private DiagramPane pane(DiagramModel diagram, FxPainter painter) {
        PictureView view = new PictureView(diagram, painter, session.links(), motion);
        view.onMenu((id, event) -> areaMenu.show(view, id, event));
        DiagramPane[] made = new DiagramPane[1];
        made[0] = new DiagramPane(
                diagram,
                view,
                words,
                () -> export.ask(diagram, FigureFile.Format.PNG, theme.get(), stage),
                () -> workbench.toggle(made[0]));
        return made[0];
    }

    /// Shows the window.
    public void show() {
        stage.show();
        workbench.focus(0);
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
        HBox bar = new HBox(
                new Transport(session, words),
                new PlayBar(play, words),
                new CpuChoice(session, words, cpu -> opener.append("cpu " + cpu)),
                title,
                space,
                new FindField(session, words),
                machine);
        bar.getStyleClass().add("vm-toolbar");
        return bar;
    }

    private BorderPane body() {
        SplitPane split = new SplitPane(scenario, workbench);
        SplitPane.setResizableWithParent(scenario, false);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.19);
        timeline.setPrefHeight(TIMELINE);
        timeline.setMinHeight(TIMELINE);
        BorderPane body = new BorderPane(split);
        body.setBottom(timeline);
        body.getStyleClass().add("vm-body");
        return body;
    }

    SessionModel session() {
        return session;
    }

    PlayModel play() {
        return play;
    }

    void open(Example example) {
        scenario.open(example.fileName(), example.text());
    }

    /// Opens a file and remembers it.
    void open(Path file) {
        if (scenario.files().mayLeave()) {
            settings.opened(file);
            opener.open(file);
        }
    }

    /// The scenario and its text.
    ScenarioPane scenario() {
        return scenario;
    }

    /// Lets a recovery keep the text, and offers what it found.
    public void keep(Recovery recovery) {
        recovery.faultProperty().addListener((property, was, now) -> notice.show(now));
        top.getChildren().add(new RecoveryBar(recovery, scenario.files()::mayLeave, words));
    }

    Settings settings() {
        return settings;
    }

    void askForFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("open.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(words.get("open.filter"), "*.vms"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            open(file.toPath());
        }
    }

    void askForExport(DiagramModel diagram, FigureFile.Format format) {
        export.ask(diagram, format, theme.get(), stage);
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

    /// For the back of a room: everything larger, menus and tools away; and back again.
    void present() {
        if (top.isVisible()) {
            show(true);
            stage.setFullScreenExitHint("");
            stage.setFullScreen(true);
        } else {
            show(false);
            stage.setFullScreen(false);
        }
    }

    private void show(boolean presenting) {
        top.setVisible(!presenting);
        top.setManaged(!presenting);
        workbench.panes().forEach(pane -> pane.view().magnify(presenting ? PRESENTED : 1));
        root.pseudoClassStateChanged(PRESENTING, presenting);
    }

    void find() {
        root.lookup("#find").requestFocus();
    }

    void close() {
        if (scenario.files().mayLeave()) {
            stage.close();
        }
    }
}
