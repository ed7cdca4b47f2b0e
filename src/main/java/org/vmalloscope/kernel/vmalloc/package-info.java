/// The vmalloc allocator of Linux 2.6.32, function by function, in the kernel's own names.
///
/// Kernel: mm/vmalloc.c, 2.6.28 to 2.6.32.
@NullMarked
package org.vmalloscope.kernel.vmalloc;

import org.jspecify.annotations.NullMarked;
