/// What real kernels printed, opened: [KernelFileReader] reads a file, [ImportedScenario] makes a scenario of it, and
/// the tables say what is in it.
@NullMarked
package org.vmalloscope.trace.imported;

import org.jspecify.annotations.NullMarked;
