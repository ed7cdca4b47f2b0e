package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.StructType;

/// Offsets and sizes of the structs that vmalloc uses, as gcc lays them out: spec/structures.md.
///
/// In the tables: field, then `offset+bytes` on x86_64 and on i386.
final class StructLayoutTest {
    private static String table(StructType type) {
        StringBuilder table =
                new StringBuilder(String.format("%s %d %d\n", type.name(), type.size(Abi.LP64), type.size(Abi.ILP32)));
        for (Field field : type.fields()) {
            table.append(String.format("%s %s %s\n", field.name(), place(field, Abi.LP64), place(field, Abi.ILP32)));
        }
        return table.toString();
    }

    private static String place(Field field, Abi abi) {
        return field.offset(abi) + "+" + field.kind().bytes(abi) * field.words(abi);
    }

    @Test
    void vmapAreaIsLaidOutAsInTheKernel() {
        assertEquals("""
                vmap_area 104 52
                va_start 0+8 0+4
                va_end 8+8 4+4
                flags 16+8 8+4
                rb_node.rb_parent_color 24+8 12+4
                rb_node.rb_right 32+8 16+4
                rb_node.rb_left 40+8 20+4
                list.next 48+8 24+4
                list.prev 56+8 28+4
                purge_list.next 64+8 32+4
                purge_list.prev 72+8 36+4
                private 80+8 40+4
                rcu_head.next 88+8 44+4
                rcu_head.func 96+8 48+4
                """, table(VmapArea.TYPE));
    }

    @Test
    void vmStructIsLaidOutAsInTheKernel() {
        assertEquals("""
                vm_struct 64 32
                next 0+8 0+4
                addr 8+8 4+4
                size 16+8 8+4
                flags 24+8 12+4
                pages 32+8 16+4
                nr_pages 40+4 20+4
                phys_addr 48+8 24+4
                caller 56+8 28+4
                """, table(VmStruct.TYPE));
    }

    @Test
    void vmapBlockQueueIsLaidOutAsInTheKernel() {
        assertEquals("""
                vmap_block_queue 48 24
                lock 0+4 0+4
                free.next 8+8 4+4
                free.prev 16+8 8+4
                dirty.next 24+8 12+4
                dirty.prev 32+8 16+4
                nr_dirty 40+4 20+4
                """, table(VmapBlockQueue.TYPE));
    }

    /// The rcu_head of a block lies where its free_list is.
    @Test
    void vmapBlockIsLaidOutAsInTheKernel() {
        assertEquals("""
                vmap_block 312 44
                lock 0+4 0+4
                va 8+8 4+4
                vbq 16+8 8+4
                free 24+8 12+4
                dirty 32+8 16+4
                alloc_map 40+128 20+8
                dirty_map 168+128 28+8
                free_list.next 296+8 36+4
                free_list.prev 304+8 40+4
                """, table(VmapBlock.TYPE));
    }

    @Test
    void flagBitsAreThoseOfTheKernel() {
        assertEquals("1 2 4", VmapArea.VM_LAZY_FREE + " " + VmapArea.VM_LAZY_FREEING + " " + VmapArea.VM_VM_AREA);
        assertEquals(
                "1 2 4 8 16",
                VmStruct.VM_IOREMAP + " " + VmStruct.VM_ALLOC + " " + VmStruct.VM_MAP + " " + VmStruct.VM_USERMAP + " "
                        + VmStruct.VM_VPAGES);
    }
}
