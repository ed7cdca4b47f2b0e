package org.vmalloscope.kernel.vmalloc;

import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.StructType;

/// A range of kernel virtual addresses handed out by vmalloc, as it stands in memory.
///
/// Kernel: `struct vmap_area`, mm/vmalloc.c, 2.6.28 to 2.6.38. `address` is where the struct is.
public record VmapArea(MemoryReader memory, long address) {
    public static final int VM_LAZY_FREE = 1;
    public static final int VM_LAZY_FREEING = 2;
    public static final int VM_VM_AREA = 4;

    public static final StructType TYPE = StructType.named("vmap_area", 104, 52)
            .field("va_start", FieldKind.ADDRESS, 0, 0)
            .field("va_end", FieldKind.ADDRESS, 8, 4)
            .field("flags", FieldKind.FLAGS, 16, 8)
            .rbNode("rb_node", 24, 12)
            .listHead("list", 48, 24)
            .listHead("purge_list", 64, 32)
            .field("private", FieldKind.POINTER, 80, 40)
            .rcuHead("rcu_head", 88, 44)
            .build();
    static final Field VA_START = TYPE.field("va_start");
    static final Field VA_END = TYPE.field("va_end");
    static final Field FLAGS = TYPE.field("flags");
    static final Field RB_NODE = TYPE.field("rb_node.rb_parent_color");
    static final Field LIST = TYPE.field("list.next");
    static final Field PURGE_LIST = TYPE.field("purge_list.next");
    static final Field PRIVATE = TYPE.field("private");
    static final Field RCU_HEAD = TYPE.field("rcu_head.next");

    /// The area whose rb_node is at `node`.
    public static VmapArea ofRbNode(MemoryReader memory, long node) {
        return new VmapArea(memory, node - RB_NODE.offset(memory.abi()));
    }

    /// The area whose place in vmap_area_list is at `node`.
    public static VmapArea ofList(MemoryReader memory, long node) {
        return new VmapArea(memory, node - LIST.offset(memory.abi()));
    }

    static VmapArea ofPurgeList(MemoryReader memory, long node) {
        return new VmapArea(memory, node - PURGE_LIST.offset(memory.abi()));
    }

    static VmapArea ofRcuHead(MemoryReader memory, long node) {
        return new VmapArea(memory, node - RCU_HEAD.offset(memory.abi()));
    }

    private Abi abi() {
        return memory.abi();
    }

    public boolean isNull() {
        return address == 0;
    }

    public long vaStart() {
        return memory.load(address, VA_START);
    }

    public long vaEnd() {
        return memory.load(address, VA_END);
    }

    public PageRange range() {
        return new PageRange(vaStart(), vaEnd());
    }

    public long flags() {
        return memory.load(address, FLAGS);
    }

    public boolean hasFlag(int flag) {
        return (flags() & flag) != 0;
    }

    /// The vm_struct, when the area has one: only then is the field ever written.
    public long privateVm() {
        return memory.load(address, PRIVATE);
    }

    /// Address of the embedded rb_node.
    public long rbNode() {
        return address + RB_NODE.offset(abi());
    }

    /// Address of the embedded node of vmap_area_list.
    public long list() {
        return address + LIST.offset(abi());
    }

    /// Address of the embedded node of the list a purge collects.
    public long purgeList() {
        return address + PURGE_LIST.offset(abi());
    }

    long rcuHead() {
        return address + RCU_HEAD.offset(abi());
    }
}
