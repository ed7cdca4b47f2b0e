package org.vmalloscope.journal;

import org.vmalloscope.memory.StoreObserver;

/// Takes everything that happens while a statement is played: stores and notes, in one order.
public interface EventSink extends StoreObserver, NoteSink {}
