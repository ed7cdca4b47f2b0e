/// The scenario language: text to statements and back, with every error at its line and column.
///
/// [ScenarioReader] fetches the text of a file, [ScenarioParser] makes a [Scenario] of it or a list of
/// [ScenarioErrors], [ScenarioPrinter] writes it in canonical form. What can only be known while running (a
/// NULL name) is not checked here.
@NullMarked
package org.vmalloscope.scenario;

import org.jspecify.annotations.NullMarked;
