package org.vmalloscope.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.Frame;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.ui.model.Played;

/// A step and a leap through a run, and the picture of the tree after it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TreeBenchmark {
    /// Areas there are.
    @Param({"100", "1000", "10000"})
    public int areas;

    private Played played;
    private long leap;

    /// Plays the run.
    @Setup
    public void play() {
        played = Travel.played(BigScenario.areas(areas, 1));
        played.time().seek(played.time().length());
    }

    /// One event back or forward, and the picture.
    @Benchmark
    public Picture step() {
        if (!played.time().back()) {
            played.time().seek(played.time().length());
        }
        Moment moment = Moment.of(played.time(), played.run().view(played.time().memory()), played.births());
        return Diagram.TREE.draw(moment, Frame.of(900, 560));
    }

    /// A leap to the end of some statement.
    @Benchmark
    public long seek() {
        leap = leap * 6_364_136_223_846_793_005L + 1;
        int statements = played.time().journal().statements();
        played.time().seek(played.time().journal().eventEnd((int) ((leap >>> 33) % statements)));
        return played.time().position();
    }
}
