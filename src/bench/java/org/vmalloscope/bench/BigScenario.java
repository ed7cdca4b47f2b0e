package org.vmalloscope.bench;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Scenarios of any size, as text.
///
/// vmalloc's search is first fit and walks over every area below the hole, so n areas made with it cost n² / 2 tried
/// holes: 50 million for 10,000 areas. The kernel has one way to a large tree that is cheap: pcpu_get_vm_areas begins
/// below the last group, and so never walks. That is what scenarios of more than some thousand areas are made of.
public final class BigScenario {
    /// Areas of one per-CPU group.
    private static final int GROUP = 8;

    private static final String MACHINE = "machine x86_64 cpus=4 ram=64G\nboot\n";

    private BigScenario() {}

    /// Areas of vmalloc, of 1 to 8 pages, one in four of them freed lazily; `seed` decides which.
    public static String vmallocs(int areas, long seed) {
        StringBuilder text = new StringBuilder(MACHINE);
        vmallocs(text, areas, new Random(seed));
        return text.toString();
    }

    private static void vmallocs(StringBuilder text, int areas, Random random) {
        for (int area = 0; area < areas; area++) {
            text.append("a%d = vmalloc %dK\n".formatted(area, 4 * (1 + random.nextInt(8))));
        }
        for (int area = 0; area < areas; area++) {
            if (random.nextInt(4) == 0) {
                text.append("vfree a%d\n".formatted(area));
            }
        }
    }

    /// As many areas, of which all but 400 stand in per-CPU groups.
    public static String areas(int areas, long seed) {
        StringBuilder text = new StringBuilder(MACHINE);
        Random random = new Random(seed);
        int single = Math.min(areas, 400);
        for (int made = single, group = 0; made < areas; group++) {
            int size = Math.min(GROUP, areas - made);
            int pages = 1 + random.nextInt(4);
            text.append("g%d = pcpu_get_vm_areas offsets=%s sizes=%s align=4K\n"
                    .formatted(
                            group,
                            IntStream.range(0, size)
                                    .mapToObj(area -> area * 32 + "K")
                                    .collect(Collectors.joining(",")),
                            IntStream.range(0, size)
                                    .mapToObj(area -> 4 * pages + "K")
                                    .collect(Collectors.joining(","))));
            made += size;
        }
        vmallocs(text, single, random);
        return text.toString();
    }

    /// At least as many stores, by areas that come and go among at most 200.
    public static String stores(int stores, long seed) {
        StringBuilder text = new StringBuilder(MACHINE);
        Random random = new Random(seed);
        String[] live = new String[200];
        int perStatement = 60;
        for (int statement = 0; statement < stores / perStatement; statement++) {
            int place = random.nextInt(live.length);
            if (live[place] == null) {
                live[place] = "a" + statement;
                text.append("a%d = vmalloc %dK\n".formatted(statement, 4 * (1 + random.nextInt(8))));
            } else {
                text.append("vfree ").append(live[place]).append('\n');
                live[place] = null;
            }
            if (statement % 500 == 499) {
                text.append("vm_unmap_aliases\nrcu\n");
            }
        }
        return text.toString();
    }
}
