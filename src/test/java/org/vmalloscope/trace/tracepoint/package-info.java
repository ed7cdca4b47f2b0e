@NullMarked
package org.vmalloscope.trace.tracepoint;

import org.jspecify.annotations.NullMarked;
