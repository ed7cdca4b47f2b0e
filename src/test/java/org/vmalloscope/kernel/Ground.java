package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vmalloscope.journal.Note;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// The ground of a kernel with nothing on it, and everything it has told.
final class Ground {
    /// A struct of 96 bytes on both machines.
    static final StructType PLATE = plate("plate", 96);

    /// A struct of the same size class.
    static final StructType SAUCER = plate("saucer", 80);

    /// A struct of 192 bytes, 21 of which fill a page.
    static final StructType TRAY = plate("tray", 192);

    static final StructType WORD =
            StructType.named("word", 8, 4).field("", FieldKind.ADDRESS, 0, 0).build();

    private static final String SEED = "vmalloscope.seed";
    private static final long RAM_PAGES = 10;

    private final List<Note> notes = new ArrayList<>();
    private final Kernel kernel;
    private final SimulatedMemory memory;
    private final long root;

    Ground(Machine machine) {
        KernelConfig config = new KernelConfig(machine, 2, RAM_PAGES);
        Symbols.Builder symbols = new Symbols.Builder(config, new AddressMap(machine));
        root = symbols.object("root", RadixTree.ROOT);
        memory = Kernel.powerOn(config);
        kernel = new Kernel(config, symbols.build(), List.of(PLATE, SAUCER, TRAY), memory, notes::add);
    }

    private static StructType plate(String name, int bytes) {
        return StructType.named(name, bytes, bytes)
                .field("first", FieldKind.UNSIGNED_LONG, 0, 0)
                .build();
    }

    /// A source of random numbers that says its seed: from the clock, or what `-Dvmalloscope.seed=` gives.
    @SuppressWarnings("SystemOut") // a random test must say what it did
    static Random random(String test) {
        long seed = Long.getLong(SEED, System.currentTimeMillis());
        System.out.println(test + ": -D" + SEED + "=" + seed);
        return new Random(seed);
    }

    Kernel kernel() {
        return kernel;
    }

    SimulatedMemory memory() {
        return memory;
    }

    /// A static object of 16 (on i386: 8) bytes, all zero.
    long root() {
        return root;
    }

    /// What was told since the last time; it is forgotten.
    List<Note> told() {
        List<Note> told = List.copyOf(notes);
        notes.clear();
        return told;
    }
}
