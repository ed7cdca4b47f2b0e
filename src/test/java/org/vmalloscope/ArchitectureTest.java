package org.vmalloscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.picture.PngWriter;

/// The arrows between packages, as docs/architecture.md draws them.
final class ArchitectureTest {
    private static final String ROOT = "org.vmalloscope.";
    private static final String[] LIBRARIES = {"java..", "org.jspecify.."};
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(
                    SimulatedMemory.class.getProtectionDomain().getCodeSource().getLocation());

    private static void mayUse(String name, String... others) {
        String[] allowed = Stream.of(Stream.of(LIBRARIES), Stream.of(name), Stream.of(others))
                .flatMap(packages -> packages)
                .map(each -> each.contains(".")
                                && !each.startsWith("kernel.")
                                && !each.startsWith("ui.")
                                && !each.startsWith("trace.")
                        ? each
                        : ROOT + each)
                .toArray(String[]::new);
        ArchRule rule = classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
        rule.check(CLASSES);
    }

    @Test
    void memoryStandsOnNothing() {
        mayUse("memory");
    }

    @Test
    void journalStandsOnMemory() {
        mayUse("journal", "memory");
    }

    @Test
    void kernelStandsOnMemoryAndJournal() {
        mayUse("kernel", "memory", "journal");
    }

    @Test
    void vmallocStandsOnTheKernel() {
        mayUse("kernel.vmalloc", "memory", "journal", "kernel");
    }

    @Test
    void scenarioStandsOnTheKernel() {
        mayUse("scenario", "memory", "journal", "kernel", "kernel.vmalloc", "kernel.percpu");
    }

    @Test
    void percpuStandsOnTheKernelAndOnVmalloc() {
        mayUse("kernel.percpu", "memory", "journal", "kernel", "kernel.vmalloc");
    }

    @Test
    void traceStandsOnScenario() {
        mayUse(
                "trace",
                "memory",
                "journal",
                "kernel",
                "kernel.vmalloc",
                "kernel.percpu",
                "scenario",
                "com.fasterxml.jackson.core..");
    }

    @Test
    void traceInputStandsOnNothing() {
        mayUse("trace.input");
    }

    @Test
    void vmallocinfoReadsLinesAndWritesAState() {
        mayUse("trace.vmallocinfo", "trace.input", "memory", "kernel", "kernel.vmalloc");
    }

    @Test
    void tracepointsAreReadFromLinesAndWrittenFromARun() {
        mayUse("trace.tracepoint", "trace.input", "memory", "journal", "kernel", "kernel.vmalloc", "scenario");
    }

    @Test
    void importedFilesBecomeScenarios() {
        mayUse(
                "trace.imported",
                "trace.input",
                "trace.vmallocinfo",
                "trace.tracepoint",
                "memory",
                "kernel",
                "kernel.vmalloc",
                "scenario");
    }

    @Test
    void pictureStandsOnNothing() {
        mayUse("picture", "javax.imageio..");
    }

    @Test
    void diagramReadsTheKernelAndDraws() {
        mayUse("diagram", "memory", "journal", "kernel", "kernel.vmalloc", "kernel.percpu", "picture");
    }

    @Test
    void debugKnowsScenariosAndNames() {
        mayUse("debug", "memory", "journal", "kernel", "kernel.vmalloc", "scenario", "diagram");
    }

    @Test
    void rulesReadVmallocsStateAndNothingElse() {
        mayUse("rules", "memory", "kernel", "kernel.vmalloc", "kernel.percpu");
    }

    @Test
    void inspectReadsTheKernelAndNamesThings() {
        mayUse("inspect", "memory", "journal", "kernel", "kernel.vmalloc", "kernel.percpu", "diagram");
    }

    @Test
    void lessonReadsRunsAndNames() {
        mayUse("lesson", "memory", "journal", "kernel", "kernel.vmalloc", "kernel.percpu", "scenario", "diagram");
    }

    @Test
    void commandsNeedNoWindow() {
        mayUse(
                "cli",
                "memory",
                "journal",
                "kernel",
                "kernel.vmalloc",
                "kernel.percpu",
                "scenario",
                "trace",
                "trace.vmallocinfo",
                "trace.tracepoint",
                "trace.imported",
                "picture",
                "diagram",
                "rules",
                "lesson",
                "picocli..");
    }

    @Test
    void viewModelsKnowNoControl() {
        mayUse(
                "ui.model",
                "memory",
                "journal",
                "kernel",
                "kernel.vmalloc",
                "kernel.percpu",
                "scenario",
                "trace.imported",
                "trace.vmallocinfo",
                "trace.tracepoint",
                "trace.input",
                "debug",
                "diagram",
                "inspect",
                "rules",
                "lesson",
                "picture",
                "javafx.beans..",
                "javafx.collections..");
    }

    /// Rows and messages are records that the inspector's models hand on as they are.
    @Test
    void viewsKnowViewModelsPicturesAndWhatTheInspectorReads() {
        mayUse(
                "ui.view",
                "ui.model",
                "inspect",
                "picture",
                "javafx..",
                "atlantafx..",
                "org.controlsfx..",
                "jfx.incubator..");
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("org.vmalloscope.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyThePngWriterUsesAwt() {
        noClasses()
                .that(not(belongToAnyOf(PngWriter.class)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheTimeMachineAndTheMemoryItselfRestoreWords() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "memory", ROOT + "journal")))
                .should()
                .callMethod(SimulatedMemory.class, "restore", int.class, long.class)
                .orShould()
                .callMethod(SimulatedMemory.class, "become", SimulatedMemory.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheKernelAndTheScenarioStore() {
        noClasses()
                .that(not(resideInAnyPackage(ROOT + "memory", ROOT + "journal", ROOT + "kernel..", ROOT + "scenario")))
                .should()
                .dependOnClassesThat(belongToAnyOf(SimulatedMemory.class))
                .check(CLASSES);
    }

    @Test
    void oneClassHandsWorkToTheFxThread() {
        noClasses()
                .that()
                .doNotHaveSimpleName("WindowApplication")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .check(CLASSES);
    }
}
