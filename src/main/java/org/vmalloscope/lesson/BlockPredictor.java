package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.lesson.Prediction.Entry;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.scenario.Statement;

/// Asks about vmap_blocks: which one serves a vm_map_ram, where in it, what is dirty, and when it goes.
record BlockPredictor(Stage stage, Wording words) {
    private static final long PAGE = Machine.PAGE_SIZE;

    // Where in a block

    Prediction address(Question question, Statement.VmMapRam ram) throws CannotAskException {
        long right = stage.address();
        long pages = Long.highestOneBit(2 * ram.count() - 1);
        Draft draft = new Draft(words.say("address.asks", ram.name()), words.say("block.hint"), Entry.ADDRESS);
        draft.right(page(right, ram.count(), ""));
        Scene before = stage.before();
        int cpu = before.view().ground().control().currentCpu();
        for (NumberedBlock numbered : before.view().blocks()) {
            VmapBlock block = numbered.block();
            int dirty = bits(block, true).nextSetBit(0);
            if (dirty >= 0) {
                draft.wrong(page(at(block, dirty), ram.count(), words.say("why.used-once")));
            }
        }
        for (NumberedBlock numbered : before.view().blocks()) {
            VmapBlock block = numbered.block();
            int free = bits(block, false).nextClearBit(0);
            boolean own = before.view().cpuOf(block) == cpu;
            if (free < machine().vmapBbmapBits()) {
                String why = own
                        ? words.say("why.aligned-in-block", Sizes.pages(pages))
                        : words.say("why.other-cpu", before.view().cpuOf(block), cpu);
                draft.wrong(page(at(block, free), ram.count(), why));
            }
        }
        long block = machine().vmapBlockSize();
        long above = before.areas().isEmpty()
                ? machine().vmallocStart() + block - 1 & -block
                : before.areas().getLast().vaEnd() + PAGE + block - 1 & -block;
        draft.wrong(page(above, ram.count(), words.say("why.has-room")));
        stage.after().block(right).ifPresent(own -> {
            draft.wrong(page(own.va().vaStart(), ram.count(), words.say("why.handed-out")));
            draft.wrong(page(right + pages * PAGE, ram.count(), words.say("why.first-free")));
        });
        draft.wrong(page(0, ram.count(), words.say("why.not-null")));
        draft.result(words.say("block.result.address", ram.name(), pageText(right)))
                .because(because(), decided());
        return draft.done(question, stage, AddressPredictor.order());
    }

    private Machine machine() {
        return stage.run().config().machine();
    }

    private static long at(VmapBlock block, int page) {
        return block.va().vaStart() + page * PAGE;
    }

    private BitSet bits(VmapBlock block, boolean dirty) {
        BitSet bits = new BitSet();
        int word = block.memory().abi().wordBits();
        for (int bit = 0; bit < machine().vmapBbmapBits(); bit++) {
            long map = dirty ? block.dirtyMap(bit / word) : block.allocMap(bit / word);
            bits.set(bit, (map >>> bit % word & 1) != 0);
        }
        return bits;
    }

    private Choice page(long address, long pages, String why) {
        return address == 0
                ? new Choice(words.say("address.null"), new Answer.Address(0), why)
                : new Choice(
                        pageText(address),
                        new Answer.Address(address),
                        Optional.of(new PageRange(address, address + pages * PAGE)),
                        why);
    }

    private String pageText(long address) {
        Scene before = stage.before();
        return before.block(address)
                .map(block -> words.say(
                        "block.page",
                        before.names().block(block),
                        address - block.va().vaStart() >>> Machine.PAGE_SHIFT))
                .or(() -> stage.after()
                        .block(address)
                        .map(block -> words.say(
                                "block.page",
                                words.say("block.new"),
                                address - block.va().vaStart() >>> Machine.PAGE_SHIFT)))
                .orElseGet(() -> words.say("block.new-page", stage.shown().shown(address)));
    }

    private List<String> because() {
        List<String> sentences = stage.sentences(
                event -> event instanceof FunctionEntered entered
                                && entered.function().equals("new_vmap_block")
                        || event instanceof ObjectAllocated allocated
                                && allocated.type().equals("vmap_block")
                        || event instanceof Store store && store.now() != 0 && isBlockWord(store),
                4);
        return sentences.isEmpty() ? List.of(words.say("block.no-event")) : sentences;
    }

    private boolean isBlockWord(Store store) {
        long address = stage.after().view().memory().addressOf(store.slot());
        return stage.after()
                .view()
                .ground()
                .objectAt(address)
                .map(object -> object.type().name().equals("vmap_block")
                        && address - object.address()
                                >= VmapBlock.TYPE.field("free").offset(abi())
                        && address - object.address()
                                < VmapBlock.TYPE.field("free_list.next").offset(abi()))
                .orElse(false);
    }

    private Abi abi() {
        return machine().abi();
    }

    private Optional<Integer> decided() {
        return stage.last(event -> event instanceof Store store && isBlockWord(store))
                .or(() -> stage.last(event ->
                        event instanceof FunctionLeft left && left.function().equals("vb_alloc")));
    }

    // Which block, which CPU

    Prediction which(Question question, String name) throws CannotAskException {
        VmapBlock right = served(name);
        Scene before = stage.before();
        Draft draft = new Draft(words.say("block.which.asks", name), words.say("block.which.hint"), Entry.NOTHING);
        boolean isNew = before.block(right.va().vaStart()).isEmpty();
        draft.right(isNew ? newBlock(new Answer.Area(right.va().address()), "") : blockChoice(right, ""));
        int cpu = before.view().ground().control().currentCpu();
        for (NumberedBlock numbered : before.view().blocks()) {
            VmapBlock block = numbered.block();
            int owner = before.view().cpuOf(block);
            boolean listed =
                    before.view().freeBlocks(owner).stream().anyMatch(each -> each.address() == block.address());
            String key = !listed ? "why.full" : owner != cpu ? "why.other-cpu" : isNew ? "why.no-run" : "why.later";
            draft.wrong(blockChoice(block, words.say(key, owner, cpu)));
        }
        if (!isNew) {
            draft.wrong(newBlock(new Answer.Word("new"), words.say("why.has-room")));
        }
        String which = isNew ? words.say("block.new") : before.names().block(right);
        draft.result(words.say("block.which.result", name, which)).because(because(), decided());
        return draft.done(question, stage, Comparator.comparing(choice -> choice.text()));
    }

    private Choice newBlock(Answer answer, String why) {
        return new Choice(words.say("block.new"), answer, why);
    }

    private Choice blockChoice(VmapBlock block, String why) {
        Scene before = stage.before();
        String text = words.say(
                "block.of-cpu", before.names().block(block), before.view().cpuOf(block));
        return new Choice(
                text,
                new Answer.Area(block.va().address()),
                Optional.of(block.va().range()),
                why);
    }

    private VmapBlock served(String name) throws CannotAskException {
        long address = stage.address();
        Optional<VmapBlock> block =
                address == 0 ? Optional.empty() : stage.after().block(address);
        return block.orElseThrow(() -> new CannotAskException(
                "statement " + (stage.statement() + 1) + " gives '" + name + "' no pages of a block"));
    }

    Prediction cpu(Question question, String name) throws CannotAskException {
        int right = stage.after().view().cpuOf(served(name));
        Draft draft = new Draft(words.say("block.cpu.asks", name), words.say("choose.hint"), Entry.NOTHING);
        draft.right(cpuChoice(right, ""));
        for (int cpu = 0; cpu < stage.run().config().cpus(); cpu++) {
            draft.wrong(cpuChoice(cpu, words.say("why.made-on", right)));
        }
        draft.result(words.say("block.cpu.result", name, right)).because(because(), decided());
        return draft.done(question, stage, Comparator.comparing(choice -> choice.text()));
    }

    private Choice cpuChoice(int cpu, String why) {
        return new Choice(words.say("block.cpu", cpu), new Answer.Amount(cpu), why);
    }

    // What becomes of it

    Prediction gone(Question question, String name) throws CannotAskException {
        VmapBlock block = before(name);
        boolean gone = stage.after().view().blocks().stream()
                .noneMatch(numbered -> numbered.block().address() == block.address());
        String called = stage.before().names().block(block);
        List<String> counts = List.of(words.say(
                "block.counts", called, Sizes.count(free(block)), Sizes.count(dirtyAfter(block, gone)), bitsInAll()));
        List<String> why = new ArrayList<>(counts);
        why.addAll(stage.sentences(event -> event instanceof RcuQueued || isFree(event), 3));
        return new YesNoPredictor(stage, words)
                .yesNo(
                        question,
                        words.say("block.gone.asks", called),
                        gone,
                        words.say(gone ? "block.gone.result" : "block.stays.result", called),
                        words.say("why.block-lives", bitsInAll()))
                .because(why, stage.last(event -> event instanceof RcuQueued).or(this::decided))
                .done(question, stage, YesNoPredictor.ORDER);
    }

    private static boolean isFree(Event event) {
        return event instanceof FunctionEntered entered && entered.function().equals("free_vmap_block");
    }

    private String bitsInAll() {
        return Sizes.count(machine().vmapBbmapBits());
    }

    private long free(VmapBlock block) {
        return new VmapBlock(stage.after().view().memory(), block.address()).free();
    }

    private long dirtyAfter(VmapBlock block, boolean gone) {
        return gone
                ? machine().vmapBbmapBits()
                : new VmapBlock(stage.after().view().memory(), block.address()).dirty();
    }

    private VmapBlock before(String name) throws CannotAskException {
        long address = stage.addressOf(name);
        return stage.before()
                .block(address)
                .orElseThrow(() -> new CannotAskException("'" + name + "' is in no block here"));
    }

    Prediction dirty(Question question, String name) throws CannotAskException {
        VmapBlock block = before(name);
        boolean gone = stage.after().view().blocks().stream()
                .noneMatch(numbered -> numbered.block().address() == block.address());
        long right = dirtyAfter(block, gone);
        long was = block.dirty();
        String called = stage.before().names().block(block);
        Draft draft = new Draft(words.say("block.dirty.asks", called), words.say("amount.hint"), Entry.AMOUNT);
        draft.right(pages(right, ""));
        BitSet used = bits(block, false);
        draft.wrong(pages(was, words.say("why.dirty-same")));
        draft.wrong(pages(0, words.say("why.dirty-none")));
        draft.wrong(pages(unrounded(name, was), words.say("why.dirty-rounded")));
        draft.wrong(pages(used.cardinality(), words.say("why.dirty-all")));
        draft.wrong(pages(right - was, words.say("why.dirty-adds")));
        draft.wrong(pages(right + 1, words.say("why.dirty-rounded")));
        draft.result(words.say("block.dirty.result", called, Sizes.pages(right)))
                .because(because(), decided());
        return draft.done(question, stage, AmountPredictor.ORDER);
    }

    /// What would be dirty if only the pages asked for were.
    private long unrounded(String name, long was) {
        for (int index = stage.statement(); index >= 0; index--) {
            if (stage.scenario().lines().get(index).statement() instanceof Statement.VmMapRam ram
                    && ram.name().equals(name)) {
                return was + ram.count();
            }
        }
        return was + 1;
    }

    private Choice pages(long pages, String why) {
        return new Choice(Sizes.pages(pages), new Answer.Amount(pages), why);
    }
}
