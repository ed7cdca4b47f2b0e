@NullMarked
package org.vmalloscope.kernel;

import org.jspecify.annotations.NullMarked;
