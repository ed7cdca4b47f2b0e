/// What a simulated kernel looks like: pictures of its memory, and words for it.
///
/// A diagram is a pure function of memory, theme and size; a sentence is one of an event and the memory right after
/// it. [org.vmalloscope.diagram.Births] listens while a run is played, and knows afterwards what each object was made
/// for; [org.vmalloscope.diagram.AreaNames] calls the objects of a position by name.
@NullMarked
package org.vmalloscope.diagram;

import org.jspecify.annotations.NullMarked;
