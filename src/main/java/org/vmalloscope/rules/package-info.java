/// What must hold of vmalloc's state, checked at any position of a run, and what is odd about these kernels.
///
/// Everything here reads a `VmallocView` and nothing else, and can stand a memory in which pointers lead nowhere.
@NullMarked
package org.vmalloscope.rules;

import org.jspecify.annotations.NullMarked;
