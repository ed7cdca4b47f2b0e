package org.vmalloscope.trace.vmallocinfo;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.RandomAccess;

/// The areas of a snapshot in the order of their lines, in columns: about 60 bytes each.
public final class AreaTable extends AbstractList<Area> implements RandomAccess {
    private final long[] lines;
    private final long[] starts;
    private final long[] ends;
    private final long[] sizes;
    private final long[] phys;
    private final int[] pages;
    private final int[] callers;
    private final int[] nodes;
    private final short[] words;
    private final List<String> texts;

    private AreaTable(Builder from) {
        int count = from.count;
        lines = Arrays.copyOf(from.lines, count);
        starts = Arrays.copyOf(from.starts, count);
        ends = Arrays.copyOf(from.ends, count);
        sizes = Arrays.copyOf(from.sizes, count);
        phys = Arrays.copyOf(from.phys, count);
        pages = Arrays.copyOf(from.pages, count);
        callers = Arrays.copyOf(from.callers, count);
        nodes = Arrays.copyOf(from.nodes, count);
        words = Arrays.copyOf(from.words, count);
        texts = from.pool.texts();
    }

    @Override
    public int size() {
        return starts.length;
    }

    @Override
    public Area get(int index) {
        boolean hasPhys = (words[index] & Builder.HAS_PHYS) != 0;
        return new Area(
                lines[index],
                starts[index],
                ends[index],
                sizes[index],
                caller(index),
                Area.words(words[index]),
                pages[index] < 0 ? OptionalLong.empty() : OptionalLong.of(pages[index]),
                hasPhys ? OptionalLong.of(phys[index]) : OptionalLong.empty(),
                texts.get(nodes[index]));
    }

    /// The number of an area's line in the file, from 1.
    public long line(int index) {
        return lines[index];
    }

    /// What the area begins with: an address, a hash or 0.
    public long start(int index) {
        return starts[index];
    }

    /// What the area ends with: an address, a hash or 0.
    public long end(int index) {
        return ends[index];
    }

    /// Bytes, guard page included.
    public long bytes(int index) {
        return sizes[index];
    }

    public String caller(int index) {
        return texts.get(callers[index]);
    }

    /// Whether the area is said to be that.
    public boolean is(int index, AreaWord word) {
        return (words[index] & word.bit()) != 0;
    }

    boolean hasPhys(int index) {
        return (words[index] & Builder.HAS_PHYS) != 0;
    }

    boolean hasNodes(int index) {
        return nodes[index] != 0;
    }

    /// Whether end - start is the size.
    public boolean agrees(int index) {
        return ends[index] - starts[index] == sizes[index];
    }

    /// Collects areas line by line.
    static final class Builder {
        private static final int HAS_PHYS = 1 << 14;

        private int count;
        private long[] lines = new long[64];
        private long[] starts = new long[64];
        private long[] ends = new long[64];
        private long[] sizes = new long[64];
        private long[] phys = new long[64];
        private int[] pages = new int[64];
        private int[] callers = new int[64];
        private int[] nodes = new int[64];
        private short[] words = new short[64];
        private final TextPool pool = new TextPool();

        int count() {
            return count;
        }

        /// Whether that range is the one of the first area.
        boolean startsAgain(long start, long end, long size) {
            return starts[0] == start && ends[0] == end && sizes[0] == size;
        }

        /// Adds what was parsed of a line.
        void add(AreaLineParser parsed, byte[] line, long number) {
            if (count == starts.length) {
                grow(count + (count >> 1));
            }
            lines[count] = number;
            set(count++, parsed, line);
        }

        /// Puts what was parsed of a line and its continuation in the place of the last area.
        void replaceLast(AreaLineParser parsed, byte[] line) {
            set(count - 1, parsed, line);
        }

        private void set(int row, AreaLineParser parsed, byte[] line) {
            starts[row] = parsed.start;
            ends[row] = parsed.end;
            sizes[row] = parsed.size;
            phys[row] = parsed.phys;
            pages[row] = (int) Math.min(parsed.pages, Integer.MAX_VALUE);
            callers[row] = pool.number(line, parsed.callerFrom, parsed.callerTo);
            nodes[row] = pool.number(line, parsed.numaFrom, parsed.numaTo);
            words[row] = (short) (parsed.words | (parsed.hasPhys ? HAS_PHYS : 0));
        }

        private void grow(int capacity) {
            lines = Arrays.copyOf(lines, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            sizes = Arrays.copyOf(sizes, capacity);
            phys = Arrays.copyOf(phys, capacity);
            pages = Arrays.copyOf(pages, capacity);
            callers = Arrays.copyOf(callers, capacity);
            nodes = Arrays.copyOf(nodes, capacity);
            words = Arrays.copyOf(words, capacity);
        }

        AreaTable build() {
            return new AreaTable(this);
        }
    }
}
