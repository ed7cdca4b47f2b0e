package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.StructType;

/// The symbol table of a simulated kernel: its static and per-CPU objects and the functions that have addresses.
public final class Symbols {
    private static final long FUNCTION_BYTES = 0x100;

    private final AddressMap map;
    private final List<Symbol> objects;
    private final List<String> functions;

    private Symbols(AddressMap map, List<Symbol> objects, List<String> functions) {
        this.map = map;
        this.objects = List.copyOf(objects);
        this.functions = List.copyOf(functions);
    }

    /// A static object: its name, layout and address, and its CPU when there is one for each.
    public record Symbol(String name, StructType type, long address, OptionalInt cpu) {}

    public List<Symbol> objects() {
        return objects;
    }

    /// The address of the static object of that name; an unknown name is a programming error.
    public long address(String name) {
        return objects.stream()
                .filter(symbol -> symbol.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no object " + name))
                .address();
    }

    /// The static object that the byte at an address belongs to.
    public Optional<Symbol> objectAt(Abi abi, long address) {
        return objects.stream()
                .filter(symbol -> Long.compareUnsigned(
                                address - symbol.address(), symbol.type().size(abi))
                        < 0)
                .findFirst();
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
        private final List<String> functions = new ArrayList<>();
        private long data;
        private long perCpu = 0x9c40;

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

        /// Starts where the objects of the per-CPU allocator stand.
        public static Builder percpu(KernelConfig config, AddressMap map) {
            return new Builder(config, map, map.percpuData());
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
            for (int cpu = 0; cpu < config.cpus(); cpu++) {
                objects.add(new Symbol(name, type, map.unit(cpu) + offset, OptionalInt.of(cpu)));
            }
            perCpu += (type.size(config.machine().abi()) + 7L) / 8 * 8;
            return offset;
        }

        /// Gives a function an address.
        public void function(String name) {
            functions.add(name);
        }

        public Symbols build() {
            return new Symbols(map, objects, functions);
        }
    }
}
