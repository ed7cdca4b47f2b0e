package org.vmalloscope.ui.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.Variables;
import org.vmalloscope.journal.CallFrame;
import org.vmalloscope.journal.CallFrame.Calls;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Place;
import org.vmalloscope.journal.Stepper;
import org.vmalloscope.journal.Stepper.Step;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.Listing;

/// The debugger of the window: the place among the lines of listings, and the steps from there. Used on the FX thread.
///
/// Every other move of the session goes to the place right after an event.
public final class CodeModel {
    private static final String PAGES = "https://elixir.bootlin.com/linux/v{kernel}/C/ident/{function}";
    /// The kernel whose vmalloc is played, whatever boots.
    private static final String VMALLOC = "2.6.32";

    private static final Set<String> ALWAYS_2_6_32 = Set.of("mm/vmalloc.c", "lib/rbtree.c");

    /// The line of a listing that a function is at when it was just entered.
    private static final int HEAD = 0;

    private final SessionModel session;
    private final ResourceBundle words;
    private final ReadOnlyObjectWrapper<CodeState> state = new ReadOnlyObjectWrapper<>(CodeState.NOTHING);
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.after(0));
    private final Map<String, Optional<Listing>> listings = new HashMap<>();
    private @Nullable Stepper stepper;
    private int arriving;
    private Optional<Place> staying = Optional.empty();

    /// `words` is the bundle of what the window says.
    public CodeModel(SessionModel session, ResourceBundle words) {
        this.session = session;
        this.words = words;
        session.sourceChanges(this::taken);
        session.momentProperty().addListener((property, was, now) -> moved());
        moved();
    }

    private Optional<TimeMachine> time() {
        return session.played().map(Played::time);
    }

    /// Another run: where one was edited one stays at the line.
    private void taken() {
        stepper = null;
        staying = Optional.of(place.get());
    }

    private void moved() {
        long position = session.positionProperty().get();
        int lines = staying.filter(was -> was.position() == position)
                .map(Place::lines)
                .orElse(arriving);
        arriving = 0;
        staying = Optional.empty();
        Place here = new Place(position, lines);
        place.set(stepper().map(steps -> steps.inside(here)).orElse(here));
        show(-1);
    }

    private Optional<Stepper> stepper() {
        if (stepper == null) {
            stepper = time().map(Stepper::new).orElse(null);
        }
        return Optional.ofNullable(stepper);
    }

    /// To the next line, into the functions that are called; backward to the one before.
    public void into(boolean forward) {
        step(Step.INTO, forward);
    }

    /// To the next line of this function or of its caller; backward to the one before.
    public void over(boolean forward) {
        step(Step.OVER, forward);
    }

    /// To right after the call of this function; backward to right before it.
    public void out(boolean forward) {
        step(Step.OUT, forward);
    }

    private void step(Step step, boolean forward) {
        stepper().ifPresent(steps -> go(steps.step(step, forward, place.get())));
    }

    /// Goes to a place of the run.
    public void go(Place target) {
        if (target.position() == session.positionProperty().get()) {
            place.set(target);
            show(-1);
        } else {
            arriving = target.lines();
            session.stepTo(target.position());
        }
    }

    /// Shows the function with that index, from 0 for the outermost, until the next move.
    public void choose(int frame) {
        show(frame);
    }

    private void show(int wanted) {
        state.set(session.momentProperty()
                .get()
                .flatMap(moment -> time().map(time -> state(moment, CallFrame.at(time, place.get()), wanted)))
                .orElse(CodeState.NOTHING));
    }

    private CodeState state(Moment moment, Calls calls, int wanted) {
        List<CallFrame> frames = calls.frames();
        if (frames.isEmpty()) {
            return CodeState.NOTHING;
        }
        Variables variables = new Variables(moment);
        int chosen = wanted < 0 || wanted >= frames.size() ? frames.size() - 1 : wanted;
        CallFrame frame = frames.get(chosen);
        Optional<Listing> listing = listings.computeIfAbsent(frame.function(), Listing::of);
        Optional<Integer> current =
                listing.flatMap(code -> frame.line().map(code::indexOf).orElse(Optional.of(HEAD)));
        boolean innermost = chosen == frames.size() - 1;
        return new CodeState(
                frames.stream().map(each -> crumb(each, variables)).toList(),
                chosen,
                listing.map(CodeModel::texts).orElse(List.of()),
                listing.map(Listing::source).orElse(""),
                current.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                innermost ? remark(frame, calls.returned(), variables) : "",
                frame.values().stream()
                        .map(value -> new CodeState.Variable(value.name(), variables.text(value), variables.id(value)))
                        .toList());
    }

    private static List<String> texts(Listing listing) {
        return listing.lines().stream().map(Listing.Line::text).toList();
    }

    private static CodeState.Crumb crumb(CallFrame frame, Variables variables) {
        return new CodeState.Crumb(
                frame.function(),
                frame.arguments().stream()
                        .map(argument -> argument.name() + " = " + variables.text(argument))
                        .collect(Collectors.joining(", ")));
    }

    /// What the call on this line returned, or how often the line was reached.
    private String remark(CallFrame frame, Optional<FunctionLeft> returned, Variables variables) {
        if (returned.isPresent()) {
            String result = returned.get().result().map(variables::text).orElse("");
            String key = result.isEmpty() ? "code.returned" : "code.returned.value";
            return words.getString(key)
                    .replace("{0}", returned.get().function())
                    .replace("{1}", result);
        }
        return frame.pass() > 1 ? words.getString("code.pass").replace("{0}", String.valueOf(frame.pass())) : "";
    }

    /// The page of the function that is shown at the public cross-referencer of that kernel; none when none runs.
    public Optional<String> page() {
        CodeState now = state.get();
        if (now.function().isEmpty()) {
            return Optional.empty();
        }
        String kernel = ALWAYS_2_6_32.contains(now.source())
                ? VMALLOC
                : session.played()
                        .map(played -> played.run().scenario().kernel().series())
                        .orElse(VMALLOC);
        return Optional.of(PAGES.replace("{kernel}", kernel).replace("{function}", now.function()));
    }

    /// The real text of the function that is shown, read in the background from the user's own tree; nothing without
    /// one.
    public void real(KernelTree tree, Workers workers, Consumer<KernelTree.Found> taker) {
        CodeState now = state.get();
        tree.folder()
                .filter(folder -> !now.source().isEmpty())
                .ifPresent(folder -> workers.run(() -> KernelTree.read(folder, now.source(), now.function()), found -> {
                    if (state.get().function().equals(now.function())) {
                        taker.accept(found);
                    }
                }));
    }

    /// What there is to show.
    public ReadOnlyObjectProperty<CodeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Where the debugger stands.
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }
}
