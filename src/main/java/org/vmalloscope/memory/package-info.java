/// Struct types and fields, simulated memory and its one mutating primitive, addresses and page ranges.
@NullMarked
package org.vmalloscope.memory;

import org.jspecify.annotations.NullMarked;
