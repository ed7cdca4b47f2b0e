/// The ground that vmalloc stands on: lists, red-black trees, bitmaps, page tables, slab, RCU, locks, messages.
///
/// All state lives in simulated memory; the classes here hold addresses and nothing that changes.
@NullMarked
package org.vmalloscope.kernel;

import org.jspecify.annotations.NullMarked;
