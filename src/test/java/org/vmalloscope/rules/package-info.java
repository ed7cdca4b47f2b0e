@NullMarked
package org.vmalloscope.rules;

import org.jspecify.annotations.NullMarked;
