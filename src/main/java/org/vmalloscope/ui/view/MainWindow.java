package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.DiagramModel;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.ExportModel;
import org.vmalloscope.ui.model.Exporter;
import org.vmalloscope.ui.model.LessonModel;
import org.vmalloscope.ui.model.LessonPage;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.OptionModel;
import org.vmalloscope.ui.model.PlayModel;
import org.vmalloscope.ui.model.Recovery;
import org.vmalloscope.ui.model.SearchModel;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.TimelineModel;
import org.vmalloscope.ui.model.Workers;
import org.vmalloscope.ui.view.DiagramPanes.Wishes;

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
    private final DiagramPanes panes;
    private final Workbench workbench;
    private final TimelinePane timeline;
    private final Notice notice;
    private final DiagramExport export;
    private final AreaMenu areaMenu;
    private final FindField find;
    private final StatusLine status;
    private final Presentation presentation;
    private final ScenarioPane scenario;
    private final Explanation explanation;
    private final LessonModel lessons;
    private final KernelFiles kernelFiles;

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
        this.export = new DiagramExport(exports, exporter, words, notice, stage, this::current, theme::get);
        this.lessons = new LessonModel(session, opener, settings, words.bundle());
        this.areaMenu = new AreaMenu(session, words, new Details(words, theme::get), this::append);
        FxPainter painter = new FxPainter(theme.get(), fonts);
        this.panes = new DiagramPanes(session, options, words, motion);
        panes.fill(painter, areaMenu, new Wishes(export::ask, this::enlarge, this::tellZoom));
        this.scenario = new ScenarioPane(stage, opener, session, painter, words);
        scenario.files().tell(settings::opened, notice::show);
        Dividers dividers = new Dividers(settings);
        this.workbench = new Workbench(panes.all(), dividers);
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
        this.presentation = new Presentation(
                stage, root, window, new Presenter(session, panes.all(), words), theme::get, this::showAgain);
        this.explanation = new Explanation(session, opener, settings, workers, words, notice::show, dividers);
        this.kernelFiles = new KernelFiles(stage, theme, words, notice::show, this::askForFile, session, workers);
        fill(examples, dividers);
        WindowMemory memory = new WindowMemory(settings, stage, dividers);
        Scene scene = new Scene(root, memory.width(), memory.height());
        WindowStyle.apply(theme.get(), scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, new WindowKeys(session, play, this)::pressed);
        new FileDrop(this::open).on(scene);
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(420);
        stage.titleProperty().bind(Bindings.concat(title(), " — ", words.get("window.title")));
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
                new DebugBar(explanation.code(), words),
                new PlayBar(play, words),
                new CpuChoice(session, words, cpu -> append("cpu " + cpu)),
                find,
                lessonMenu().button());
        top.getChildren().setAll(new WindowMenu(this, examples, words).bar(), tools, notice);
        window.setTop(top);
        Desk desk = new Desk(scenario, workbench, explanation.column(), timeline, dividers);
        window.setCenter(new LessonDesk(desk, lessons, words, dividers));
        window.setBottom(status);
    }

    /// Lets a browser show pages.
    public void showPagesWith(Consumer<String> browser) {
        explanation.sources().showPagesWith(browser);
    }

    /// What the window is about: the lesson, or the text of the scenario.
    private StringBinding title() {
        return Bindings.createStringBinding(
                () -> lessons.pageProperty()
                        .get()
                        .map(page -> words.get("lesson.title", page.title()))
                        .orElseGet(() -> scenario.titleProperty().get()),
                lessons.pageProperty(),
                scenario.titleProperty());
    }

    /// Adds a statement to the user's scenario, which a lesson is not.
    private void append(String statement) {
        if (lessons.activeProperty().get()) {
            notice.show(words.get("lesson.no-append"));
        } else {
            opener.append(statement);
        }
    }

    private void lessonTurned(Optional<LessonPage> page) {
        page.map(LessonPage::diagram).ifPresent(workbench::reveal);
    }

    private void listen() {
        kernelFiles.follow(opener);
        lessons.errorProperty().addListener((property, was, now) -> notice.show(now));
        lessons.pageProperty().addListener((property, was, now) -> lessonTurned(now));
        lessons.activeProperty()
                .addListener((property, was, now) -> scenario.editMenu().setDisable(now));
        theme.addListener((property, was, now) -> dress(now));
        session.momentProperty().addListener((property, was, now) -> showMoment(session.isSmooth() && play.isSlow()));
        session.options().addListener((property, was, now) -> showMoment(false));
        settings.reduceMotionProperty().addListener((property, was, now) -> motion.reduce(now));
        opener.errorProperty().addListener((property, was, now) -> notice.show(now));
        session.troubleProperty().addListener((property, was, now) -> notice.show(now));
    }

    private void showMoment(boolean smooth) {
        if (presentation.isOn()) {
            presentation.presenter().show(smooth);
        } else {
            panes.show(smooth);
            timeline.view().moved();
        }
    }

    /// After a presentation.
    private void showAgain() {
        workbench.refill();
        timeline.view().moved();
        focusDiagram();
    }

    private void dress(Theme now) {
        WindowStyle.apply(now, stage.getScene());
        FxPainter painter = new FxPainter(now, fonts);
        panes.paintWith(painter);
        scenario.paintWith(painter);
        timeline.view().paintWith(painter);
        timeline.dress(now);
        presentation.presenter().dress(now);
    }

    /// Shows the window.
    public void show() {
        stage.show();
        timeline.dress(theme.get());
        tellZoom(workbench.current().view());
        focusDiagram();
    }

    SessionModel session() {
        return session;
    }

    PlayModel play() {
        return play;
    }

    /// What explains code and memory.
    Explanation explanation() {
        return explanation;
    }

    /// The titles of the diagrams, in the order of their numbers.
    List<String> titles() {
        return panes.titles();
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

    /// Whether a file is a lesson, by its name.
    public static boolean isLesson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".lesson");
    }

    /// Opens a lesson of the user's.
    public void openLesson(Path file) {
        lessons.open(file);
    }

    /// Opens a file and remembers it; a lesson is opened beside the scenario.
    void open(Path file) {
        if (isLesson(file)) {
            openLesson(file);
        } else if (scenario.files().mayLeave()) {
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
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(words.get("open.filter.any"), "*"),
                        new ExtensionFilter(words.get("open.filter"), "*.vms"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            open(file.toPath());
        }
    }

    /// The lesson that is open, and the list of lessons.
    LessonModel lessons() {
        return lessons;
    }

    LessonMenu lessonMenu() {
        return new LessonMenu(lessons, stage, words);
    }

    /// Files as real kernels print them.
    KernelFiles kernelFiles() {
        return kernelFiles;
    }

    DiagramExport export() {
        return export;
    }

    /// The diagram that has the focus.
    private DiagramModel current() {
        return workbench.current().diagram();
    }

    void describe() {
        Description.show(stage, words, theme.get(), session.diagrams(), current());
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

    /// For the back of a room.
    Presentation presentation() {
        return presentation;
    }

    /// Shows the n-th diagram, from 0.
    void showDiagram(int number) {
        if (presentation.isOn()) {
            presentation.presenter().choose(number);
        } else {
            workbench.focus(number);
        }
    }

    void enlarge() {
        enlarge(workbench.current());
    }

    private void enlarge(DiagramPane pane) {
        workbench.toggle(pane);
    }

    private void tellZoom(PictureView view) {
        status.zoomOf(view);
    }

    void cycle(int step) {
        workbench.cycle(step);
    }

    TimelinePane timeline() {
        return timeline;
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
