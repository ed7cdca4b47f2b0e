package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The row of events and lines of one statement.
final class TrackTest {
    private final ToyRun run = CallsRun.play();

    private Track track(int statement) {
        return new Track(run.timeMachine().detail(statement), run.journal().eventStart(statement));
    }

    @Test
    void everyEventAndEveryLineIsAnItem() {
        assertEquals(List.of(15, 1, 9), List.of(track(0).length(), track(1).length(), track(2).length()));
    }

    @Test
    void aSpotIsAPlaceAndBack() {
        Track track = track(0);
        assertEquals(
                "0+0 1+0 2+0 2+1 2+2 3+0 3+1 4+0 4+1 5+0 5+1 6+0 6+1 7+0 8+0 9+0",
                String.join(
                        " ",
                        IntStream.rangeClosed(0, track.length())
                                .mapToObj(track::place)
                                .map(place -> place.position() + "+" + place.lines())
                                .toList()));
        for (int spot = 0; spot <= track.length(); spot++) {
            assertEquals(spot, track.spot(track.place(spot)));
        }
    }

    @Test
    void placesBetweenTheItemsOfALaterStatementCountFromItsStart() {
        assertEquals(new Place(12, 1), track(2).place(3));
        assertEquals(3, track(2).spot(new Place(12, 1)));
    }

    @Test
    void theDepthCountsTheFunctionsThatRun() {
        Track track = track(0);
        assertEquals(
                List.of(0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 0, 0),
                IntStream.rangeClosed(0, track.length()).mapToObj(track::depth).toList());
    }

    @Test
    void afterTheLastItemNothingRunsWhateverEndedTheStatement() {
        Track track = track(2);
        assertEquals(List.of(2, 0), List.of(track.depth(track.length() - 1), track.depth(track.length())));
    }

    @Test
    void linesAreKnownFromEvents() {
        Track track = track(0);
        assertEquals(
                List.of(3, 4, 6, 8, 10, 12),
                IntStream.rangeClosed(0, track.length())
                        .filter(track::isLine)
                        .boxed()
                        .toList());
    }
}
