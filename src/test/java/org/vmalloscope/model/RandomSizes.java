package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;

/// The sizes, counts and groups that a profile asks for.
final class RandomSizes {
    private static final long M = 1L << 20;
    private static final long G = 1L << 30;

    private final Random random;
    private final Profile profile;
    private final NaiveMachine machine;
    private final long ramBytes;

    RandomSizes(Random random, Profile profile, MachineLine line) {
        this.random = random;
        this.profile = profile;
        this.machine = NaiveMachine.of(line.machine());
        this.ramBytes = line.ramBytes();
    }

    /// Memory for a profile, in bytes.
    static long ram(Random random, Profile profile, NaiveMachine machine) {
        int most = machine.wordBits == 64 ? 7 : 4;
        return switch (profile) {
            case STARVED -> PAGE * random.nextInt(1, random.nextBoolean() ? 100 : 3000) + random.nextInt(9);
            case LAZY, EDGES -> random.nextBoolean() ? (256 * M) << random.nextInt(most) : random.nextInt(1, 64) * M;
            default -> random.nextInt(1, 300) * M;
        };
    }

    long early() {
        long pages = random.nextLong(1, random.nextInt(4) == 0 ? 300 : 20);
        boolean odd = random.nextInt(12) == 0;
        return pages * PAGE - (odd ? random.nextInt(4096) : 0);
    }

    /// A size in bytes, in all shades between one byte and more than there is.
    long bytes() {
        if (random.nextInt(profile == Profile.EDGES ? 4 : 100) == 0) {
            return edge();
        }
        long pages = 1 + pages();
        return random.nextInt(3) == 0 ? pages * PAGE - random.nextInt(4096) : pages * PAGE;
    }

    private long pages() {
        int scale = random.nextInt(8);
        return switch (profile) {
            case EXHAUST -> random.nextInt(machine.wordBits == 64 && scale > 3 ? 1 << 30 : scale > 5 ? 6000 : 1500);
            case LAZY ->
                random.nextInt(scale == 0 ? machine.wordBits == 64 ? 600_000 : 100_000 : scale < 5 ? 6000 : 400);
            case TREE, GROUPS -> random.nextInt(scale == 0 ? 40 : 6);
            case STARVED, HOSTILE -> random.nextInt(scale < 2 ? 1500 : 40);
            default -> random.nextInt(scale == 0 ? 1500 : scale < 3 ? 100 : 16);
        };
    }

    private long edge() {
        long space = machine.end - machine.start;
        long base = switch (random.nextInt(14)) {
            case 0 -> 0;
            case 1 -> PAGE;
            case 2 -> 512 * PAGE;
            case 3 -> 1024 * PAGE;
            case 4 -> ramBytes;
            case 5 -> space;
            case 6 -> space / 2;
            case 7 -> machine.blockBytes();
            case 8 -> 2 * G;
            case 9 -> 512 * 1024;
            case 10 -> 1L << 44;
            case 11 -> -4 * PAGE;
            case 12 -> machine.wordBits == 64 ? 4 * G : 64 * M;
            default -> NaiveMachine.lazyMaxPages(1) * PAGE;
        };
        long size = base + (random.nextInt(5) - 2) * PAGE + random.nextInt(3) - 1;
        return machine.wrap(size);
    }

    /// Pages for vmap.
    long vmapCount() {
        if (random.nextInt(profile == Profile.EDGES ? 5 : 200) == 0) {
            return pick(0, ramBytes / PAGE, ramBytes / PAGE + 1, 1 << 20, (1 << 20) + 3);
        }
        return Math.min(1 + pages(), 200_000);
    }

    /// Pages for vm_map_ram.
    long ramCount() {
        int most = machine.maxAlloc();
        return switch (random.nextInt(profile == Profile.EDGES ? 12 : 40)) {
            case 0, 1 -> most + 1L + random.nextInt(300);
            case 2 -> pick(most, most + 1, most - 1, most / 2, most / 2 + 1);
            case 3 -> profile == Profile.EDGES ? pick((1 << 20) + 5, (1 << 20) + most, 2000, 5000, 9000) : 1;
            case 4 -> profile == Profile.LAZY ? 5000 : 2;
            default -> 1L + random.nextInt(random.nextInt(4) == 0 ? most : most / 4);
        };
    }

    private long pick(long... values) {
        return values[random.nextInt(values.length)];
    }

    /// A group of one to six areas that do not overlap, in any order; now and then one that is not allowed.
    PcpuGetVmAreas group(String name) {
        long align = PAGE << random.nextInt(random.nextInt(4) == 0 ? 10 : 5);
        int areas = 1 + random.nextInt(6);
        List<Long> starts = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        long offset = random.nextInt(3) == 0 ? align * random.nextInt(50) : 0;
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < areas; i++) {
            long size = align * (1 + random.nextInt(profile == Profile.EXHAUST ? 60 : 12));
            starts.add(offset);
            lengths.add(size);
            order.add(i);
            offset += size + align * (random.nextBoolean() ? 0 : random.nextInt(profile == Profile.EXHAUST ? 200 : 20));
        }
        Collections.shuffle(order, random);
        if (random.nextInt(500) == 0) {
            starts.set(0, starts.getFirst() + pick(align, 1, align / 2));
        } else if (random.nextInt(500) == 0) {
            lengths.set(0, lengths.getFirst() + pick(align, 1, align / 2));
        }
        long asked = random.nextInt(600) == 0 ? pick(0, 2048, align + PAGE, 6 * PAGE) : align;
        return new PcpuGetVmAreas(
                name,
                order.stream().map(starts::get).toList(),
                order.stream().map(lengths::get).toList(),
                asked);
    }
}
