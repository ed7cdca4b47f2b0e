package org.vmalloscope.memory;

/// Told of every store, after it happened.
@FunctionalInterface
public interface StoreObserver {
    /// A memory nobody watches: for replicas that are only replayed.
    StoreObserver NONE = (slot, was, now, quiet) -> {};

    /// The word in `slot` changed from `was` to `now` (they may be equal). A quiet store belongs to the event
    /// before it and is none of its own.
    void stored(int slot, long was, long now, boolean quiet);
}
