package org.vmalloscope.bench;

import java.util.Arrays;
import java.util.Locale;

/// Measured durations, and what they come to: the median, the 95th percentile and the worst.
public final class Times {
    private long[] nanos = new long[256];
    private int count;

    /// Measures one more.
    public void measure(Runnable work) {
        long start = System.nanoTime();
        work.run();
        add(System.nanoTime() - start);
    }

    /// Takes one more in.
    public void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    /// Prints them in a line.
    public void print(String what) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        System.out.println(String.format(
                Locale.ROOT,
                "%-58s %6d times   p50 %7.2f ms   p95 %7.2f ms   max %7.2f ms",
                what,
                count,
                sorted[count / 2] / 1e6,
                sorted[count * 95 / 100] / 1e6,
                sorted[count - 1] / 1e6));
    }
}
