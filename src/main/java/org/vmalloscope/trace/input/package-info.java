/// Text that a kernel printed and somebody saved: its lines, whatever happened to them on the way.
@NullMarked
package org.vmalloscope.trace.input;

import org.jspecify.annotations.NullMarked;
