@NullMarked
package org.vmalloscope.memory;

import org.jspecify.annotations.NullMarked;
