/// The tracepoints of vmalloc, as ftrace, trace-cmd and perf print them: [RecordingReader] reads them,
/// [TracepointWriter] prints those of a simulated run.
@NullMarked
package org.vmalloscope.trace.tracepoint;

import org.jspecify.annotations.NullMarked;
