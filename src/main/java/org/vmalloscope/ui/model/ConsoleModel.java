package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.inspect.HeldLock;
import org.vmalloscope.inspect.Message;
import org.vmalloscope.kernel.vmalloc.VmallocData;

/// What the kernel said up to the position, and the locks it holds there. Used on the FX thread.
public final class ConsoleModel {
    private final SessionModel session;
    private final ObservableList<Message> messages = FXCollections.observableArrayList();
    private final ObservableList<Message> shown = FXCollections.unmodifiableObservableList(messages);
    private final ReadOnlyObjectWrapper<List<LockRow>> locks = new ReadOnlyObjectWrapper<>(List.of());

    public ConsoleModel(SessionModel session) {
        this.session = session;
        session.sourceChanges(messages::clear);
        session.momentProperty().addListener((property, was, now) -> now.ifPresent(this::update));
    }

    /// A lock as it is shown.
    ///
    /// @param name the lock, with the object that it is in where it is in one
    /// @param held whether somebody holds it
    /// @param cpu the CPU that does
    /// @param function the function that took it
    public record LockRow(String name, boolean held, int cpu, String function) {}

    private void update(Moment moment) {
        long position = session.positionProperty().get();
        List<Message> now = session.played()
                .map(played -> played.messages().before(position))
                .orElse(List.of());
        if (now.size() < messages.size()) {
            messages.remove(now.size(), messages.size());
        } else if (now.size() > messages.size()) {
            messages.addAll(now.subList(messages.size(), now.size()));
        }
        locks.set(locks(moment, position));
    }

    private static List<LockRow> locks(Moment moment, long position) {
        VmallocData data = moment.view().data();
        Map<Long, LockRow> rows = new LinkedHashMap<>();
        rows.put(data.purgeLock(), new LockRow("purge_lock", false, 0, ""));
        rows.put(data.vmapAreaLock(), new LockRow("vmap_area_lock", false, 0, ""));
        rows.put(data.vmlistLock(), new LockRow("vmlist_lock", false, 0, ""));
        List<LockRow> others = new ArrayList<>();
        for (HeldLock held : HeldLock.at(moment, position)) {
            LockRow row = new LockRow(name(moment, held), true, held.cpu(), held.function());
            if (rows.containsKey(held.address())) {
                rows.put(held.address(), row);
            } else {
                others.add(row);
            }
        }
        List<LockRow> all = new ArrayList<>(rows.values());
        all.addAll(others);
        return List.copyOf(all);
    }

    private static String name(Moment moment, HeldLock held) {
        if (held.address() == 0) {
            return "rcu_read_lock";
        }
        String object = moment.names().pointer(held.address());
        return object.equals(held.lock()) ? held.lock() : held.lock() + " · " + object;
    }

    /// Goes to a message.
    public void go(Message message) {
        session.seek(message.event());
    }

    /// The messages up to the position, oldest first.
    public ObservableList<Message> messages() {
        return shown;
    }

    /// The locks: the well-known ones always, all others while they are held.
    public ReadOnlyObjectProperty<List<LockRow>> locksProperty() {
        return locks.getReadOnlyProperty();
    }
}
