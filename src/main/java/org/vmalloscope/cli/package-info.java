/// The commands that need no display.
@NullMarked
package org.vmalloscope.cli;

import org.jspecify.annotations.NullMarked;
