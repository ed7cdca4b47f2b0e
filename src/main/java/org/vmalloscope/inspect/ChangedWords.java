package org.vmalloscope.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.TimeMachine;

/// The words that the last event wrote, and what each of them was before: the quiet stores of the event are among them.
///
/// It comes from the journal alone, so it is the same however the position was reached.
public final class ChangedWords {
    /// Nothing was written.
    public static final ChangedWords NONE = new ChangedWords(Map.of());

    private final Map<Integer, Long> was;

    private ChangedWords(Map<Integer, Long> was) {
        this.was = was;
    }

    /// Those of the event that led to where a time machine stands.
    public static ChangedWords of(TimeMachine time) {
        Journal journal = time.journal();
        Map<Integer, Long> was = new HashMap<>();
        for (int store = time.storesBefore(); store < time.stores(); store++) {
            was.putIfAbsent(journal.slot(store), journal.was(store));
        }
        return new ChangedWords(was);
    }

    /// What a word was before the event; none when the event did not write it.
    OptionalLong was(int slot) {
        Long value = was.get(slot);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
