package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.ExportChoice;
import org.vmalloscope.ui.model.ExportChoice.Format;
import org.vmalloscope.ui.model.ExportModel;
import org.vmalloscope.ui.model.Exporter;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.OptionModel;
import org.vmalloscope.ui.model.PlayModel;
import org.vmalloscope.ui.model.Recovery;
import org.vmalloscope.ui.model.SearchModel;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.TimelineModel;
import org.vmalloscope.ui.model.Workers;

/// The main window: the address space on top, the scenario and the diagrams below it, the way through the run above
/// and below them, and in the last line what happened.
public final class MainWindow {
    private final Stage stage;
    private final SessionModel session;
    private final Opener opener;
    private final PlayModel play;
    private final Words words;
    private final Fonts fonts = new Fonts();
    private final Motion motion = new Motion();
    private final Settings settings;
    private final OptionModel options;
    private final ObjectProperty<Theme> theme;
    private final StackPane root = new StackPane();
    private final BorderPane window = new BorderPane();
    private final VBox top = new VBox();
    private final List<DiagramPane> panes = new ArrayList<>();
    private final Workbench workbench;
    private final TimelinePane timeline;
    private final Notice notice;
    private final DiagramExport export;
    private final AreaMenu areaMenu;
    private final FindField find;
    private final StatusLine status;
    private final Presenter presenter;
    private final ScenarioPane scenario;

    /// Fills a stage; [#show] shows it. `workers` search and export.
    public MainWindow(
            Stage stage,
            SessionModel session,
            Opener opener,
            Words words,
            List<Example> examples,
            Settings settings,
            Workers workers) {
        this.stage = stage;
        this.session = session;
        this.opener = opener;
        this.words = words;
        this.settings = settings;
        this.theme = settings.themeProperty();
        this.options = new OptionModel(session, settings);
        this.play = new PlayModel(session, settings);
        this.notice = new Notice(words);
        Exporter exporter = new Exporter(workers, words.bundle());
        ExportModel exports = new ExportModel(session, settings, words.bundle());
        this.export = new DiagramExport(exports, exporter, words, notice, stage);
        this.areaMenu = new AreaMenu(session, words, new Details(words, theme::get), opener::append);
        FxPainter painter = new FxPainter(theme.get(), fonts);
        fillPanes(painter);
        this.scenario = new ScenarioPane(stage, opener, session, painter, words);
        scenario.files().tell(settings::opened, notice::show);
        Dividers dividers = new Dividers(settings);
        this.workbench = new Workbench(panes, dividers);
        SearchModel search = new SearchModel(session, workers);
        this.find = new FindField(session, search, words, this::focusDiagram);
        this.timeline = new TimelinePane(
                new TimelineView(new TimelineModel(session, search), painter),
                session,
                search,
                words,
                theme::get,
                find::find);
        this.status = new StatusLine(session, exporter, opener.busyProperty(), words, () -> find.find("warn", false));
        this.presenter = new Presenter(session, panes, words);
        fill(examples, dividers);
        WindowMemory memory = new WindowMemory(settings, stage, dividers);
        Scene scene = new Scene(root, memory.width(), memory.height());
        WindowStyle.apply(theme.get(), scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, new WindowKeys(session, play, this)::pressed);
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
        memory.restore();
        motion.reduce(settings.reduceMotionProperty().get());
        listen();
    }

    private void fill(List<Example> examples, Dividers dividers) {
        root.getStyleClass().add("vm-window");
        root.getChildren().setAll(window);
        TopBar tools = new TopBar(
                session,
                words,
                this,
                new PlayBar(play, words),
                new CpuChoice(session, words, cpu -> opener.append("cpu " + cpu)),
                find);
        top.getChildren().setAll(new WindowMenu(this, examples, words).bar(), tools, notice);
        window.setTop(top);
        window.setCenter(new Desk(scenario, workbench, timeline, dividers));
        window.setBottom(status);
    }

    private void fillPanes(FxPainter painter) {
        List<DiagramModel> diagrams = session.diagrams();
        List<String> order =
                Workbench.numbered(diagrams.stream().map(DiagramModel::label).toList());
        for (int index = 0; index < order.size(); index++) {
            String label = order.get(index);
            diagrams.stream()
                    .filter(diagram -> diagram.label().equals(label))
                    .forEach(diagram -> panes.add(pane(diagram, panes.size() + 1, painter)));
        }
    }

    private DiagramPane pane(DiagramModel diagram, int number, FxPainter painter) {
        PictureView view = new PictureView(diagram, painter, session.links(), motion);
        new PictureKeys(view, session.links(), areaMenu).install();
        DiagramPane pane = new DiagramPane(
                diagram,
                view,
                number,
                words,
                () -> export.ask(diagram.label(), theme.get()),
                () -> workbench.toggle(panes.get(number - 1)));
        switch (diagram.label()) {
            case "space" -> {
                ToggleButton swap = Tools.toggle("high-first", Icon.SWAP, words.get("pane.high-first"), () -> {});
                swap.selectedProperty().bindBidirectional(options.highFirstProperty());
                pane.addTool(swap);
            }
            case "blocks" -> {
                ToggleButton merge = Tools.toggle("merged", Icon.MERGE, words.get("pane.merged"), () -> {});
                merge.selectedProperty().bindBidirectional(options.mergedProperty());
                pane.addTool(merge);
            }
            default -> {
                // It has no option.
            }
        }
        view.focusedProperty().addListener((property, was, now) -> {
            if (now) {
                status.zoomOf(view);
            }
        });
        return pane;
    }

    private void listen() {
        theme.addListener((property, was, now) -> dress(now));
        stage.fullScreenProperty().addListener((property, was, now) -> {
            if (!now && isPresenting()) {
                showPresenter(false);
            }
        });
        session.momentProperty().addListener((property, was, now) -> showMoment(session.isSmooth() && play.isSlow()));
        session.options().addListener((property, was, now) -> showMoment(false));
        settings.reduceMotionProperty().addListener((property, was, now) -> motion.reduce(now));
        opener.errorProperty().addListener((property, was, now) -> notice.show(now));
        session.troubleProperty().addListener((property, was, now) -> notice.show(now));
    }

    private void showMoment(boolean smooth) {
        if (isPresenting()) {
            presenter.show(smooth);
        } else {
            panes.stream().filter(pane -> pane.view().getScene() != null).forEach(pane -> pane.show(smooth));
            timeline.view().moved();
        }
    }

    private void dress(Theme now) {
        WindowStyle.apply(now, stage.getScene());
        FxPainter painter = new FxPainter(now, fonts);
        panes.forEach(pane -> pane.view().paintWith(painter));
        scenario.paintWith(painter);
        timeline.view().paintWith(painter);
        timeline.dress(now);
        presenter.dress(now);
    }

    /// Shows the window.
    public void show() {
        stage.show();
        timeline.dress(theme.get());
        status.zoomOf(panes.getFirst().view());
        focusDiagram();
    }

    SessionModel session() {
        return session;
    }

    PlayModel play() {
        return play;
    }

    /// The titles of the diagrams, in the order of their numbers.
    List<String> titles() {
        return panes.stream().map(pane -> pane.diagram().title()).toList();
    }

    OptionModel options() {
        return options;
    }

    Settings settings() {
        return settings;
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

    void askForFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("open.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(words.get("open.filter"), "*.vms"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            open(file.toPath());
        }
    }

    void askForExport() {
        export.ask(workbench.current().diagram().label(), theme.get());
    }

    void askForExportOfAll() {
        export.ask(ExportChoice.ALL, theme.get());
    }

    void askForExportOfWindow() {
        export.ask(ExportChoice.WINDOW, theme.get());
    }

    void copy(Format format) {
        export.copy(workbench.current().diagram(), format, format == Format.SVG ? Theme.PRINT : theme.get());
    }

    void describe() {
        Description.show(
                stage,
                words,
                theme.get(),
                session.diagrams(),
                workbench.current().diagram());
    }

    void setTheme(Theme newTheme) {
        theme.set(newTheme);
    }

    void switchTheme() {
        theme.set(theme.get() == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    void showKeys() {
        KeySheet.show(stage, words, theme.get());
    }

    /// For the back of a room: everything larger, menus and tools away; and back again.
    void present() {
        boolean on = !isPresenting();
        showPresenter(on);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(on);
    }

    boolean isPresenting() {
        return root.getChildren().contains(presenter);
    }

    private void showPresenter(boolean on) {
        if (on) {
            root.getChildren().setAll(presenter);
            presenter.open(theme.get());
            panes.getFirst().view().requestFocus();
        } else {
            presenter.close();
            root.getChildren().setAll(window);
            workbench.refill();
            timeline.view().moved();
            focusDiagram();
        }
    }

    void toggleSpotlight() {
        presenter.toggleSpotlight();
    }

    /// Shows the n-th diagram, from 0.
    void showDiagram(int number) {
        if (isPresenting()) {
            presenter.choose(number);
        } else {
            workbench.focus(number);
        }
    }

    void enlarge() {
        workbench.toggle(workbench.current());
    }

    void cycle(int step) {
        workbench.cycle(step);
    }

    void bookmark() {
        timeline.bookmark();
    }

    /// To the next bookmark, or to the one before.
    void goToBookmark(int step) {
        long now = session.positionProperty().get();
        Optional<Long> mark =
                step > 0 ? session.bookmarks().after(now) : session.bookmarks().before(now);
        mark.ifPresent(session::seek);
    }

    void find() {
        root.lookup("#find").requestFocus();
    }

    private void focusDiagram() {
        workbench.focus(0);
    }

    void close() {
        if (scenario.files().mayLeave()) {
            stage.close();
        }
    }
}
