package org.vmalloscope.scenario;

/// What a text turned out to be: a scenario, or errors.
public sealed interface Parsed permits Scenario, ScenarioErrors {}
