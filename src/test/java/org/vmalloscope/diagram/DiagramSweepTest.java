package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;

/// Every diagram of every shipped scenario, at the end of every statement and at events inside.
final class DiagramSweepTest {
    private static final int INSIDE = 4;
    /// Rooms of figures, and of panes in windows of 1920 by 1080 and 1280 by 800.
    private static final List<Frame> FRAMES = List.of(
            Frame.of(880, 400),
            Frame.of(560, 300),
            Frame.of(1400, 700),
            Frame.of(636, 141),
            Frame.of(372, 266),
            Frame.of(1262, 100));

    static Stream<ShippedScenario> shipped() {
        return ShippedScenarios.all().stream();
    }

    private static List<Long> positions(Journal journal) {
        List<Long> positions = new ArrayList<>(List.of(0L));
        for (int statement = 0; statement < journal.statements(); statement++) {
            long start = journal.eventStart(statement);
            long events = journal.eventEnd(statement) - start;
            for (int part = 1; part < INSIDE; part++) {
                positions.add(start + events * part / INSIDE);
            }
            positions.add(journal.eventEnd(statement));
        }
        return positions;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingSticksOutAndNoTextCoversAnother(ShippedScenario shipped) {
        PlayedRun run = PlayedRun.of(shipped.text());
        for (long position : positions(run.journal())) {
            Moment moment = run.at(position);
            for (Diagram diagram : Diagram.values()) {
                for (Frame frame : FRAMES) {
                    assertEquals(
                            List.of(),
                            PictureRules.violations(diagram.draw(moment, frame)),
                            shipped.fileName() + " " + diagram + " at " + position + " in " + frame);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void figuresHaveNoOverlapsEither(ShippedScenario shipped) {
        PlayedRun run = PlayedRun.of(shipped.text());
        for (int statement = 1; statement <= run.journal().statements(); statement++) {
            Moment moment = run.afterStatement(statement);
            for (Diagram diagram : Diagram.values()) {
                Picture figure =
                        DiagramFigure.draw(diagram, moment, ViewOptions.DEFAULT, shipped.title(), "source", "caption");
                assertEquals(
                        List.of(),
                        PictureRules.violations(figure),
                        shipped.fileName() + " " + diagram + " after " + statement);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aPositionLooksTheSameHoweverItIsReached(ShippedScenario shipped) {
        PlayedRun travelled = PlayedRun.of(shipped.text());
        PlayedRun fresh = PlayedRun.of(shipped.text());
        Frame frame = Frame.of(880, 400);
        List<Long> positions = positions(travelled.journal());
        for (int index = positions.size() - 1; index >= 0; index--) {
            Moment back = travelled.at(positions.get(index));
            fresh.at(positions.get((index * 7 + 3) % positions.size()));
            Moment jumped = fresh.at(positions.get(index));
            for (Diagram diagram : Diagram.values()) {
                assertEquals(
                        diagram.draw(jumped, frame),
                        diagram.draw(back, frame),
                        shipped.fileName() + " " + diagram + " at " + positions.get(index));
            }
        }
    }
}
