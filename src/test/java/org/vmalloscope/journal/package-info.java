@NullMarked
package org.vmalloscope.journal;

import org.jspecify.annotations.NullMarked;
