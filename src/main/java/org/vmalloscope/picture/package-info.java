/// Immutable drawings, the visual language they are drawn in, and their writers.
///
/// A [org.vmalloscope.picture.Picture] is plain data: sealed shapes, each with a
/// [org.vmalloscope.picture.Role]. What a role looks like is resolved here and nowhere else, by
/// [org.vmalloscope.picture.Theme#style]. Everything is immutable and may be used on any thread. Of the desktop, only
/// [org.vmalloscope.picture.PngWriter] is touched, and it needs no display.
@NullMarked
package org.vmalloscope.picture;

import org.jspecify.annotations.NullMarked;
