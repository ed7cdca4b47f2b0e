package org.vmalloscope.kernel;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// The ground of a simulated kernel as a reader of its memory finds it.
public final class KernelReader {
    private final AddressMap map;
    private final Control control;
    private final MappedRanges mapped;
    private final SlabReader slab;
    private final Tlbs tlbs;

    /// `types` are the structs that the allocator above the ground takes from the slab.
    public KernelReader(KernelConfig config, MemoryReader memory, List<StructType> types) {
        this.map = new AddressMap(config.machine());
        this.control = new Control(memory, map);
        this.mapped = new MappedRanges(memory, control);
        this.tlbs = new Tlbs(memory, map);
        this.slab = new SlabReader(memory, map, Kernel.slabTypes(types));
    }

    public Control control() {
        return control;
    }

    /// Whether an address lies in one of the arrays of pointers that the boot code has taken.
    public boolean isBootmemArray(long address) {
        return Long.compareUnsigned(address - map.arrays(), control.read(Control.BOOTMEM_ARRAYS)) < 0;
    }

    /// The present pages.
    public MappedRanges mapped() {
        return mapped;
    }

    /// What the TLBs know.
    public Tlbs tlbs() {
        return tlbs;
    }

    /// The slab object, live or freed, at an address.
    public Optional<SlabObject> objectAt(long address) {
        return slab.find(address);
    }

    /// All live slab objects, by address.
    public List<SlabObject> liveObjects() {
        return slab.live(control.read(Control.HEAP_FRONTIER));
    }

    /// Bytes that the slab set aside for an object: the size of its class.
    public int classBytes(SlabObject object) {
        return slab.classBytes(object.address());
    }
}
