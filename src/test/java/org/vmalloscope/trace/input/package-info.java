@NullMarked
package org.vmalloscope.trace.input;

import org.jspecify.annotations.NullMarked;
