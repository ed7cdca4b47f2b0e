/// Writers and readers of traces and of the formats real kernels print.
@NullMarked
package org.vmalloscope.trace;

import org.jspecify.annotations.NullMarked;
