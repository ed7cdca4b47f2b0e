package org.vmalloscope.inspect;

import java.util.Optional;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.FieldLocator;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.FieldKind;

/// The object and the field that the last store changed: locks and the simulator's own notes do not count.
///
/// @param address where the field's word is
public record LastChanged(Subject subject, long address) {
    private static final int FARTHEST = 100_000;

    /// What was changed last at the position where a time machine stands; none before the first such store.
    public static Optional<LastChanged> of(TimeMachine time, AreaNames names) {
        VmallocView view = names.view();
        FieldLocator fields = new FieldLocator(names);
        int end = Math.max(0, time.stores() - FARTHEST);
        for (int store = time.stores() - 1; store >= end; store--) {
            var place = fields.atSlot(time.journal().slot(store))
                    .filter(found -> found.field().kind() != FieldKind.SPINLOCK);
            if (place.isPresent()) {
                long address = view.memory().addressOf(time.journal().slot(store));
                return Subject.at(view, place.get().base()).map(subject -> new LastChanged(subject, address));
            }
        }
        return Optional.empty();
    }
}
