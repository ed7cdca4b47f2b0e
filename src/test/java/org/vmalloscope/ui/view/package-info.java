/// Tests of what a view does that needs no window.
@NullMarked
package org.vmalloscope.ui.view;

import org.jspecify.annotations.NullMarked;
