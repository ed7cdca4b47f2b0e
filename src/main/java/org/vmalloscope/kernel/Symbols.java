package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// The symbol table of a simulated kernel: its static and per-CPU objects and the functions that have addresses.
public final class Symbols {
    /// Where the boot code leaves the address of the first chunk.
    public static final String PCPU_BASE_ADDR = "pcpu_base_addr";

    /// Where the boot code leaves the size of a unit.
    public static final String PCPU_UNIT_SIZE = "pcpu_unit_size";

    /// The offset, in every unit, of the first of the per-CPU objects: well inside the static area.
    public static final long PER_CPU_OBJECTS = 0x9c40;

    private static final long FUNCTION_BYTES = 0x100;
    private static final StructType ADDRESS = single("address", FieldKind.ADDRESS);
    private static final StructType BYTES = single("unsigned long", FieldKind.UNSIGNED_LONG);

    private static StructType single(String name, FieldKind kind) {
        return StructType.named(name, 8, 4).field("", kind, 0, 0).build();
    }

    private final AddressMap map;
    private final List<Symbol> objects;
    private final List<PerCpu> perCpus;
    private final List<String> functions;
    private final int cpus;

    private Symbols(Builder builder) {
        this.map = builder.map;
        this.objects = List.copyOf(builder.objects);
        this.perCpus = List.copyOf(builder.perCpus);
        this.functions = List.copyOf(builder.functions);
        this.cpus = builder.config.cpus();
    }

    /// An object of which every CPU's unit has one, at an offset in bytes.
    private record PerCpu(String name, StructType type, long offset) {}

    /// A static object: its name, layout and address, and its CPU when there is one for each.
    public record Symbol(String name, StructType type, long address, OptionalInt cpu) {}

    /// The static objects, and the per-CPU ones where they are as long as there is no first chunk.
    public List<Symbol> objects() {
        List<Symbol> all = new ArrayList<>(objects);
        for (PerCpu object : perCpus) {
            for (int cpu = 0; cpu < cpus; cpu++) {
                all.add(object(object, cpu, map.unit(cpu)));
            }
        }
        return all;
    }

    /// The static objects, and the per-CPU ones in the units where memory has them.
    public List<Symbol> objects(MemoryReader memory) {
        List<Symbol> all = new ArrayList<>(objects);
        for (PerCpu object : perCpus) {
            for (int cpu = 0; cpu < cpus; cpu++) {
                all.add(object(object, cpu, map.unit(memory, cpu)));
            }
        }
        return all;
    }

    private static Symbol object(PerCpu object, int cpu, long unit) {
        return new Symbol(object.name(), object.type(), unit + object.offset(), OptionalInt.of(cpu));
    }

    /// The address of the static object of that name; an unknown name is a programming error.
    public long address(String name) {
        return objects.stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no object " + name))
                .address();
    }

    /// The static or per-CPU object that the byte at an address belongs to, with the units where memory has them.
    public Optional<Symbol> objectAt(MemoryReader memory, long address) {
        for (Symbol symbol : objects) {
            if (contains(memory, symbol, address)) {
                return Optional.of(symbol);
            }
        }
        for (int cpu = 0; !perCpus.isEmpty() && cpu < cpus; cpu++) {
            long unit = map.unit(memory, cpu);
            for (PerCpu object : perCpus) {
                Symbol symbol = object(object, cpu, unit);
                if (contains(memory, symbol, address)) {
                    return Optional.of(symbol);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean contains(MemoryReader memory, Symbol symbol, long address) {
        return Long.compareUnsigned(address - symbol.address(), symbol.type().size(memory.abi())) < 0;
    }

    /// The address of a function's text; an unknown name is a programming error.
    public long function(String name) {
        int index = functions.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no function " + name);
        }
        return map.text() + index * FUNCTION_BYTES;
    }

    /// The name of the function at an address.
    public Optional<String> functionAt(long address) {
        long index = Long.divideUnsigned(address - map.text(), FUNCTION_BYTES);
        return index >= 0 && index < functions.size() && function(functions.get((int) index)) == address
                ? Optional.of(functions.get((int) index))
                : Optional.empty();
    }

    /// Lays out static objects one after the other, each at a multiple of 8 bytes, in the order they are named.
    public static final class Builder {
        private final KernelConfig config;
        private final AddressMap map;
        private final List<Symbol> objects = new ArrayList<>();
        private final List<PerCpu> perCpus = new ArrayList<>();
        private final List<String> functions = new ArrayList<>();
        private long data;
        private long perCpu = PER_CPU_OBJECTS;

        /// Starts with the objects of the ground itself.
        public Builder(KernelConfig config, AddressMap map) {
            this.config = config;
            this.map = map;
            this.data = map.data();
            object(Kernel.RCU_QUEUE, Rcu.QUEUE);
        }

        private Builder(KernelConfig config, AddressMap map, long data) {
            this.config = config;
            this.map = map;
            this.data = data;
        }

        /// Starts with the objects of the per-CPU allocator that say where the units are.
        public static Builder percpu(KernelConfig config, AddressMap map) {
            Builder builder = new Builder(config, map, map.percpuData());
            builder.object(PCPU_BASE_ADDR, ADDRESS);
            builder.object(PCPU_UNIT_SIZE, BYTES);
            return builder;
        }

        /// Places a static object and returns its address.
        public long object(String name, StructType type) {
            long address = data;
            objects.add(new Symbol(name, type, address, OptionalInt.empty()));
            data += (type.size(config.machine().abi()) + 7L) / 8 * 8;
            return address;
        }

        /// Places an object in every CPU's unit and returns its offset there, in bytes.
        public long perCpuObject(String name, StructType type) {
            long offset = perCpu;
            perCpus.add(new PerCpu(name, type, offset));
            perCpu += (type.size(config.machine().abi()) + 7L) / 8 * 8;
            return offset;
        }

        /// Gives a function an address.
        public void function(String name) {
            functions.add(name);
        }

        public Symbols build() {
            return new Symbols(this);
        }
    }
}
