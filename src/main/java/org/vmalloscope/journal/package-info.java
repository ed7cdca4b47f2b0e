/// The packed journal of stores and statement marks, the detail of one statement, and travel in time over both.
@NullMarked
package org.vmalloscope.journal;

import org.jspecify.annotations.NullMarked;
