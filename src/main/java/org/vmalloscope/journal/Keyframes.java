package org.vmalloscope.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.memory.SimulatedMemory;

/// Memories of a run at ends of statements, some thousand stores apart, from which a time machine can begin.
///
/// They share the chunks in which they do not differ. When there are too many of them, or what they do not share takes
/// too much heap, every second one is dropped and the next ones are taken at twice the distance; so the heap they take
/// is bounded, and the way to any position is as short as that allows.
public final class Keyframes {
    private static final int NEAREST = 16_384;
    private static final int MOST_FRAMES = 256;
    private static final long MOST_BYTES = 64L << 20;

    private final int mostFrames;
    private final long mostBytes;
    private final List<Frame> frames = new ArrayList<>();
    private int distance;
    private long bytes;

    /// A memory when so many stores were done; `bytes` are what it does not share with the one before.
    record Frame(int stores, SimulatedMemory memory, long bytes) {}

    /// At most 256 keyframes, of at most 64 MiB besides what the run's memory takes anyway.
    public Keyframes() {
        this(NEAREST, MOST_FRAMES, MOST_BYTES);
    }

    Keyframes(int distance, int mostFrames, long mostBytes) {
        this.distance = distance;
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
    }

    /// A statement has ended, with so many stores done and this memory: a keyframe is taken if one is due.
    public void statementEnded(int stores, SimulatedMemory live) {
        int last = frames.isEmpty() ? 0 : frames.getLast().stores();
        if (stores - last < distance) {
            return;
        }
        add(new Frame(stores, live.replica(), 0));
        while (frames.size() > mostFrames || bytes > mostBytes && frames.size() > 1) {
            thin();
        }
    }

    private void add(Frame frame) {
        long besides = frames.isEmpty()
                ? 0
                : frame.memory().bytesBesides(frames.getLast().memory());
        frames.add(new Frame(frame.stores(), frame.memory(), besides));
        bytes += besides;
    }

    private void thin() {
        List<Frame> all = List.copyOf(frames);
        frames.clear();
        bytes = 0;
        for (int index = 1; index < all.size(); index += 2) {
            add(all.get(index));
        }
        distance *= 2;
    }

    /// The keyframe nearest to a store position.
    Optional<Frame> nearest(int stores) {
        int low = 0;
        int high = frames.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames.get(middle).stores() < stores) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        Frame after = frames.get(Math.min(low, frames.size() - 1));
        Frame before = frames.get(Math.max(0, low - 1));
        return Optional.of(Math.abs(after.stores() - stores) < Math.abs(before.stores() - stores) ? after : before);
    }

    /// Keyframes there are.
    int count() {
        return frames.size();
    }

    /// Bytes of heap that the keyframes take besides the first of them.
    public long heapBytes() {
        return bytes;
    }
}
