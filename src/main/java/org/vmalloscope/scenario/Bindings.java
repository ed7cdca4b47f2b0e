package org.vmalloscope.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.kernel.AddressMap;
import org.vmalloscope.kernel.Allocator.Allocation;
import org.vmalloscope.kernel.Allocator.Handle;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// What the names of a scenario stand for, kept in simulated memory so that it is undone with everything else.
///
/// Four words a name: address, object, page count, and the number of the last slab allocation when it was bound.
final class Bindings {
    private static final int WORD = 8;
    private static final int WORDS = 4;

    private final Map<String, Integer> places;
    private final SimulatedMemory memory;
    private final long base;

    /// `places` numbers the names of the scenario from 0.
    Bindings(Map<String, Integer> places, Machine machine, SimulatedMemory memory) {
        this.places = places;
        this.memory = memory;
        this.base = new AddressMap(machine).bindings();
    }

    /// Numbers names in their order.
    static Map<String, Integer> number(List<String> names) {
        Map<String, Integer> places = new HashMap<>(names.size() * 2);
        for (String name : names) {
            places.put(name, places.size());
        }
        return places;
    }

    private long word(String name, int word) {
        return base + (places.getOrDefault(name, -1) * (long) WORDS + word) * WORD;
    }

    void bind(String name, Handle handle, long count) {
        put(name, handle.allocation().address(), handle.allocation().object(), count, handle.sequence());
    }

    /// Ends what a name stands for; only the address is remembered, for reads through it.
    void unbind(String name) {
        put(name, memory.load(word(name, 0)), 0, 0, 0);
    }

    private void put(String name, long... words) {
        for (int word = 0; word < WORDS; word++) {
            memory.storeQuietly(word(name, word), words[word]);
        }
    }

    Handle handle(String name) {
        Allocation allocation = new Allocation(memory.load(word(name, 0)), memory.load(word(name, 1)));
        return new Handle(allocation, memory.load(word(name, 3)));
    }

    /// The pages or areas the name was bound with.
    long count(String name) {
        return memory.load(word(name, 2));
    }
}
