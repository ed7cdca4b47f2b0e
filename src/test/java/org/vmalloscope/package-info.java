@NullMarked
package org.vmalloscope;

import org.jspecify.annotations.NullMarked;
