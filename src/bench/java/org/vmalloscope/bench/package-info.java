/// Benchmarks: how long the program takes for what people do with it, at sizes that matter.
@NullMarked
package org.vmalloscope.bench;

import org.jspecify.annotations.NullMarked;
