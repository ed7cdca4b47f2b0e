@NullMarked
package org.vmalloscope.inspect;

import org.jspecify.annotations.NullMarked;
