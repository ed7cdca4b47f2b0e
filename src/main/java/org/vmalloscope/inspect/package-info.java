/// Looking into single objects of a simulated kernel: their fields, who wrote them, who points at them; and what the
/// kernel said and which locks it holds. Reads memories and journals, and draws nothing.
@NullMarked
package org.vmalloscope.inspect;

import org.jspecify.annotations.NullMarked;
