/// /proc/vmallocinfo of any kernel: [AreaLineParser] reads a line, [SnapshotReader] all lines of a file.
@NullMarked
package org.vmalloscope.trace.vmallocinfo;

import org.jspecify.annotations.NullMarked;
