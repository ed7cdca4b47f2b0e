package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vmalloscope.debug.BreakpointSearch;
import org.vmalloscope.journal.Place;
import org.vmalloscope.kernel.Listing;
import org.vmalloscope.scenario.Breakpoint;
import org.vmalloscope.scenario.Breakpoint.OnLine;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.PlacedBreakpoint;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;

/// The breakpoints of the scenario that is open, and the ways to the next and the last place that one of them is hit.
///
/// They are statements of the scenario's text: setting and taking one away edits it. Searching plays statements again,
/// in
/// the background, and can be given up. Used on the FX thread.
public final class BreakpointModel {
    private static final String KEYWORD = "breakpoint ";
    private static final String MACHINE = "machine x86_64 cpus=1 ram=16M\n";

    private final SessionModel session;
    private final CodeModel code;
    private final Opener opener;
    private final Workers workers;
    private final ResourceBundle words;
    private final ReadOnlyObjectWrapper<List<String>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final AtomicLong latest = new AtomicLong();

    /// `words` is the bundle of what the window says.
    public BreakpointModel(SessionModel session, CodeModel code, Opener opener, Workers workers, ResourceBundle words) {
        this.session = session;
        this.code = code;
        this.opener = opener;
        this.workers = workers;
        this.words = words;
        session.sourceChanges(this::taken);
        session.positionProperty().addListener((property, was, now) -> message.set(""));
    }

    private void taken() {
        giveUp();
        message.set("");
        all.set(breakpoints().stream().map(Breakpoint::text).toList());
    }

    private List<Breakpoint> breakpoints() {
        return session.played()
                .map(played -> played.run().scenario().breakpoints().stream()
                        .map(PlacedBreakpoint::breakpoint)
                        .toList())
                .orElse(List.of());
    }

    /// Sets a breakpoint, as it is written after `breakpoint`; says what is wrong with it, if something is.
    public Optional<String> add(String condition) {
        String statement = KEYWORD + String.join(" ", condition.strip().split("\\s+"));
        Parsed parsed = ScenarioParser.parse(MACHINE + statement + "\n");
        return switch (parsed) {
            case ScenarioErrors(var errors) -> Optional.of(errors.getFirst().message());
            case Scenario scenario -> {
                if (!all.get().contains(statement.substring(KEYWORD.length()))) {
                    opener.addLine(statement);
                }
                yield Optional.empty();
            }
        };
    }

    /// Takes a breakpoint away.
    public void remove(String condition) {
        opener.removeLine(KEYWORD + condition);
    }

    /// Sets or takes away the breakpoint on a line of a listing, from 1; one that is never stopped at gives way to the
    /// next.
    public void toggle(String function, int line) {
        Listing.of(function).ifPresent(listing -> {
            int stop = line;
            while (stop <= listing.lines().size()
                    && listing.lines().get(stop - 1).label().isEmpty()) {
                stop++;
            }
            if (stop <= listing.lines().size()) {
                String condition = new OnLine(function, stop).text();
                if (all.get().contains(condition)) {
                    remove(condition);
                } else {
                    opener.addLine(KEYWORD + condition);
                }
            }
        });
    }

    /// The lines of a function's listing, from 1, that have a breakpoint.
    public Set<Integer> lines(String function) {
        return breakpoints().stream()
                .filter(OnLine.class::isInstance)
                .map(OnLine.class::cast)
                .filter(at -> at.function().equals(function))
                .map(OnLine::line)
                .collect(Collectors.toSet());
    }

    /// Runs to the next place that a breakpoint is hit at, or back to the last one.
    public void run(boolean forward) {
        List<Breakpoint> breakpoints = breakpoints();
        if (breakpoints.isEmpty()) {
            message.set(words.getString("break.none"));
            return;
        }
        session.played().ifPresent(played -> {
            long mine = latest.incrementAndGet();
            Place from = code.placeProperty().get();
            message.set("");
            progress.set(0);
            busy.set(true);
            workers.run(() -> search(played, breakpoints, from, forward, mine), hit -> {
                if (mine == latest.get()) {
                    busy.set(false);
                    hit.ifPresentOrElse(
                            code::go, () -> message.set(words.getString(forward ? "break.no-next" : "break.no-last")));
                }
            });
        });
    }

    private Optional<Place> search(
            Played played, List<Breakpoint> breakpoints, Place from, boolean forward, long mine) {
        BreakpointSearch search = new BreakpointSearch(played.run(), played.births(), breakpoints);
        int statements = Math.max(1, played.run().journal().statements());
        long[] told = {0};
        IntConsumer tell = statement -> {
            long slice = 100L * statement / statements;
            if (slice != told[0]) {
                told[0] = slice;
                workers.fxThread().execute(() -> progress.set((forward ? slice : 100 - slice) / 100.0));
            }
        };
        return forward
                ? search.next(from, () -> mine != latest.get(), tell)
                : search.previous(from, () -> mine != latest.get(), tell);
    }

    /// Gives a search up.
    public void giveUp() {
        latest.incrementAndGet();
        busy.set(false);
    }

    /// All breakpoints, as they are written after `breakpoint`.
    public ReadOnlyObjectProperty<List<String>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Whether a search goes on.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// How much of the run was searched, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Why there was nowhere to go; empty when there was.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
