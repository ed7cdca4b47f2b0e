/// Lessons: text that stops a run at chosen places and asks what will happen next.
///
/// A lesson says where to ask and what; the right answer, the wrong ones and the reasons come from playing the engine
/// on.
@NullMarked
package org.vmalloscope.lesson;

import org.jspecify.annotations.NullMarked;
