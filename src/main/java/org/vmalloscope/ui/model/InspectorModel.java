package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.inspect.ChangedWords;
import org.vmalloscope.inspect.FieldRow;
import org.vmalloscope.inspect.LastChanged;
import org.vmalloscope.inspect.ObjectReader;
import org.vmalloscope.inspect.Reference;
import org.vmalloscope.inspect.References;
import org.vmalloscope.inspect.Sheet;
import org.vmalloscope.inspect.Subject;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// The object that is looked into, and the way through objects that led to it. Used on the FX thread.
///
/// It is the selected object, or one that was gone to; else the object that the last store changed. Nothing is read
/// while nobody looks.
public final class InspectorModel {
    private static final int REMEMBERED = 200;

    private final SessionModel session;
    private final WriterModel writers;
    private final WatchModel watches;
    private final ReadOnlyObjectWrapper<Optional<Sheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper chosen = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper first = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper last = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<List<Reference>> references = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty referencesShown = new SimpleBooleanProperty();
    private final List<Subject> visited = new ArrayList<>();
    private int place = -1;
    private boolean active;
    private boolean selecting;
    /// While it follows the stores, the word that the last one wrote.
    private long lastField;

    public InspectorModel(SessionModel session, Workers workers) {
        this.session = session;
        this.writers = new WriterModel(session, workers);
        this.watches = new WatchModel(session);
        session.sourceChanges(this::forget);
        session.momentProperty().addListener((property, was, now) -> update());
        session.links().selectedProperty().addListener((property, was, now) -> selected(now));
        referencesShown.addListener((property, was, now) -> update());
    }

    /// Something that can be gone to by name: a static or per-CPU object.
    public record Choice(String name, Subject subject) {}

    /// Whether somebody looks.
    public void setActive(boolean looked) {
        if (looked != active) {
            active = looked;
            update();
        }
    }

    private void forget() {
        visited.clear();
        Subject.ofId(session.links().selectedProperty().get()).ifPresent(visited::add);
        place = visited.size() - 1;
        chosen.set(0);
    }

    private void selected(String id) {
        if (selecting) {
            return;
        }
        Optional<Subject> subject = Subject.ofId(id);
        subject.ifPresentOrElse(this::visit, this::unpin);
    }

    private void visit(Subject subject) {
        if (place < 0 || !visited.get(place).equals(subject)) {
            visited.subList(place + 1, visited.size()).clear();
            visited.add(subject);
            if (visited.size() > REMEMBERED) {
                visited.removeFirst();
            }
            place = visited.size() - 1;
            chosen.set(0);
        }
        update();
    }

    private void unpin() {
        place = -1;
        chosen.set(0);
        update();
    }

    /// Looks into the object that the byte at an address belongs to, and selects it; whether there is one.
    public boolean inspect(long address) {
        Optional<Subject> found = view().flatMap(view -> Subject.at(view, address));
        found.ifPresent(subject -> {
            visit(subject);
            select(subject);
        });
        return found.isPresent();
    }

    private void select(Subject subject) {
        selecting = true;
        session.links().select(view().map(subject::id).orElse(""));
        selecting = false;
    }

    /// From now on looks into the object that the last store changed.
    public void follow() {
        selecting = true;
        session.links().select("");
        selecting = false;
        unpin();
    }

    /// To the object looked into before this one; before the first, to what changed last.
    public void back() {
        go(place < 0 && !visited.isEmpty() ? visited.size() - 1 : place - 1);
    }

    /// To the object looked into after this one.
    public void forth() {
        go(place + 1);
    }

    private void go(int target) {
        if (target < 0) {
            follow();
        } else if (target < visited.size()) {
            place = target;
            chosen.set(0);
            select(visited.get(target));
            update();
        }
    }

    /// Chooses a field by the address of its word: who wrote it is told. 0 chooses what the last event wrote.
    public void choose(long address) {
        if (chosen.get() != address) {
            chosen.set(address);
            tellWriters();
        }
    }

    private Optional<VmallocView> view() {
        return session.momentProperty().get().map(Moment::view);
    }

    private void update() {
        following.set(place < 0);
        first.set(place < 0 && visited.isEmpty());
        last.set(place + 1 >= visited.size());
        watches.update(active);
        if (!active) {
            return;
        }
        sheet.set(read());
        references.set(referencesShown.get() ? pointedAt() : List.of());
        tellWriters();
    }

    private Optional<Sheet> read() {
        Optional<Moment> moment = session.momentProperty().get();
        Optional<Played> played = session.played();
        if (moment.isEmpty() || played.isEmpty()) {
            return Optional.empty();
        }
        var time = played.get().time();
        Optional<LastChanged> changed = place >= 0
                ? Optional.empty()
                : LastChanged.of(time, moment.get().names());
        lastField = changed.map(LastChanged::address).orElse(0L);
        Optional<Subject> subject = place >= 0 ? Optional.of(visited.get(place)) : changed.map(LastChanged::subject);
        return subject.map(known -> new ObjectReader(moment.get().names(), ChangedWords.of(time)).read(known));
    }

    private List<Reference> pointedAt() {
        Optional<Sheet> now = sheet.get();
        return now.isEmpty() || now.get().bytes() == 0
                ? List.of()
                : session.momentProperty()
                        .get()
                        .map(moment -> References.into(
                                moment.names(),
                                now.get().subject().address(),
                                now.get().bytes()))
                        .orElse(List.of());
    }

    private void tellWriters() {
        if (active) {
            writers.of(field(), chosen.get() != 0);
        }
    }

    /// The field whose writers are told: the chosen one, else one that the last event wrote, else the one that the last
    /// store wrote.
    public Optional<FieldRow> field() {
        List<FieldRow> rows = sheet.get().map(Sheet::rows).orElse(List.of());
        return rows.stream()
                .filter(row -> row.address() == chosen.get())
                .findFirst()
                .or(() -> rows.stream().filter(FieldRow::changed).findFirst())
                .or(() ->
                        rows.stream().filter(row -> row.address() == lastField).findFirst());
    }

    /// The static and per-CPU objects, by name.
    public List<Choice> choices() {
        return session.momentProperty()
                .get()
                .map(moment -> moment.names().symbols().stream()
                        .map(symbol -> new Choice(
                                moment.names().object(symbol.address()).orElse(symbol.name()),
                                new Subject(symbol.address(), 0)))
                        .toList())
                .orElse(List.of());
    }

    /// Who wrote the chosen field.
    public WriterModel writers() {
        return writers;
    }

    /// The fields that are watched.
    public WatchModel watches() {
        return watches;
    }

    /// The object as it is now; none before the first store.
    public ReadOnlyObjectProperty<Optional<Sheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// The address of the word of the chosen field; 0 while none is chosen.
    public ReadOnlyLongProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether it is the object that the last store changed, whichever that is.
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /// Whether nothing was looked into before.
    public ReadOnlyBooleanProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /// Whether nothing was looked into after this.
    public ReadOnlyBooleanProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// The pointers that lead into the object, while they are asked for.
    public ReadOnlyObjectProperty<List<Reference>> referencesProperty() {
        return references.getReadOnlyProperty();
    }

    /// Whether the pointers that lead into the object are asked for.
    public BooleanProperty referencesShownProperty() {
        return referencesShown;
    }
}
