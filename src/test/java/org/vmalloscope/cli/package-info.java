@NullMarked
package org.vmalloscope.cli;

import org.jspecify.annotations.NullMarked;
