package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;

import java.util.Locale;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// The functions the rest of the kernel calls: memory that is contiguous in addresses and not in pages.
///
/// Kernel: vmalloc and its flavours, vmap, vfree, vunmap of mm/vmalloc.c, 2.6.32.
final class Vmalloc {
    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final VmAreas vmAreas;
    private final SimulatedMemory memory;
    private final Machine machine;
    private final Arithmetic arithmetic;

    Vmalloc(Kernel kernel, VmallocData data, VmapAreas areas, VmAreas vmAreas) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.vmAreas = vmAreas;
        this.memory = kernel.memory();
        this.machine = kernel.machine();
        this.arithmetic = new Arithmetic(memory.abi());
    }

    private long scenario() {
        return data.symbols().function(VmallocData.SCENARIO);
    }

    /// vmalloc, vmalloc_user, vmalloc_32, vmalloc_exec: the address, or 0.
    long vmalloc(Flavour flavour, long size) {
        kernel.enter(flavour.function(), size("size", size));
        boolean user = flavour == Flavour.VMALLOC_USER;
        long addr = vmallocNode(size, user ? Machine.SHMLBA : 1, scenario());
        if (user && addr != 0) {
            VmapArea va = areas.findVmapArea(addr);
            VmStruct area = vmAreas.vm(va.privateVm());
            memory.store(area.address(), VmStruct.FLAGS, area.flags() | VmStruct.VM_USERMAP);
        }
        return kernel.leave(flavour.function(), address("addr", addr));
    }

    private long vmallocNode(long requested, long align, long caller) {
        kernel.enter("__vmalloc_node", size("size", requested), size("align", align));
        long size = arithmetic.pageAlign(requested);
        long addr = 0;
        if (size != 0 && !above(size >>> Machine.PAGE_SHIFT, kernel.pages().total())) {
            VmStruct area = vmAreas.getVmAreaNode(size, align, VmStruct.VM_ALLOC, caller);
            if (area.address() != 0) {
                addr = vmallocAreaNode(area, caller);
            }
        }
        return kernel.leave("__vmalloc_node", address("addr", addr));
    }

    /// __vmalloc_area_node: pages for an area and the array that remembers them; what fails is undone, 0.
    private long vmallocAreaNode(VmStruct area, long caller) {
        kernel.enter("__vmalloc_area_node", address("area", area.address()));
        long nrPages = Arithmetic.unsignedInt(area.size() - Machine.PAGE_SIZE >>> Machine.PAGE_SHIFT);
        long arraySize = Arithmetic.unsignedInt(nrPages * memory.abi().wordBytes());
        memory.store(area.address(), VmStruct.NR_PAGES, nrPages);
        long pages = pagesArray(area, arraySize, caller);
        memory.store(area.address(), VmStruct.PAGES, pages);
        memory.store(area.address(), VmStruct.CALLER, caller);
        if (pages == 0) {
            vmAreas.removeVmArea(area.addr());
            kernel.slab().kfree(area.address());
            return kernel.leave("__vmalloc_area_node", address("addr", 0));
        }
        if (arraySize < nrPages * memory.abi().wordBytes()) {
            throw new KernelBug("memory corruption: the size of the pages array wrapped around 32 bits");
        }
        long got = kernel.pages().take(nrPages);
        if (got < nrPages) {
            memory.store(area.address(), VmStruct.NR_PAGES, got);
            vfree(area.addr());
            return kernel.leave("__vmalloc_area_node", address("addr", 0));
        }
        mapVmArea(area);
        return kernel.leave("__vmalloc_area_node", address("addr", area.addr()));
    }

    /// The array of page pointers: from the slab, or from a nested vmalloc when it is larger than a page.
    private long pagesArray(VmStruct area, long bytes, long caller) {
        if (bytes <= Machine.PAGE_SIZE) {
            return kernel.slab().kmalloc(VmallocData.PAGES_ARRAY, bytes);
        }
        long pages = vmallocNode(bytes, 1, caller);
        memory.store(area.address(), VmStruct.FLAGS, area.flags() | VmStruct.VM_VPAGES);
        return pages;
    }

    /// map_vm_area: all of the area but its guard page.
    private void mapVmArea(VmStruct area) {
        long end = arithmetic.add(area.addr(), area.size() - Machine.PAGE_SIZE);
        kernel.pageTables().map(area.addr(), end);
        kernel.pageTables().flushCacheVmap(area.addr(), end);
    }

    /// vmap of `count` fresh pages with VM_MAP: the address, or 0.
    long vmap(long count) {
        kernel.enter("vmap", count("count", count));
        long addr = 0;
        if (!above(count, kernel.pages().total())) {
            VmStruct area = vmAreas.getVmAreaNode(Arithmetic.bytesOfPages(count), 1, VmStruct.VM_MAP, scenario());
            if (area.address() != 0) {
                mapVmArea(area);
                addr = area.addr();
            }
        }
        return kernel.leave("vmap", address("addr", addr));
    }

    /// get_vm_area: address space only.
    VmStruct getVmArea(long size, int flags) {
        return vmAreas.getVmAreaNode(size, 1, flags, scenario());
    }

    void vfree(long addr) {
        kernel.enter("vfree", address("addr", addr));
        vunmapAddr(addr, true);
        kernel.leave("vfree");
    }

    void vunmap(long addr) {
        kernel.enter("vunmap", address("addr", addr));
        vunmapAddr(addr, false);
        kernel.leave("vunmap");
    }

    /// iounmap: the area goes lazily, its vm_struct at once; an address without one is ignored.
    void iounmap(long addr) {
        kernel.enter("iounmap", address("addr", addr));
        kernel.slab().kfree(vmAreas.removeVmArea(addr).address());
        kernel.leave("iounmap");
    }

    /// __vunmap.
    private void vunmapAddr(long addr, boolean deallocatePages) {
        kernel.enter("__vunmap", address("addr", addr), number("deallocate_pages", deallocatePages ? 1 : 0));
        if (addr != 0) {
            release(addr, deallocatePages);
        }
        kernel.leave("__vunmap");
    }

    private void release(long addr, boolean deallocatePages) {
        if ((addr & ~Machine.PAGE_MASK) != 0) {
            kernel.warn("Trying to vfree() bad address (" + pointer(addr) + ")");
            return;
        }
        VmStruct area = vmAreas.removeVmArea(addr);
        if (area.address() == 0) {
            kernel.warn("Trying to vfree() nonexistent vm area (" + pointer(addr) + ")");
            return;
        }
        if (deallocatePages) {
            releasePages(area);
        }
        kernel.slab().kfree(area.address());
    }

    private void releasePages(VmStruct area) {
        boolean nested = (area.flags() & VmStruct.VM_VPAGES) != 0;
        long nrPages = area.nrPages();
        if (nested && nrPages > 0 && area.pages() != 0 && !isReadable(area.pages(), nrPages)) {
            throw new KernelBug("oops: access to an unmapped vmalloc address");
        }
        kernel.pages().give(nrPages);
        if (nested) {
            vfree(area.pages());
        } else {
            kernel.slab().kfree(area.pages());
        }
    }

    private boolean isReadable(long pages, long nrPages) {
        return kernel.pageTables().isMapped(pages)
                && kernel.pageTables().isMapped(pages + nrPages * memory.abi().wordBytes() - 1);
    }

    /// %p: all hex digits of the machine's word.
    private String pointer(long addr) {
        int digits = machine.abi().wordBytes() * 2;
        return String.format(Locale.ROOT, "%0" + digits + "x", addr);
    }
}
