package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vmalloscope.trace.vmallocinfo.AddressMode;
import org.vmalloscope.trace.vmallocinfo.AreaTable;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// The gaps between the areas of a snapshot with true addresses: what is between the lowest and the highest, but for
/// the step from vmalloc's space to that of modules.
///
/// A gap looks free, and need not be: newer kernels keep freed ranges in pools that no file shows, and 2.6 does not
/// print blocks.
///
/// @param sizes of the gaps in bytes, ascending by address
public record Holes(List<Long> sizes) {
    /// Where the kernel's image and its modules begin on x86_64.
    private static final long KERNEL_IMAGE = 0xffffffff80000000L;

    public Holes {
        sizes = List.copyOf(sizes);
    }

    /// The gaps of a snapshot; none when its addresses are not true.
    public static Holes of(Snapshot snapshot) {
        List<Long> sizes = new ArrayList<>();
        if (snapshot.mode() != AddressMode.REAL) {
            return new Holes(sizes);
        }
        AreaTable areas = snapshot.areas();
        long[][] ranges = IntStream.range(0, areas.size())
                .filter(areas::agrees)
                .mapToObj(index -> new long[] {areas.start(index), areas.end(index)})
                .toArray(long[][]::new);
        Arrays.sort(ranges, (one, other) -> Long.compareUnsigned(one[0], other[0]));
        long end = ranges.length == 0 ? 0 : ranges[0][1];
        for (long[] range : ranges) {
            long start = range[0];
            boolean gap = Long.compareUnsigned(start, end) > 0;
            boolean otherSpace =
                    Long.compareUnsigned(start, KERNEL_IMAGE) >= 0 && Long.compareUnsigned(end, KERNEL_IMAGE) < 0;
            if (gap && !otherSpace) {
                sizes.add(start - end);
            }
            end = Long.compareUnsigned(range[1], end) > 0 ? range[1] : end;
        }
        return new Holes(sizes);
    }

    /// Bytes of all gaps.
    public long bytes() {
        return sizes.stream().mapToLong(Long::longValue).sum();
    }

    /// Bytes of the largest gap, or 0.
    public long largest() {
        return sizes.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
