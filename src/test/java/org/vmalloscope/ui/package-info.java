@NullMarked
package org.vmalloscope.ui;

import org.jspecify.annotations.NullMarked;
