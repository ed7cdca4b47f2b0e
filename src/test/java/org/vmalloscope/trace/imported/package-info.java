@NullMarked
package org.vmalloscope.trace.imported;

import org.jspecify.annotations.NullMarked;
