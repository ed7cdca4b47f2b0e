/// What the window shows and does, as observable properties, without any control.
@NullMarked
package org.vmalloscope.ui.model;

import org.jspecify.annotations.NullMarked;
