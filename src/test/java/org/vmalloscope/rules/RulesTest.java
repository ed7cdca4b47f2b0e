package org.vmalloscope.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.rules.Oddity.Kind;
import org.vmalloscope.rules.Verdict.State;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;

/// Every rule can be broken by a single store, and the checker says which one it is; and what is odd is noticed.
class RulesTest {
    private static final String TEXT = """
            machine x86_64 cpus=2 ram=16M
            boot
            a = vmalloc 8K
            b = vmap 3
            c = vm_map_ram 4
            d = ioremap 16K
            e = vmalloc 12K
            f = vmalloc 4K
            g = vm_map_ram 64
            touch a 0
            vfree e
            vm_unmap_ram c
            """;

    /// A memory that may be spoilt.
    private static final class Spoilt {
        private final SimulatedMemory memory;
        private final VmallocView view;

        Spoilt(String text) {
            Run run = switch (ScenarioParser.parse(text)) {
                case Scenario scenario -> Run.toEnd(scenario);
                case ScenarioErrors errors -> throw new IllegalArgumentException(errors.toString());
            };
            var time = run.timeMachine();
            time.seek(time.length());
            memory = time.snapshot();
            view = run.view(memory);
        }

        VmapArea area(int number) {
            return view.areas().get(number);
        }

        VmapBlock block() {
            return view.blocks().getFirst().block();
        }

        void set(VmapArea area, String field, long value) {
            memory.store(area.address(), VmapArea.TYPE.field(field), value);
        }

        void set(VmStruct vm, String field, long value) {
            memory.store(vm.address(), VmStruct.TYPE.field(field), value);
        }

        void set(VmapBlock block, String field, long value) {
            memory.store(block.address(), VmapBlock.TYPE.field(field), value);
        }

        private long region(String name) {
            return memory.regions().stream()
                    .filter(region -> region.name().equals(name))
                    .map(Region::base)
                    .findFirst()
                    .orElseThrow();
        }

        /// Lets the slab believe that an object is free.
        void free(long object) {
            long tag = region("slab bookkeeping") + (object - region("slab heap"));
            memory.store(tag, memory.load(tag) & ~1L);
        }

        List<Verdict> verdicts() {
            return Rules.check(view, Work.NONE);
        }
    }

    private static Consumer<Spoilt> mistake(Rule rule) {
        return switch (rule) {
            case TREE_ROOT ->
                s -> s.memory.store(s.view.tree().root(), s.area(0).rbNode() | 1);
            case TREE_RED -> s -> paint(s, s.view.tree().parent(redNode(s)));
            case TREE_HEIGHTS -> s -> paint(s, redNode(s));
            case TREE_PARENTS ->
                s -> s.memory.store(
                        s.view.tree().left(s.view.tree().root()), 1 | s.area(4).rbNode());
            case TREE_ORDER -> s -> s.set(s.area(1), "va_end", s.area(2).vaStart() + 1);
            case LIST_TREE -> s -> s.memory.store(s.area(0).list(), s.area(2).list());
            case LIST_ORDER -> s -> s.set(s.area(1), "va_start", s.area(3).vaStart());
            case LIST_LINKS ->
                s -> s.memory.store(s.area(2).list() + 8, s.area(0).list());
            case AREAS_LIVE -> s -> s.free(s.area(2).address());
            case VMLIST_LIVE -> s -> s.free(s.view.vmlist().getLast().address());
            case VMLIST_ORDER ->
                s -> s.set(
                        s.view.vmlist().getFirst(),
                        "addr",
                        s.view.areas().getLast().vaStart());
            case VM_AREA -> s -> s.set(s.view.vmlist().getFirst(), "size", 4096);
            case VM_LISTED ->
                s -> s.memory.store(
                        s.view.data().vmlist(), s.view.vmlist().getFirst().next());
            case LAZY_NR -> s -> s.memory.store(s.view.data().vmapLazyNr(), 1);
            case PURGED_GONE -> s -> s.set(s.area(1), "flags", 6);
            case BLOCK_INDEX -> s -> s.set(s.block(), "va", s.area(1).address());
            case BLOCK_COUNTS -> s -> s.set(s.block(), "free", 12);
            case BLOCK_MAPS -> s -> s.set(s.block(), "dirty", 1024);
            case BLOCK_LISTS ->
                s -> s.memory.store(s.view.queue(0).free(), s.view.queue(0).free());
            case PAGES_MAPPED -> s -> s.set(s.area(0), "va_end", s.area(0).vaStart() + 4096);
            case TLBS ->
                s -> s.memory.store(
                        s.region("TLBs") + 16, s.view.config().machine().vmallocStart() + (1L << 30));
            case FRAMES -> s -> s.set(s.view.vmlist().getFirst(), "nr_pages", 5000);
            case RCU_QUEUE ->
                s -> s.memory.store(
                        s.view.data().symbols().address("rcu_queue"), s.area(1).address() + 88);
            case QUIET -> s -> s.memory.store(s.view.data().vmlistLock(), 1);
        };
    }

    private static void paint(Spoilt s, long node) {
        s.memory.store(node, s.memory.load(node) ^ 1);
    }

    private static long redNode(Spoilt s) {
        return s.view.areas().stream()
                .map(VmapArea::rbNode)
                .filter(node -> !s.view.tree().isBlack(node))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSoundMemoryObeysAllRules() {
        assertEquals(
                List.of(State.HOLDS),
                new Spoilt(TEXT)
                        .verdicts().stream().map(Verdict::state).distinct().toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleCanBeBroken(Rule rule) {
        Spoilt spoilt = new Spoilt(TEXT);
        mistake(rule).accept(spoilt);
        Verdict verdict = spoilt.verdicts().get(Arrays.asList(Rule.values()).indexOf(rule));
        assertEquals(rule, verdict.rule());
        State expected = rule == Rule.PURGED_GONE ? State.KNOWN : State.BROKEN;
        assertEquals(expected, verdict.state(), verdict.toString());
        RuleWords words = new RuleWords(address -> "<" + Long.toHexString(address) + ">");
        for (Breach breach : verdict.breaches()) {
            String said = words.sentence(breach);
            assertFalse(said.isBlank() || said.contains("{"), said);
        }
        assertFalse(words.sentence(rule).contains("{"));
    }

    @Test
    void aFunctionAtWorkExcusesWhatItBreaks() {
        Spoilt spoilt = new Spoilt(TEXT);
        mistake(Rule.TREE_HEIGHTS).accept(spoilt);
        Work inserting = new Work(List.of("vmalloc", "alloc_vmap_area", "__insert_vmap_area"), false);
        Verdict verdict = Rules.check(spoilt.view, inserting)
                .get(Arrays.asList(Rule.values()).indexOf(Rule.TREE_HEIGHTS));
        assertEquals(State.BETWEEN, verdict.state());
        assertEquals("__insert_vmap_area", verdict.function());
        Work other = new Work(List.of("vfree"), false);
        Verdict broken =
                Rules.check(spoilt.view, other).get(Arrays.asList(Rule.values()).indexOf(Rule.TREE_HEIGHTS));
        assertEquals(State.BROKEN, broken.state());
    }

    private static Set<Kind> oddities(String text) {
        Spoilt memory = new Spoilt(text);
        return Oddities.of(memory.view, Rules.breaches(memory.view)).stream()
                .map(Oddity::kind)
                .collect(Collectors.toSet());
    }

    @Test
    void earlyAreasAreOdd() {
        Set<Kind> found = oddities("""
                machine x86_64 cpus=1 ram=16M
                early size=8K align=4K
                early size=8K align=4K
                boot
                """);
        assertTrue(
                found.containsAll(Set.of(Kind.IMPORTED, Kind.ALLOC_READS_AS_FREEING, Kind.VMLIST_DESCENDS)),
                found.toString());
    }

    @Test
    void whatIsFreedLazilyIsOdd() {
        Set<Kind> found = oddities("""
                machine x86_64 cpus=1 ram=16M
                boot
                a = vmalloc 8K
                b = vmalloc 8K
                touch a 0
                vfree a
                """);
        assertEquals(Set.of(Kind.GAP_PAGE, Kind.PRIVATE_DANGLES, Kind.LAZY_MAPPED), found);
    }

    @Test
    void linksAfterAPurgeAreOdd() {
        Set<Kind> found = oddities("""
                machine x86_64 cpus=1 ram=16M
                boot
                a = vmalloc 8K
                b = vmalloc 8K
                vfree a
                vm_unmap_aliases
                """);
        assertEquals(Set.of(Kind.STALE_LINKS), found);
    }

    @Test
    void blocksAreOdd() {
        Set<Kind> found = oddities("""
                machine i386 cpus=1 ram=16M
                boot
                a = vm_map_ram 32
                b = vm_map_ram 32
                vm_unmap_ram a
                """);
        assertEquals(Set.of(Kind.BLOCK_PAGE_ONCE, Kind.FULL_BLOCK_SKIPPED), found);
    }

    @Test
    void everyOddityHasAWord() {
        RuleWords words = new RuleWords(Long::toHexString);
        for (Kind kind : Kind.values()) {
            String said = words.sentence(new Oddity(kind, List.of(1L, 2L), 2));
            assertFalse(said.isBlank() || said.contains("{"), said);
        }
    }
}
