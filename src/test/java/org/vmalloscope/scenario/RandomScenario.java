package org.vmalloscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Texts of legal scenarios, made by chance, in all the spellings that the language has.
final class RandomScenario {
    private static final List<String> FLAVOURS = List.of("vmalloc", "vmalloc_user", "vmalloc_32", "vmalloc_exec");
    private static final List<String> KINDS = List.of("vmalloc", "vmap", "ioremap", "vm_map_ram", "group");

    private record Given(String name, String kind) {}

    private final Random random;
    private final List<Given> given = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean wide;

    private RandomScenario(Random random) {
        this.random = random;
    }

    /// A scenario of at most that many steps.
    static String text(Random random, int steps) {
        return new RandomScenario(random).text(steps);
    }

    private String text(int steps) {
        wide = random.nextBoolean();
        remarks();
        row("machine " + (wide ? "x86_64" : "i386") + " cpus=8 ram=" + size());
        boolean whole = random.nextInt(3) == 0;
        if (whole) {
            settings();
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            row("early size=" + (1 + random.nextInt(9999)) + " align=" + (1L << random.nextInt(32)));
        }
        row(whole ? "start_kernel" : "boot");
        for (int i = random.nextInt(steps + 1); i > 0; i--) {
            row(random.nextInt(5) < 3 || given.isEmpty() ? giving() : random.nextInt(3) == 0 ? other() : freeing());
        }
        remarks();
        return text.toString();
    }

    private void settings() {
        boolean older = random.nextBoolean();
        if (older || random.nextBoolean()) {
            row("kernel 2.6." + (older ? 31 : 32));
        }
        List<String> ways =
                older ? List.of("embed-auto", "embed", "4k", "lpage") : List.of("embed-auto", "embed", "page");
        if (random.nextInt(4) > 0) {
            String way = ways.get(random.nextInt(ways.size()));
            String sizes = random.nextBoolean() ? " static=" + (40_960 + random.nextInt(99_999)) : "";
            sizes += random.nextBoolean() ? " dyn=" + random.nextInt(99) + "K" : "";
            sizes += random.nextInt(3) > 0 ? "" : " reserved=0x" + Integer.toHexString(random.nextInt(1 << 16));
            sizes += random.nextInt(5) > 0 ? "" : " bootmem=" + random.nextInt(80) + "m";
            row("percpu " + way + sizes);
        }
    }

    private String giving() {
        String name = (random.nextBoolean() ? "n" : "_N") + random.nextInt(50);
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        given.removeIf(old -> old.name().equals(name));
        given.add(new Given(name, kind));
        return name + " = "
                + switch (kind) {
                    case "vmalloc" -> FLAVOURS.get(random.nextInt(FLAVOURS.size())) + " " + size();
                    case "vmap" -> "vmap " + random.nextInt(99);
                    case "ioremap" -> (random.nextBoolean() ? "ioremap " : "get_vm_area ") + size();
                    case "vm_map_ram" -> "vm_map_ram " + (1 + random.nextInt(99)) + (random.nextBoolean() ? "" : "k");
                    default -> group();
                };
    }

    private String group() {
        StringBuilder offsets = new StringBuilder(size());
        StringBuilder sizes = new StringBuilder("1");
        for (int i = random.nextInt(5); i > 0; i--) {
            offsets.append(',').append(size());
            sizes.append(',').append(1 + random.nextInt(1 << 20));
        }
        return "pcpu_get_vm_areas offsets=" + offsets + " sizes=" + sizes + " align=" + size();
    }

    private String freeing() {
        Given thing = given.remove(random.nextInt(given.size()));
        String any = List.of("vfree ", "vunmap ", "iounmap ").get(random.nextInt(3));
        boolean general = random.nextBoolean();
        String freeing = switch (thing.kind()) {
            case "ioremap" -> general ? any : "free_vm_area ";
            case "vm_map_ram" -> general ? any : "vm_unmap_ram ";
            case "group" -> "pcpu_free_vm_areas ";
            default -> any;
        };
        return freeing + thing.name();
    }

    private String other() {
        return switch (random.nextInt(10)) {
            case 6 ->
                "recorded_alloc 0x" + Integer.toHexString(random.nextInt(1 << 19)) + "000 size=8K align=4K"
                        + " vstart=0x1000 vend=0xffffffff" + (random.nextBoolean() ? "" : " failed=1") + " cpu=0";
            case 7 ->
                "recorded_free 0x" + Integer.toHexString(random.nextInt()) + (random.nextBoolean() ? "" : " cpu=0");
            case 8 -> "recorded_purge 0x1000 0x" + Integer.toHexString(random.nextInt()) + " count=3";
            case 0 -> "cpu " + random.nextInt(8);
            case 1 -> "rcu";
            case 2 -> "vm_unmap_aliases";
            case 3 -> "kmalloc_fail " + (1 + random.nextInt(9));
            case 5 -> "touch 0x" + Integer.toHexString(random.nextInt()) + (random.nextBoolean() ? "" : " 3");
            case 4 -> "vfree 0x" + Integer.toHexString(random.nextInt());
            default -> "vm_unmap_ram 0xF" + Integer.toHexString(random.nextInt(1 << 28)) + " 1";
        };
    }

    private String size() {
        long size = wide ? random.nextLong() : random.nextLong() & 0xffff_ffffL;
        return switch (random.nextInt(4)) {
            case 0 -> Long.toUnsignedString(size >>> random.nextInt(wide ? 64 : 32));
            case 1 -> "0x" + Long.toHexString(size);
            case 2 -> Long.toUnsignedString(size >>> (wide ? 34 : 24)) + (wide ? "G" : "k");
            default -> random.nextInt(4000) + (random.nextBoolean() ? "K" : "m");
        };
    }

    private void remarks() {
        while (random.nextInt(3) == 0) {
            row("");
        }
    }

    private void row(String words) {
        String blank = random.nextInt(8) == 0 ? " \t " : " ";
        String comment = random.nextInt(6) == 0 ? "#" + blank + "remark 🐧 # " : "";
        text.append(random.nextInt(9) == 0 ? blank : "")
                .append(words.replace(" ", blank))
                .append(comment)
                .append(random.nextInt(9) == 0 ? "\r\n" : "\n");
    }
}
