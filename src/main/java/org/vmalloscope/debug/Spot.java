package org.vmalloscope.debug;

import java.util.Map;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.journal.Argument;

/// A place of a run as a condition is asked at it.
///
/// @param moment the memory
/// @param statement the statement that is played, from 0
/// @param variables those of the function that runs, by name
record Spot(Moment moment, int statement, Map<String, Argument> variables) {}
