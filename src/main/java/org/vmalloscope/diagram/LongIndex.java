package org.vmalloscope.diagram;

/// Numbers of addresses: a hash table from longs other than 0 to ints from 0, without an object for each.
final class LongIndex {
    static final int NONE = -1;

    private long[] keys;
    private int[] values;
    private int size;

    /// Empty, with room for so many.
    LongIndex(int expected) {
        int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected) * 2 - 1) * 2);
        keys = new long[capacity];
        values = new int[capacity];
    }

    /// The value of a key, or [#NONE].
    int get(long key) {
        int at = place(key);
        return keys[at] == key && key != 0 ? values[at] : NONE;
    }

    /// Sets the value of a key.
    void put(long key, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        int at = place(key);
        if (keys[at] == 0) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int index = 0; index < oldKeys.length; index++) {
            if (oldKeys[index] != 0) {
                int at = place(oldKeys[index]);
                keys[at] = oldKeys[index];
                values[at] = oldValues[index];
            }
        }
    }
}
