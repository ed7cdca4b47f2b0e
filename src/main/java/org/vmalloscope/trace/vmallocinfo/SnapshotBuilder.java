package org.vmalloscope.trace.vmallocinfo;

import org.vmalloscope.trace.vmallocinfo.KernelGuess.Signs;

/// A snapshot whose lines are still coming in.
final class SnapshotBuilder {
    private final String title;
    private final AreaTable.Builder areas = new AreaTable.Builder();
    private long strangeWords;
    private boolean wide;
    private boolean physPrefixed;
    private boolean physBare;
    private boolean requested;

    SnapshotBuilder(String title) {
        this.title = title;
    }

    int count() {
        return areas.count();
    }

    /// Whether a line repeats the first one: a new reading has begun. Zeros repeat everywhere and say nothing.
    boolean startsAgain(AreaLineParser parsed) {
        return areas.count() > 1
                && parsed.start != 0
                && (parsed.words & AreaWord.UNPURGED.bit()) == 0
                && areas.startsAgain(parsed.start, parsed.end, parsed.size);
    }

    void add(AreaLineParser parsed, byte[] line, long number) {
        areas.add(parsed, line, number);
        observe(parsed);
    }

    void replaceLast(AreaLineParser parsed, byte[] line, boolean wasStrange) {
        areas.replaceLast(parsed, line);
        strangeWords -= wasStrange ? 1 : 0;
        observe(parsed);
    }

    private void observe(AreaLineParser parsed) {
        strangeWords += parsed.unknownTo > 0 ? 1 : 0;
        wide |= parsed.pointerDigits > 8 || parsed.pointerDigits == 0;
        physPrefixed |= parsed.hasPhys && parsed.physPrefixed;
        physBare |= parsed.hasPhys && !parsed.physPrefixed;
        requested |= parsed.requested >= 0;
    }

    Snapshot build() {
        AreaTable table = areas.build();
        AddressMode mode = mode(table);
        int disagreeing = 0;
        if (mode == AddressMode.REAL) {
            for (int index = 0; index < table.size(); index++) {
                disagreeing += table.agrees(index) ? 0 : 1;
            }
        }
        return new Snapshot(title, mode, wide, table, KernelGuess.of(signs(table, mode)), disagreeing, strangeWords);
    }

    /// True addresses differ by the size; hashes hardly ever do.
    private AddressMode mode(AreaTable table) {
        int zero = 0;
        int agreeing = 0;
        for (int index = 0; index < table.size(); index++) {
            boolean none = table.start(index) == 0 && table.end(index) == 0;
            zero += none ? 1 : 0;
            agreeing += !none && table.agrees(index) ? 1 : 0;
        }
        if (zero == table.size()) {
            return AddressMode.ZEROED;
        }
        return agreeing * 2 > table.size() - zero ? AddressMode.REAL : AddressMode.HASHED;
    }

    private Signs signs(AreaTable table, AddressMode mode) {
        boolean ascending = true;
        boolean last = true;
        boolean unpurged = false;
        boolean sparse = false;
        boolean vmMapRam = false;
        long before = 0;
        for (int index = 0; index < table.size(); index++) {
            sparse |= table.is(index, AreaWord.SPARSE);
            vmMapRam |= table.is(index, AreaWord.VM_MAP_RAM);
            if (table.is(index, AreaWord.UNPURGED)) {
                unpurged = true;
                continue;
            }
            last &= !unpurged;
            ascending &= !table.agrees(index) || Long.compareUnsigned(before, table.start(index)) <= 0;
            before = table.agrees(index) ? table.start(index) : before;
        }
        return new Signs(
                table.size(),
                mode == AddressMode.REAL,
                mode == AddressMode.HASHED && wide,
                ascending,
                unpurged,
                last,
                sparse,
                vmMapRam,
                physPrefixed,
                physBare,
                requested);
    }
}
