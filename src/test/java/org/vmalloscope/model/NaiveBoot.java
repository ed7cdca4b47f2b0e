package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;

import java.util.Locale;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.scenario.Scenario;

/// The model's start_kernel: how much memory a way needs, where its chunk comes to lie, what of it is mapped.
final class NaiveBoot {
    private static final long SMALLEST_UNIT = 64 << 10;
    private static final long LARGE = 2 << 20;

    private final World world;
    private final VmFunctions vms;
    private final PercpuKernel kernel;
    private final BootSetup setup;
    private final long areas;

    NaiveBoot(World world, VmFunctions vms, Scenario scenario) {
        this.world = world;
        this.vms = vms;
        this.kernel = scenario.kernel();
        this.setup = scenario.bootSetup();
        this.areas = setup.staticSize() + setup.reservedSize();
    }

    void startKernel() {
        long whole = world.machine.wholePages(areas + setup.dynSize());
        switch (setup.way()) {
            case EMBED, EMBED_AUTO -> embed(whole, Math.max(whole, SMALLEST_UNIT));
            case SINGLE_PAGES -> {
                long present = world.machine.wholePages(setup.staticSize());
                take(world.cpus * present, "");
                mapFrom(register(unitOfPages(), PAGE), unitOfPages(), present, true);
            }
            case LARGE_PAGES -> {
                take(world.cpus * LARGE, "");
                mapFrom(register(LARGE, LARGE), LARGE, LARGE, false);
            }
            case PAGE -> {
                take(world.cpus * unitOfPages(), "");
                mapFrom(register(unitOfPages(), PAGE), unitOfPages(), unitOfPages(), false);
            }
        }
        vms.boot();
    }

    private long unitOfPages() {
        return Math.max(world.machine.wholePages(areas), SMALLEST_UNIT);
    }

    private void embed(long whole, long unit) {
        long bytes = world.cpus * unit;
        take(bytes, "PERCPU: failed to allocate " + bytes + " bytes for embedding");
        if (kernel == PercpuKernel.V2_6_31) {
            int digits = world.machine.wordBits / 4;
            String block = String.format(Locale.ROOT, "%0" + digits + "x", bootmem());
            say("PERCPU: Embedded " + whole / PAGE + " pages at " + block + ", static data " + setup.staticSize()
                    + " bytes");
        }
        if (setup.way().label().endsWith("auto")) {
            mapFrom(register(unit, PAGE), unit, whole, true);
        }
    }

    private long bootmem() {
        return world.machine == NaiveMachine.X86_64 ? 0xffff880032000000L : 0xf2000000L;
    }

    private void take(long bytes, String complaint) {
        long there = setup.bootmem().orElse(Long.MAX_VALUE);
        if (bytes > there) {
            if (kernel == PercpuKernel.V2_6_31 && !complaint.isEmpty()) {
                say(complaint);
            }
            throw new NaiveDeath("Failed to initialized percpu areas.");
        }
    }

    private void say(String text) {
        world.happenings.add(Happening.message("printk", text));
    }

    private long register(long unit, long align) {
        long bytes = world.cpus * unit;
        long addr = vms.registerEarly(bytes, align);
        long room = world.machine == NaiveMachine.X86_64 ? 2L << 30 : world.machine.end - world.machine.start;
        long offset = world.machine.wrap(addr - world.machine.start);
        if (!NaiveMachine.less(offset, room) || NaiveMachine.less(room, offset + bytes)) {
            throw new UnspecifiedException("a first chunk where no memory stands for it");
        }
        return addr;
    }

    private void mapFrom(long addr, long unit, long present, boolean flush) {
        for (int cpu = 0; cpu < world.cpus; cpu++) {
            world.tell("map", addr + cpu * unit, addr + cpu * unit + present);
            world.mapped.add(addr + cpu * unit, addr + cpu * unit + present);
        }
        if (flush) {
            world.tell("flush_cache_vmap", addr, addr + (world.cpus - 1) * unit + present);
        }
    }
}
