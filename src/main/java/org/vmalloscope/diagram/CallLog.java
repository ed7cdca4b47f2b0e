package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.diagram.EventLog.Call;

/// The calls of a run in the order of entering, packed in arrays: 23 bytes a call, at most [#MOST] of them.
final class CallLog {
    static final int MOST = 1_000_000;
    private static final int DEEPEST = 100;

    private long[] first = new long[64];
    private long[] last = new long[64];
    private int[] caller = new int[64];
    private short[] name = new short[64];
    private byte[] depths = new byte[64];
    private int size;
    private long firstLost = Long.MAX_VALUE;
    private final int[] stack = new int[DEEPEST];
    private int depth;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void entered(String function, long event) {
        int number = -1;
        if (size < MOST) {
            number = size++;
            room();
            first[number] = event;
            last[number] = Long.MAX_VALUE;
            caller[number] = depth == 0 ? -1 : stack[Math.min(depth, DEEPEST) - 1];
            depths[number] = (byte) depth;
            name[number] = (short) (int) numbers.computeIfAbsent(function, fresh -> {
                names.add(fresh);
                return names.size() - 1;
            });
        } else {
            firstLost = Math.min(firstLost, event);
        }
        if (depth < DEEPEST) {
            stack[depth++] = number;
        }
    }

    private void room() {
        if (size > first.length) {
            int length = first.length * 2;
            first = Arrays.copyOf(first, length);
            last = Arrays.copyOf(last, length);
            caller = Arrays.copyOf(caller, length);
            name = Arrays.copyOf(name, length);
            depths = Arrays.copyOf(depths, length);
        }
    }

    void left(long event) {
        if (depth > 0) {
            depth--;
            if (stack[depth] >= 0) {
                last[stack[depth]] = event;
            }
        }
    }

    /// A statement that died left its calls open; they end with its last event.
    void closeAll(long event) {
        while (depth > 0) {
            left(event);
        }
    }

    /// Calls that are open now.
    int depth() {
        return depth;
    }

    /// The number of calls entered before an event.
    private int before(long event) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] < event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int count(long from, long to) {
        return before(to + 1) - before(from);
    }

    List<Call> between(long from, long to, long end) {
        List<Call> found = new ArrayList<>();
        int start = before(from);
        for (int call = start - 1; call >= 0; call = caller[call]) {
            if (last[call] >= from) {
                found.add(0, call(call, end));
            }
        }
        for (int call = start; call < size && first[call] <= to; call++) {
            found.add(call(call, end));
        }
        return found;
    }

    private Call call(int call, long end) {
        return new Call(names.get(name[call]), first[call], Math.min(end, last[call]), depths[call]);
    }

    long knownTo(long events) {
        return Math.min(events, firstLost - 1);
    }
}
