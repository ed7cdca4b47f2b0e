package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is kept of a text that is not saved. That a killed process leaves it behind is shown by CrashTest.
final class RecoveryTest {
    private static final String TEXT = "machine i386 cpus=2 ram=16M\nboot\na = vmalloc 4K\n";
    private static final Instant TIME = Instant.parse("2026-11-25T12:34:56Z");

    @TempDir
    private Path folder = Path.of("");

    /// A window as far as this goes.
    private final class Window {
        final SessionModel session =
                new SessionModel(ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH));
        final Opener opener = new Opener(session, Runnable::run, Runnable::run);
        final Recovery recovery =
                new Recovery(opener, session, folder, Runnable::run, Runnable::run, InstantSource.fixed(TIME));
    }

    private List<Path> kept() throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(".recovery")).toList();
        }
    }

    private void leave(String name, Recovered left) throws IOException {
        Files.writeString(folder.resolve(name + ".recovery"), left.written());
    }

    private static Recovered left(String name, String content) {
        return new Recovered(name, Optional.of(Path.of("/tmp/" + name)), 1, TIME, content);
    }

    @Test
    void aSavedTextIsNotKept() throws IOException {
        Window window = new Window();
        window.opener.open("two.vms", TEXT);
        window.recovery.tick();
        assertEquals(List.of(), kept());
    }

    @Test
    void aChangedTextIsKeptUntilItIsSaved() throws IOException {
        Window window = new Window();
        window.opener.open("two.vms", "\uFEFF" + TEXT.replace("\n", "\r\n"));
        window.opener.append("rcu");
        window.recovery.tick();
        Recovered kept = Recovered.read(Files.readString(kept().getFirst())).orElseThrow();
        assertEquals("\uFEFF" + (TEXT + "rcu\n").replace("\n", "\r\n"), kept.content());
        assertEquals(new Recovered("two.vms", Optional.empty(), 2, TIME, kept.content()), kept);
        Path file = folder.resolve("two.vms");
        window.opener.editor().saveAs(file);
        window.recovery.tick();
        assertEquals(List.of(), kept());
        window.opener.append("rcu");
        window.recovery.tick();
        assertEquals(1, kept().size());
    }

    @Test
    void aTextWithErrorsIsKeptToo() throws IOException {
        Window window = new Window();
        window.opener.open("two.vms", TEXT);
        window.opener.append("not a statement");
        window.recovery.tick();
        assertTrue(Files.readString(kept().getFirst()).endsWith(TEXT + "not a statement\n"));
    }

    @Test
    void aCleanEndLeavesNothing() throws IOException {
        Window window = new Window();
        window.opener.open("two.vms", TEXT);
        window.opener.append("rcu");
        window.recovery.tick();
        window.recovery.close();
        try (var inside = Files.list(folder)) {
            assertEquals(List.of(), inside.toList());
        }
    }

    @Test
    void whatWasLeftIsOfferedAndRestored() throws IOException {
        leave("x", left("two.vms", TEXT + "rcu\n"));
        Window window = new Window();
        window.recovery.look();
        assertEquals(
                "two.vms", window.recovery.offerProperty().get().orElseThrow().name());
        assertEquals("", window.opener.editor().text());
        window.recovery.restore();
        assertEquals(TEXT + "rcu\n", window.opener.editor().text());
        assertTrue(window.opener.editor().dirtyProperty().get());
        assertEquals(1, window.session.currentProperty().get());
        assertEquals(Optional.empty(), window.recovery.offerProperty().get());
        assertEquals(1, kept().size());
        assertFalse(Files.exists(folder.resolve("x.recovery")));
    }

    @Test
    void whatIsOfferedStaysUntilSomebodyDecides() throws IOException {
        leave("x", left("two.vms", TEXT));
        Window window = new Window();
        window.recovery.look();
        window.recovery.close();
        assertEquals(1, kept().size());
        Window next = new Window();
        next.recovery.look();
        assertTrue(next.recovery.offerProperty().get().isPresent());
        next.recovery.discard();
        assertEquals(List.of(), kept());
    }

    @Test
    void severalAreOfferedOneAfterTheOther() throws IOException {
        leave("x", left("one.vms", TEXT));
        leave("y", left("two.vms", TEXT));
        Window window = new Window();
        window.recovery.look();
        window.recovery.discard();
        assertEquals(
                "two.vms", window.recovery.offerProperty().get().orElseThrow().name());
    }

    @Test
    void windowsDoNotTakeEachOthersTexts() throws IOException {
        Window one = new Window();
        one.opener.open("one.vms", TEXT);
        one.opener.append("rcu");
        one.recovery.tick();
        Window two = new Window();
        two.recovery.look();
        assertEquals(Optional.empty(), two.recovery.offerProperty().get());
        two.opener.open("two.vms", TEXT);
        two.opener.append("rcu");
        two.recovery.tick();
        assertEquals(2, kept().size());
        one.recovery.close();
        assertEquals(1, kept().size());
    }

    @Test
    void whatIsBrokenIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("x.recovery"), "something else");
        leave("y", left("two.vms", TEXT));
        Window window = new Window();
        window.recovery.look();
        assertEquals(
                "two.vms", window.recovery.offerProperty().get().orElseThrow().name());
        assertTrue(Files.exists(folder.resolve("x.recovery")));
    }

    @Test
    void aFolderThatCannotBeUsedIsTold() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Window window = new Window();
        Recovery recovery = new Recovery(
                window.opener,
                window.session,
                folder.resolve("file").resolve("recovery"),
                Runnable::run,
                Runnable::run,
                InstantSource.fixed(TIME));
        recovery.look();
        window.opener.open("two.vms", TEXT);
        window.opener.append("rcu");
        recovery.tick();
        assertFalse(recovery.faultProperty().get().isEmpty());
    }

    @Test
    void anyNameAndTextComesBackAsItWas() {
        for (String content : List.of("", "\n\n", "a\r\nb", "\uFEFFx", "file: y\n\ntime: z", "é 😀")) {
            Recovered text = new Recovered("a\\n\nb\r: c", Optional.of(Path.of("/x\n\\y")), -1, TIME, content);
            assertEquals(Optional.of(text), Recovered.read(text.written()));
        }
        assertEquals(Optional.empty(), Recovered.read("vmalloscope recovery 1\nname: x\n\ntext"));
    }
}
