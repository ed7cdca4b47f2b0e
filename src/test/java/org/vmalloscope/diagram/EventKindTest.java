package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;

class EventKindTest {
    @Test
    void theShippedScenariosHaveEventsOfEveryKind() {
        Set<EventKind> seen = EnumSet.noneOf(EventKind.class);
        for (ShippedScenario shipped : ShippedScenarios.all()) {
            PlayedRun.of(shipped.text())
                    .forEach(Phrases.ofDefaultLocale(), (event, names) -> seen.add(EventKind.of(event)));
        }
        assertEquals(EnumSet.allOf(EventKind.class), seen);
    }
}
