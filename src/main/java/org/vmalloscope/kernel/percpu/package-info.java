/// The per-CPU first chunk: how the boot code lays out the units of all CPUs.
@NullMarked
package org.vmalloscope.kernel.percpu;

import org.jspecify.annotations.NullMarked;
