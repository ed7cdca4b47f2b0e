package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Functions in a kernel tree on the user's disk.
final class KernelTreeTest {
    private static final String FILE = """
            static void wanted(int a);
            static int other(void)
            {
            \treturn wanted(1);
            }

            static noinline void
            wanted(int a)
            {
            \tif (a) {
            \t\tother();
            \t}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theDefinitionIsFoundAndNotTheDeclarationNorACall() {
        assertEquals(
                Optional.of(new KernelTree.Found("wanted(int a)\n{\n\tif (a) {\n\t\tother();\n\t}\n}", 8, "")),
                KernelTree.find(FILE, "wanted"));
    }

    @Test
    void anEndlessDefinitionIsNone() {
        assertEquals(Optional.empty(), KernelTree.find("int wanted(int a)\n{\n\treturn 1;\n", "wanted"));
    }

    @Test
    void aFolderWithoutVmallocIsRefused() throws IOException {
        KernelTree tree = new KernelTree(Settings.load(folder.resolve("settings")));
        assertTrue(tree.choose(folder).orElseThrow().contains("has no mm/vmalloc.c"));
        assertEquals(Optional.empty(), tree.folder());
        Files.createDirectories(folder.resolve("mm"));
        Files.writeString(folder.resolve("mm/vmalloc.c"), FILE);
        assertEquals(Optional.empty(), tree.choose(folder));
        assertEquals(Optional.of(folder.toAbsolutePath()), tree.folder());
        assertEquals(
                "defines no missing",
                KernelTree.read(folder, "mm/vmalloc.c", "missing")
                        .fault()
                        .substring(folder.resolve("mm/vmalloc.c").toString().length() + 1));
        assertEquals(2, KernelTree.read(folder, "mm/vmalloc.c", "other").firstLine());
        assertTrue(KernelTree.read(folder, "mm/slab.c", "other").fault().contains("is not there"));
    }
}
