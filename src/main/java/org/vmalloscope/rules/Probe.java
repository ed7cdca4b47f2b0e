package org.vmalloscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.BadAddressException;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// Reads a memory in which pointers may lead anywhere.
final class Probe {
    private static final int MOST_NODES = 4_000_000;

    private final VmallocView view;
    private final MemoryReader memory;

    Probe(VmallocView view) {
        this.view = view;
        this.memory = view.memory();
    }

    /// The word at an address; 0 where no memory is.
    long load(long address) {
        try {
            return memory.load(address);
        } catch (BadAddressException nowhere) {
            return 0;
        }
    }

    /// The word after the one at an address: `prev` of a list_head.
    long second(long address) {
        return load(address + memory.abi().wordBytes());
    }

    /// Whether a live object of a struct begins at an address.
    boolean isLive(long address, StructType type) {
        return view.ground()
                .objectAt(address)
                .filter(SlabObject::live)
                .filter(object -> object.type().equals(type) && object.address() == address)
                .isPresent();
    }

    /// Whether an object of a struct, live or freed, begins at an address.
    boolean isObject(long address, StructType type) {
        return view.ground()
                .objectAt(address)
                .filter(object -> object.type().equals(type) && object.address() == address)
                .isPresent();
    }

    /// The nodes of a chain in the order of their next words, from `first` to before `end` or NULL; it stops where a
    /// node comes again.
    List<Long> chain(long first, long end) {
        List<Long> nodes = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long node = first;
        while (node != end && node != 0 && nodes.size() < MOST_NODES && seen.add(node)) {
            nodes.add(node);
            node = load(node);
        }
        return nodes;
    }
}
