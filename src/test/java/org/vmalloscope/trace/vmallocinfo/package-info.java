@NullMarked
package org.vmalloscope.trace.vmallocinfo;

import org.jspecify.annotations.NullMarked;
