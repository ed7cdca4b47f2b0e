/// What a debugger knows of a run: where its breakpoints are hit.
@NullMarked
package org.vmalloscope.debug;

import org.jspecify.annotations.NullMarked;
