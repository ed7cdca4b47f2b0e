package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.DiagramFigure;
import org.vmalloscope.diagram.Frame;
import org.vmalloscope.diagram.Kin;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.Narrator;
import org.vmalloscope.diagram.Origins;
import org.vmalloscope.diagram.Origins.Made;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.diagram.TimelineScene;
import org.vmalloscope.diagram.ViewOptions;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.scenario.Scenario;

/// One open scenario and the position in it: what the window shows and the moves it offers.
///
/// Every property follows from the position. Used on the FX thread.
public final class SessionModel {
    private final Narrator narrator = new Narrator();
    private final ObservableList<StatementRow> statements = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper machine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shortMachine = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper length = new ReadOnlyLongWrapper();
    private final ReadOnlyIntegerWrapper cpu = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper cpus = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyIntegerWrapper areas = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper warnings = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Optional<Moment>> moment = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper smooth = new ReadOnlyBooleanWrapper();
    private final BookmarkModel bookmarks = new BookmarkModel();
    private final LinkModel links = new LinkModel(this::kin);
    private final ObjectProperty<ViewOptions> options = new SimpleObjectProperty<>(ViewOptions.DEFAULT);
    private final ResourceBundle words;
    private final List<Runnable> opened = new ArrayList<>();
    private @Nullable Played played;

    /// `words` is the bundle of what the window says.
    public SessionModel(ResourceBundle words) {
        this.words = words;
    }

    /// Shows another scenario, at its start.
    public void show(Played newPlayed) {
        bookmarks.clear();
        links.select("");
        take(newPlayed, 0);
    }

    /// Shows the scenario as it was edited, at an event position, cut to the run's.
    public void showEdited(Played newPlayed, long place) {
        bookmarks.cut(newPlayed.time().length());
        take(newPlayed, Math.clamp(place, 0L, newPlayed.time().length()));
    }

    private void take(Played newPlayed, long start) {
        played = newPlayed;
        newPlayed.time().seek(start);
        Scenario scenario = newPlayed.run().scenario();
        title.set(scenario.title().orElse(newPlayed.source()));
        source.set(newPlayed.source());
        shortMachine.set(newPlayed.run().config().machine().label() + " · "
                + scenario.kernel().series());
        machine.set(describe(newPlayed));
        opened.forEach(Runnable::run);
        statements.setAll(scenario.lines().stream()
                .map(line -> new StatementRow(line.line(), line.text()))
                .toList());
        trouble.set(newPlayed
                .refused()
                .map(error -> words.getString("trouble.refused") + " " + error.in(newPlayed.source()))
                .orElse(""));
        warnings.set(newPlayed.warnings().count());
        length.set(newPlayed.time().length());
        moved(newPlayed, false);
    }

    private String describe(Played shown) {
        var config = shown.run().config();
        return shortMachine.get() + " · " + config.cpus() + (config.cpus() == 1 ? " CPU" : " CPUs") + " · "
                + Sizes.bytes(config.ramPages() * 4096) + " RAM";
    }

    private void moved(Played shown, boolean oneStep) {
        TimeMachine time = shown.time();
        smooth.set(oneStep);
        position.set(time.position());
        current.set(time.statement());
        progress.set(Sizes.number(time.position()) + " / " + Sizes.number(time.length()));
        VmallocView view = shown.run().view(time.memory());
        Moment now = Moment.of(time, view, shown.births());
        sentence.set(now.last()
                .map(event -> narrator.sentence(event, now.names()))
                .orElseGet(() -> words.getString("sentence.start")));
        cpus.set(view.config().cpus());
        cpu.set(view.ground().control().currentCpu());
        areas.set(now.areas().size());
        moment.set(Optional.of(now));
        links.moved();
    }

    /// A move of the time machine; everything follows when it moved.
    private interface Move {
        boolean on(TimeMachine time);
    }

    private void move(Move move) {
        Played shown = played;
        long before = position.get();
        if (shown != null && move.on(shown.time())) {
            moved(shown, Math.abs(shown.time().position() - before) == 1);
        }
    }

    /// A move that shows one step: what it moves may be seen to move.
    private void step(Move move) {
        Played shown = played;
        if (shown != null && move.on(shown.time())) {
            moved(shown, true);
        }
    }

    /// One event forward.
    public void forward() {
        step(TimeMachine::forward);
    }

    /// One event back.
    public void back() {
        step(TimeMachine::back);
    }

    /// To the end of this statement, or of the next.
    public void nextStatement() {
        step(TimeMachine::nextStatement);
    }

    /// To the start of this statement, or of the one before.
    public void previousStatement() {
        step(TimeMachine::previousStatement);
    }

    /// To the start of the run.
    public void start() {
        seek(0);
    }

    /// To the end of the run.
    public void end() {
        seek(length.get());
    }

    /// To an event position, cut to the run's.
    public void seek(long target) {
        move(time -> {
            long inside = Math.clamp(target, 0L, time.length());
            boolean moves = inside != time.position();
            time.seek(inside);
            return moves;
        });
    }

    /// To an event position of the run, as one step: what it moves may be seen to move.
    void stepTo(long target) {
        step(time -> {
            time.seek(target);
            return true;
        });
    }

    /// To the end of a statement (from 0).
    public void seekStatement(int statement) {
        move(time -> {
            if (statement < 0 || statement >= time.journal().statements()) {
                return false;
            }
            time.seek(time.journal().eventEnd(statement));
            return true;
        });
    }

    /// Calls `taken` whenever another run is shown.
    void sourceChanges(Runnable taken) {
        opened.add(taken);
    }

    /// All diagrams that a pane can show.
    public List<DiagramModel> diagrams() {
        return Arrays.stream(Diagram.values())
                .map(diagram -> new DiagramModel(this, diagram))
                .toList();
    }

    /// A diagram of now, as it is seen through a frame; nothing while no scenario is open.
    public Optional<Picture> draw(Diagram diagram, Frame frame) {
        return moment.get().map(now -> diagram.draw(now, frame));
    }

    /// A diagram of now as a figure for export; nothing while no scenario is open.
    public Optional<Picture> figure(Diagram diagram) {
        return moment.get()
                .map(now -> DiagramFigure.draw(diagram, now, options.get(), title.get(), place(), sentence.get()));
    }

    /// A few words about a diagram of now, for the head of its pane.
    String fact(Diagram diagram) {
        return moment.get().map(now -> new PaneFacts(words).of(diagram, now)).orElse("");
    }

    /// What the bundle says for a key, or something else where it says nothing.
    String word(String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }

    /// The ids that belong to an id at this moment, itself among them.
    private Set<String> kin(String id) {
        return moment.get().map(now -> Kin.of(now, id)).orElse(Set.of(id));
    }

    /// The functions that are running, outermost first.
    public List<String> calls() {
        return moment.get().map(now -> CallStack.after(now.soFar())).orElse(List.of());
    }

    /// The words of the statement under the cursor; empty at the start.
    public String statement() {
        int at = current.get();
        return at < 0 || at >= statements.size() ? "" : statements.get(at).text();
    }

    /// The event positions at which statements end, ascending.
    public List<Long> statementEnds() {
        Played shown = played;
        return shown == null
                ? List.of()
                : IntStream.range(0, shown.run().journal().statements())
                        .mapToObj(shown.run().journal()::eventEnd)
                        .toList();
    }

    /// What the timeline shows, with the places that a search found; nothing while no scenario is open.
    public Optional<TimelineScene> timeline(List<Long> found) {
        return Optional.ofNullable(played)
                .map(shown -> new TimelineScene(
                        shown.log(),
                        shown.run().journal(),
                        statement -> statements.get(statement).text(),
                        position.get(),
                        bookmarks.all(),
                        found));
    }

    /// Marks the position, or takes its mark away.
    public void toggleBookmark() {
        bookmarks.toggle(position.get(), sentence.get());
    }

    /// Marked positions and what they are called.
    public BookmarkModel bookmarks() {
        return bookmarks;
    }

    /// How diagrams are drawn: what the user chose.
    public ObjectProperty<ViewOptions> options() {
        return options;
    }

    /// Hover and selection.
    public LinkModel links() {
        return links;
    }

    /// The areas that a statement (from 0) made and that are there at the position.
    public List<Made> madeBy(int statement) {
        return moment.get().map(now -> Origins.areas(now, statement)).orElse(List.of());
    }

    /// The statement (from 0) that made what a shape id stands for, if that is there at the position.
    public OptionalInt makerOf(String id) {
        return moment.get().map(now -> Origins.statement(now, id)).orElseGet(OptionalInt::empty);
    }

    /// The bundle of what the window says.
    ResourceBundle words() {
        return words;
    }

    /// The run that is open.
    Optional<Played> played() {
        return Optional.ofNullable(played);
    }

    private String place() {
        int statement = current.get();
        String what = statement < 0
                ? ""
                : ", " + words.getString("place.statement") + " " + (statement + 1) + ": "
                        + statements.get(statement).text();
        return source.get() + what + ". " + words.getString("place.event") + " " + position.get() + ".";
    }

    /// The steps of the scenario; those that were not played stand at the end.
    public ObservableList<StatementRow> statements() {
        return FXCollections.unmodifiableObservableList(statements);
    }

    /// The statement whose event was last, from 0; -1 at the start.
    public ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// Warnings and BUGs of the run.
    public ReadOnlyIntegerProperty warningsProperty() {
        return warnings.getReadOnlyProperty();
    }

    /// The position, in events.
    public ReadOnlyLongProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /// Events of the whole run.
    public ReadOnlyLongProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /// The CPU that runs at the position.
    public ReadOnlyIntegerProperty cpuProperty() {
        return cpu.getReadOnlyProperty();
    }

    /// CPUs of the machine.
    public ReadOnlyIntegerProperty cpusProperty() {
        return cpus.getReadOnlyProperty();
    }

    /// Areas in vmap_area_list.
    public ReadOnlyIntegerProperty areasProperty() {
        return areas.getReadOnlyProperty();
    }

    /// Position and length as they are written on screen.
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What the scenario shows.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// Where the scenario came from: a file name.
    public ReadOnlyStringProperty sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /// The simulated computer, in a few words.
    public ReadOnlyStringProperty machineProperty() {
        return machine.getReadOnlyProperty();
    }

    /// Its kind and kernel alone.
    public ReadOnlyStringProperty shortMachineProperty() {
        return shortMachine.getReadOnlyProperty();
    }

    /// What the last event did.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// Why the scenario could not be played to its end; empty when it could.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Whether the last move was a single event, so that what it moved may be seen to move.
    public boolean isSmooth() {
        return smooth.get();
    }

    /// What is there to be drawn; changes with every move.
    public ReadOnlyObjectProperty<Optional<Moment>> momentProperty() {
        return moment.getReadOnlyProperty();
    }
}
