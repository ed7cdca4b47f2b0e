package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmalloscope.journal.ToyRun.add;
import static org.vmalloscope.journal.ToyRun.quietly;
import static org.vmalloscope.journal.ToyRun.tell;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.SimulatedMemory;

/// Long ways that begin at keyframes, over a run of 3,000 statements and 12,000 stores.
final class KeyframesTest {
    private static final int STATEMENTS = 3_000;
    private static final int STORES = 4;
    private static final ToyRun RUN = new ToyRun(IntStream.range(0, STATEMENTS)
            .mapToObj(number -> List.of(
                    tell(number % 4),
                    add(number % 8, number),
                    quietly((number + 3) % 8, 1),
                    add(number % 5, -7),
                    tell(0),
                    add((number + 1) % 8, 3)))
            .toList());

    private static Keyframes takenWhilePlaying(Keyframes keyframes) {
        SimulatedMemory live = ToyRun.memory();
        for (int statement = 0; statement < STATEMENTS; statement++) {
            RUN.play(statement, live, EventSink.ofNotes(note -> {}));
            keyframes.statementEnded(RUN.journal().storeEnd(statement), live);
        }
        return keyframes;
    }

    @Test
    void anyWayGivesTheMemoryThatGoingStoreByStoreGives() {
        Keyframes keyframes = takenWhilePlaying(new Keyframes(700, 100, Long.MAX_VALUE));
        TimeMachine leaping = new TimeMachine(RUN.journal(), ToyRun.memory(), keyframes, RUN);
        TimeMachine walking = RUN.timeMachine();
        Random random = new Random(7);
        for (int journey = 0; journey < 400; journey++) {
            long target = random.nextLong(leaping.length() + 1);
            leaping.seek(target);
            walking.seek(target);
            assertTrue(leaping.snapshot().sameContent(walking.snapshot()), "at position " + target);
        }
    }

    @Test
    void keyframesStayWhatTheyWereWhateverIsPlayedOnMemoriesThatBeganAtThem() {
        Keyframes keyframes = takenWhilePlaying(new Keyframes(700, 100, Long.MAX_VALUE));
        TimeMachine machine = new TimeMachine(RUN.journal(), ToyRun.memory(), keyframes, RUN);
        for (int round = 0; round < 3; round++) {
            for (int statement = STATEMENTS - 1; statement > 0; statement -= 301) {
                machine.seek(RUN.journal().eventStart(statement) + 2);
            }
        }
        Keyframes fresh = takenWhilePlaying(new Keyframes(700, 100, Long.MAX_VALUE));
        for (int stores = 0; stores < STATEMENTS * STORES; stores += 700) {
            assertTrue(keyframes
                    .nearest(stores)
                    .orElseThrow()
                    .memory()
                    .sameContent(fresh.nearest(stores).orElseThrow().memory()));
        }
    }

    @Test
    void theNearestIsFoundOnEitherSide() {
        Keyframes keyframes = takenWhilePlaying(new Keyframes(1_000, 100, Long.MAX_VALUE));
        assertEquals(1_000, keyframes.nearest(0).orElseThrow().stores());
        assertEquals(2_000, keyframes.nearest(1_600).orElseThrow().stores());
        assertEquals(2_000, keyframes.nearest(2_400).orElseThrow().stores());
        assertEquals(12_000, keyframes.nearest(12_000).orElseThrow().stores());
    }

    @Test
    void theirNumberIsBounded() {
        Keyframes keyframes = takenWhilePlaying(new Keyframes(100, 10, Long.MAX_VALUE));
        assertTrue(keyframes.count() <= 10 && keyframes.count() >= 5, keyframes.count() + " keyframes");
        assertTrue(keyframes.nearest(12_000).orElseThrow().stores() >= 10_400);
    }

    @Test
    void theirHeapIsBounded() {
        Keyframes keyframes = takenWhilePlaying(new Keyframes(100, 100, 40_000));
        assertTrue(keyframes.heapBytes() <= 40_000, keyframes.heapBytes() + " bytes");
        assertTrue(keyframes.count() >= 4, keyframes.count() + " keyframes");
    }
}
