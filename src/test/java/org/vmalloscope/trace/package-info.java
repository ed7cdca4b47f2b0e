@NullMarked
package org.vmalloscope.trace;

import org.jspecify.annotations.NullMarked;
