/// Lessons: their text, and that what they say is what a run does.
@NullMarked
package org.vmalloscope.lesson;

import org.jspecify.annotations.NullMarked;
