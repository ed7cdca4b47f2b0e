package org.vmalloscope.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.vmalloscope.diagram.Diagram;
import org.vmalloscope.diagram.Frame;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;

/// Prints how long it takes to open the recording of a newer kernel, and to show positions of it. Nothing is warmed up.
///
/// Arguments: events, 100000 by default; areas that are there at a time, 2000 by default. With a third, the file is
/// written there and nothing is measured.
public final class OpenTrace {
    private static final long FIRST = 0xffffc90000000000L;
    private static final long END = 0xffffe8ffffffffffL;
    private static final long PAGE = 4096;
    private static final int PURGE_EVERY = 500;

    private final Random random = new Random(1);
    private final StringBuilder text = new StringBuilder("# tracer: nop\n#\n");
    private final TreeMap<Long, Long> taken = new TreeMap<>(Long::compareUnsigned);
    private final List<Long> live = new ArrayList<>();
    private final List<Long> lazy = new ArrayList<>();
    private long lines;

    private OpenTrace() {}

    /// Measures.
    public static void main(String[] arguments) throws IOException {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int areas = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        String trace = new OpenTrace().trace(events, areas);
        if (arguments.length > 2) {
            Files.writeString(Path.of(arguments[2]), trace);
            return;
        }
        Path file = Files.createTempFile("vmalloscope", ".trace.txt");
        try {
            Files.writeString(file, trace);
            measure(file);
        } finally {
            Files.delete(file);
        }
    }

    private static void measure(Path file) {
        SessionModel session = new SessionModel(ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH));
        Opener opener = new Opener(session, Runnable::run, Runnable::run);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        opener.open(file);
        System.out.printf(
                Locale.ROOT,
                "open: %.2f s, processor %.2f s%n",
                (System.nanoTime() - start) / 1e9,
                (threads.getCurrentThreadCpuTime() - processor) / 1e9);
        System.out.println("  " + session.statements().size() + " statements, "
                + session.lengthProperty().get() + " events");
        Times anywhere = new Times();
        Times drag = new Times();
        Random random = new Random(2);
        long length = session.lengthProperty().get();
        for (int frame = 0; frame < 1_000; frame++) {
            long position = random.nextLong(length + 1);
            anywhere.measure(() -> show(session, position));
        }
        for (int frame = 0; frame <= 1_000; frame++) {
            long position = length * frame / 1_000;
            drag.measure(() -> show(session, position));
        }
        anywhere.print("seek anywhere, tree drawn");
        drag.print("drag from left to right, tree drawn");
    }

    private static void show(SessionModel session, long position) {
        session.seek(position);
        session.draw(Diagram.TREE, Frame.of(900, 500)).orElseThrow();
    }

    private String trace(int events, int areas) {
        while (lines < events) {
            if (lines % PURGE_EVERY == PURGE_EVERY - 1) {
                purge();
            } else if (live.size() < areas || random.nextBoolean()) {
                allocate();
            } else {
                free();
            }
        }
        return text.toString();
    }

    private StringBuilder line() {
        return text.append(String.format(
                Locale.ROOT,
                "          task-%d     [%03d] ..... %5d.%06d: ",
                100 + random.nextInt(900),
                random.nextInt(4),
                lines / 1_000,
                lines++ % 1_000 * 1_000));
    }

    /// The lowest hole, as newer kernels take it.
    private void allocate() {
        long size = PAGE * (2 + random.nextInt(8));
        long start = FIRST;
        for (var area : taken.entrySet()) {
            if (area.getKey() - start >= size) {
                break;
            }
            start = area.getValue();
        }
        taken.put(start, start + size);
        live.add(start);
        line().append(String.format(
                Locale.ROOT,
                "alloc_vmap_area: va_start: %s size=%d align=1 vstart=0x%x vend=0x%x failed=0%n",
                Long.toUnsignedString(start),
                size,
                FIRST,
                END));
    }

    private void free() {
        int at = random.nextInt(live.size());
        long start = live.get(at);
        live.set(at, live.getLast());
        live.removeLast();
        lazy.add(start);
        line().append(String.format(
                Locale.ROOT,
                "free_vmap_area_noflush: va_start=0x%x nr_lazy=%d nr_lazy_max=16384%n",
                start,
                lazy.size()));
    }

    private void purge() {
        long lowest = lazy.stream().min(Long::compareUnsigned).orElse(FIRST);
        long highest = lazy.stream().map(taken::get).max(Long::compareUnsigned).orElse(FIRST + PAGE);
        line().append(String.format(
                Locale.ROOT,
                "purge_vmap_area_lazy: start=0x%x end=0x%x num_purged=%d%n",
                lowest,
                highest,
                lazy.size()));
        lazy.forEach(taken::remove);
        lazy.clear();
    }
}
