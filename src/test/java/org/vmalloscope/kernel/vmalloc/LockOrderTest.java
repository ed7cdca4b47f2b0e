package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;

/// Which locks are taken while which others are held, in all small recorded scenarios.
final class LockOrderTest {
    private static final Path RECORDED = Path.of("src/test/resources/conformance");

    private final TreeSet<String> chains = new TreeSet<>();
    private final Deque<String> held = new ArrayDeque<>();

    private void take(Note note) {
        switch (note) {
            case LockTaken(String lock, long address) -> {
                held.addLast(lock);
                chains.add(String.join(" > ", held));
            }
            case LockReleased(String lock, long address) -> assertEquals(lock, held.removeLast(), "the last one taken");
            default -> {}
        }
    }

    @Test
    void locksAreOnlyTakenInTheDocumentedOrder() throws IOException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".vms")).toList()) {
                Play.watched((note, view) -> take(note), Files.readString(file));
                held.clear();
            }
        }
        assertEquals(
                List.of(
                        "purge_lock",
                        "purge_lock > rcu",
                        "purge_lock > vmap_area_lock",
                        "rcu",
                        "rcu > vb->lock",
                        "rcu > vb->lock > vbq->lock",
                        "vb->lock",
                        "vbq->lock",
                        "vmap_area_lock",
                        "vmap_block_tree_lock",
                        "vmlist_lock"),
                List.copyOf(chains));
    }
}
