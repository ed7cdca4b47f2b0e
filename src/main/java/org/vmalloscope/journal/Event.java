package org.vmalloscope.journal;

/// One thing that happened in a run: a store, or a note between the stores.
public sealed interface Event permits Store, Note {}
