package org.vmalloscope.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Keeps the text of one window while it is not saved, and offers what killed programs left.
///
/// Every window has a file of its own ([RecoveryFile]). It is written a moment after each change and goes when the text
/// is saved or the window is closed. What was left is offered, one text after the other, and stays until it was
/// restored and kept anew, or discarded. Used on the FX thread; files are written on a thread of their own.
public final class Recovery {
    /// Seconds between two calls of [#tick]: a change is kept within two.
    public static final double SECONDS = 1;

    private final Opener opener;
    private final SessionModel session;
    private final Path folder;
    private final Executor background;
    private final Executor fxThread;
    private final InstantSource clock;
    private final Deque<RecoveryFile> left = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Recovered>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private String keptText = "";
    private boolean keeps;

    /// Guards the file, which two threads use.
    private final Object guard = new Object();

    private @Nullable RecoveryFile mine;
    private boolean closed;

    /// Keeps files in a folder, which need not exist.
    public Recovery(
            Opener opener,
            SessionModel session,
            Path folder,
            Executor background,
            Executor fxThread,
            InstantSource clock) {
        this.opener = opener;
        this.session = session;
        this.folder = folder;
        this.background = background;
        this.fxThread = fxThread;
        this.clock = clock;
    }

    /// The folder of this user.
    public static Path folder() {
        return SettingsFolder.STATE.path().resolve("recovery");
    }

    /// Looks for what killed programs left, and offers the first.
    public void look() {
        for (Path file : files()) {
            try {
                RecoveryFile.lock(file).ifPresent(left::add);
            } catch (IOException unreadable) {
                fault.set(file + ": " + EditorFile.fault(unreadable));
            }
        }
        offerNext();
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return new ArrayList<>(inside.filter(file -> file.toString().endsWith(RecoveryFile.ENDING))
                    .sorted()
                    .toList());
        } catch (IOException unreadable) {
            fault.set(folder + ": " + EditorFile.fault(unreadable));
            return List.of();
        }
    }

    /// Offers the first of those left that can be read; the others stay as they are, for a better program.
    private void offerNext() {
        Optional<Recovered> found = Optional.empty();
        while (found.isEmpty() && !left.isEmpty()) {
            try {
                found = left.getFirst().kept();
                if (found.isEmpty()) {
                    left.removeFirst().close();
                }
            } catch (IOException unreadable) {
                fault.set(folder + ": " + EditorFile.fault(unreadable));
                left.removeFirst();
            }
        }
        offer.set(found);
    }

    /// Opens the offered text. Its file goes only when the text is kept in this window's.
    public void restore() {
        offer.get().ifPresent(text -> {
            RecoveryFile from = left.removeFirst();
            opener.restore(text, () -> {
                if (keep(text)) {
                    forget(from);
                }
            });
            offerNext();
        });
    }

    /// Forgets the offered text.
    public void discard() {
        if (!left.isEmpty()) {
            forget(left.removeFirst());
        }
        offerNext();
    }

    private void forget(RecoveryFile file) {
        try {
            file.forget();
            file.close();
        } catch (IOException stays) {
            fault.set(folder + ": " + EditorFile.fault(stays));
        }
    }

    /// Keeps the text if it was changed since it was kept, and nothing when it is saved. To be called once a second.
    public void tick() {
        EditorModel editor = opener.editor();
        if (!editor.dirtyProperty().get()) {
            if (keeps) {
                keeps = false;
                background.execute(this::forgetMine);
            }
        } else if (!keeps || !editor.text().equals(keptText)) {
            keeps = true;
            keptText = editor.text();
            Recovered now = now(editor);
            background.execute(() -> keep(now));
        }
    }

    private Recovered now(EditorModel editor) {
        EditorDocument document = editor.documentProperty().get();
        return new Recovered(
                document.name(),
                document.file().map(Path::toAbsolutePath),
                session.currentProperty().get(),
                clock.instant(),
                document.format().spelled(editor.text()));
    }

    private boolean keep(Recovered text) {
        synchronized (guard) {
            try {
                if (!closed) {
                    RecoveryFile file = mine == null ? RecoveryFile.create(folder) : mine;
                    mine = file;
                    file.keep(text);
                }
                return !closed;
            } catch (IOException failed) {
                String message = folder + ": " + EditorFile.fault(failed);
                fxThread.execute(() -> fault.set(message));
                return false;
            }
        }
    }

    private void forgetMine() {
        synchronized (guard) {
            if (mine != null) {
                try {
                    mine.forget();
                } catch (IOException stays) {
                    String message = folder + ": " + EditorFile.fault(stays);
                    fxThread.execute(() -> fault.set(message));
                }
            }
        }
    }

    /// The window closes, and its text was saved or given up: nothing is kept of it. What is still on offer stays for
    /// the next start.
    public void close() throws IOException {
        synchronized (guard) {
            forgetMine();
            closed = true;
            if (mine != null) {
                mine.close();
            }
        }
        for (RecoveryFile each : left) {
            each.close();
        }
        left.clear();
    }

    /// The text that is offered.
    public ReadOnlyObjectProperty<Optional<Recovered>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /// Why a text could not be kept; empty when all is well.
    public ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }
}
