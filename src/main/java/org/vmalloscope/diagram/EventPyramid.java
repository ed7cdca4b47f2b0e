package org.vmalloscope.diagram;

import java.util.Arrays;

/// What happens in stretches of a run of any length: which kinds of events, how many stores, how deep the calls are.
///
/// A block is 64 events; 16 blocks of a layer are one of the layer above. So a stretch of any length is summed up in
/// some ten steps for each layer, and the whole takes a sixth of a byte for each event. Events count from 0 here.
final class EventPyramid {
    static final int BLOCK_BITS = 6;
    static final int BLOCK = 1 << BLOCK_BITS;
    private static final int FAN_BITS = 4;
    private static final int FAN = 1 << FAN_BITS;

    private final Layer[] layers = new Layer[12];

    EventPyramid() {
        Arrays.setAll(layers, layer -> new Layer());
    }

    /// Sums for each stretch of one length.
    private static final class Layer {
        private int[] kinds = new int[4];
        private int[] stores = new int[4];
        private byte[] deepest = new byte[4];
        private int size;

        void add(int stretch, int kind, int store, int depth) {
            if (stretch >= kinds.length) {
                kinds = Arrays.copyOf(kinds, stretch * 2);
                stores = Arrays.copyOf(stores, stretch * 2);
                deepest = Arrays.copyOf(deepest, stretch * 2);
            }
            kinds[stretch] |= kind;
            stores[stretch] += store;
            deepest[stretch] = (byte) Math.max(deepest[stretch], depth);
            size = stretch + 1;
        }
    }

    /// Takes in whole blocks: `block` counts from 0.
    void add(int block, int kinds, int stores, int deepest) {
        int stretch = block;
        for (Layer layer : layers) {
            layer.add(stretch, kinds, stores, deepest);
            stretch >>>= FAN_BITS;
        }
    }

    /// A sum over stretches.
    static final class Sum {
        /// The kinds that occur, a bit each.
        int kinds;

        /// Stores there are.
        long stores;

        /// The most calls that are open at once.
        int deepest;
    }

    /// Adds the blocks from the one to the other (exclusive) to a sum.
    void sum(long first, long end, Sum sum) {
        sum(first, end, 0, sum);
    }

    private void sum(long first, long end, int layer, Sum sum) {
        long from = first;
        while (from < end) {
            boolean up = layer + 1 < layers.length && (from & FAN - 1) == 0 && from + FAN <= end;
            if (up) {
                sum(from >>> FAN_BITS, end >>> FAN_BITS, layer + 1, sum);
                from = end >>> FAN_BITS << FAN_BITS;
            } else {
                take(layer, from++, sum);
            }
        }
    }

    private void take(int number, long stretch, Sum sum) {
        Layer layer = layers[number];
        if (stretch < layer.size) {
            int at = (int) stretch;
            sum.kinds |= layer.kinds[at];
            sum.stores += layer.stores[at];
            sum.deepest = Math.max(sum.deepest, layer.deepest[at]);
        }
    }
}
