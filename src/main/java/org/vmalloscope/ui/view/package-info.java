/// The window: stage, panes, and the painter of pictures. Views hold no logic about the kernel.
@NullMarked
package org.vmalloscope.ui.view;

import org.jspecify.annotations.NullMarked;
