@NullMarked
package org.vmalloscope.kernel.vmalloc;

import org.jspecify.annotations.NullMarked;
