/// Laws that hold at every position of every run: the invariants of vmalloc's structures, the law of time, and the
/// agreement of the engine with a second implementation.
@NullMarked
package org.vmalloscope.laws;

import org.jspecify.annotations.NullMarked;
