package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;
import static org.vmalloscope.model.NaiveMachine.less;

import java.util.List;

/// What pcpu_get_vm_areas demands of its arguments.
record GroupCheck(NaiveMachine machine, List<Long> offsets, List<Long> sizes, long align) {
    /// Where the area with the highest offset ends; a BUG for arguments that are not allowed.
    long lastEnd() {
        NaiveDeath.bugOn(Long.bitCount(align) != 1 || less(align, PAGE), 2119);
        int last = 0;
        for (int i = 0; i < offsets.size(); i++) {
            NaiveDeath.bugOn((offsets.get(i) & align - 1) != 0, 2125);
            NaiveDeath.bugOn((sizes.get(i) & align - 1) != 0, 2126);
            last = less(offsets.get(last), offsets.get(i)) ? i : last;
            for (int other = 0; other < offsets.size(); other++) {
                if (other != i) {
                    NaiveDeath.bugOn(
                            !less(offsets.get(other), offsets.get(i)) && less(offsets.get(other), end(i)), 2139);
                    NaiveDeath.bugOn(!less(end(i), end(other)) && less(offsets.get(i), end(other)), 2140);
                }
            }
        }
        return end(last);
    }

    private long end(int area) {
        return machine.wrap(offsets.get(area) + sizes.get(area));
    }
}
