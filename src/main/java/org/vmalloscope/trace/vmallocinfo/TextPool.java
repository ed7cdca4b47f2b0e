package org.vmalloscope.trace.vmallocinfo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vmalloscope.trace.input.Ascii;

/// Texts that occur again and again, each kept once and known by a number from 0; 0 is the empty one.
final class TextPool {
    private int[] table = new int[1 << 10];
    private byte[][] bytes = new byte[256][];
    private int count;

    TextPool() {
        bytes[0] = new byte[0];
        count = 1;
    }

    /// The number of the text between two indexes.
    int number(byte[] line, int from, int to) {
        if (to <= from) {
            return 0;
        }
        int slot = slot(table, line, from, to);
        if (table[slot] == 0) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, count * 2);
            }
            bytes[count] = Arrays.copyOfRange(line, from, to);
            table[slot] = count++;
            if (count * 2 > table.length) {
                grow();
            }
            return count - 1;
        }
        return table[slot];
    }

    private int slot(int[] where, byte[] line, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + line[i];
        }
        int slot = (hash ^ hash >>> 15) & where.length - 1;
        while (where[slot] != 0) {
            byte[] text = bytes[where[slot]];
            if (Arrays.equals(text, 0, text.length, line, from, to)) {
                return slot;
            }
            slot = slot + 1 & where.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        for (int number = 1; number < count; number++) {
            larger[slot(larger, bytes[number], 0, bytes[number].length)] = number;
        }
        table = larger;
    }

    /// All texts, by number.
    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            texts.add(Ascii.text(bytes[number], 0, bytes[number].length));
        }
        return texts;
    }
}
