/// A second, deliberately simple vmalloc of Linux 2.6.32, written from the specification pages and from nothing else,
/// and the random scenarios on which the engine is held against it.
@NullMarked
package org.vmalloscope.model;

import org.jspecify.annotations.NullMarked;
