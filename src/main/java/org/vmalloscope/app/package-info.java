/// The program's entry, and its wiring.
@NullMarked
package org.vmalloscope.app;

import org.jspecify.annotations.NullMarked;
