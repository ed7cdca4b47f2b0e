package org.vmalloscope.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuWay;
import org.vmalloscope.scenario.Statement.BreakpointLine;
import org.vmalloscope.scenario.Statement.KernelLine;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;
import org.vmalloscope.scenario.Statement.PercpuLine;
import org.vmalloscope.scenario.Statement.Step;
import org.vmalloscope.scenario.Statement.Touch;
import org.vmalloscope.scenario.Statement.VmUnmapRam;
import org.vmalloscope.scenario.Statement.VmUnmapRamAt;

/// The words of one statement, taken one after the other by the reader of its form.
///
/// A bad or missing word becomes an error and is read as a stand-in that every record accepts, so that the rest of
/// the statement is looked at too; the statement is then thrown away.
final class Arguments {
    private static final int STAND_IN = 1;
    private static final String STAND_IN_NAME = "_";
    private static final Breakpoint STAND_IN_BREAKPOINT = new Breakpoint.OnFunction(STAND_IN_NAME);

    private static final String NEITHER = " is neither a name nor an address (0x and hex digits)";

    private final Form form;
    private final Clause clause;
    private final Surroundings surroundings;
    private final ErrorList errors;
    private final List<Word> unused;
    private final List<String> missing = new ArrayList<>();
    private final List<String> empty = new ArrayList<>();

    Arguments(Form form, Clause clause, Surroundings surroundings, ErrorList errors) {
        this.form = form;
        this.clause = clause;
        this.surroundings = surroundings;
        this.errors = errors;
        this.unused = new ArrayList<>(clause.rest());
    }

    /// Ends the reading: reports a word that nothing took, or else what was missing.
    void finish() {
        String advice = ": write '" + form.usage() + "'";
        if (!unused.isEmpty()) {
            Word first = unused.getFirst();
            error(first, "unexpected " + Quoted.word(first.text()) + advice);
        } else if (!missing.isEmpty()) {
            error(clause.keyword(), "'" + form.keyword() + "' lacks " + String.join(", ", missing) + advice);
        }
    }

    /// The NAME before `=`; the parser has checked it.
    String name() {
        return clause.name().map(Word::text).filter(Checks::isAllowedName).orElse(STAND_IN_NAME);
    }

    long size() {
        return orStandIn(next("SIZE"), word -> values().size(word, 0));
    }

    long positiveSize(String key) {
        return orStandIn(option(key), word -> values().size(word, 1));
    }

    long powerOfTwo(String key) {
        Optional<Word> word = option(key);
        long size = orStandIn(word, found -> values().size(found, 0));
        if (Long.bitCount(size) == 1) {
            return size;
        }
        String message = key + " " + Long.toUnsignedString(size) + " is not a power of two";
        word.ifPresent(found -> error(found, message));
        return STAND_IN;
    }

    long count(int least) {
        return orStandIn(next("COUNT"), word -> values().count(word, least));
    }

    /// N of kmalloc_fail.
    long nth() {
        UnaryOperator<String> fault = n -> "kmalloc " + n + " cannot fail: N is 1 to " + Statement.MAX_COUNT;
        return orStandIn(next("N"), word -> values().number(word, 1, Statement.MAX_COUNT, fault));
    }

    int cpu() {
        int last = surroundings.cpus() - 1;
        String existing = last == 0 ? "only CPU 0" : "CPUs 0 to " + last;
        UnaryOperator<String> fault = n -> "CPU " + n + " does not exist: this machine has " + existing;
        return (int) orStandIn(next("N"), word -> values().number(word, 0, last, fault));
    }

    /// NAME or ADDR; the name is freed.
    Target target(Set<Result> wanted) {
        Optional<Word> word = next("NAME or ADDR");
        if (word.filter(found -> Numerals.isHexadecimal(found.text())).isPresent()) {
            return new Target.ByAddress(orStandIn(word, found -> values().address(found)));
        }
        return new Target.ByName(freed(word, wanted, NEITHER));
    }

    /// NAME of a result of that kind; it is freed.
    String freed(Result wanted) {
        return freed(next("NAME"), Set.of(wanted), " is not a name: '" + form.keyword() + "' takes a NAME");
    }

    Step vmUnmapRam() {
        Optional<Word> word = next("NAME or ADDR");
        if (word.filter(found -> Numerals.isHexadecimal(found.text())).isPresent()) {
            return new VmUnmapRamAt(orStandIn(word, found -> values().address(found)), count(1));
        }
        return new VmUnmapRam(freed(word, Set.of(Result.RAM), NEITHER));
    }

    /// NAME or ADDR, and perhaps a page; a name that was freed will do.
    Touch touch() {
        Optional<Word> word = next("NAME or ADDR");
        Target target =
                word.filter(found -> Numerals.isHexadecimal(found.text())).isPresent()
                        ? new Target.ByAddress(orStandIn(word, found -> values().address(found)))
                        : new Target.ByName(touched(word));
        return new Touch(target, unused.isEmpty() ? 0 : count(0));
    }

    private String touched(Optional<Word> word) {
        if (word.isEmpty()) {
            return STAND_IN_NAME;
        }
        String name = word.get().text();
        if (!Checks.isAllowedName(name)) {
            error(word.get(), Quoted.word(name) + NEITHER);
            return STAND_IN_NAME;
        }
        surroundings.names().touch(name).ifPresent(objection -> error(word.get(), objection));
        return name;
    }

    MachineLine machineLine() {
        next("x86_64 or i386").ifPresent(this::readMachine);
        Machine machine = surroundings.machine();
        String range = machine.label() + " has 1 to " + machine.nrCpus();
        UnaryOperator<String> fault = n -> n + " CPUs are not possible: " + range;
        option("cpus")
                .map(word -> values().number(word, 1, machine.nrCpus(), fault))
                .ifPresent(cpus -> cpus.ifPresent(n -> surroundings.setCpus((int) n)));
        long ram = orStandIn(option("ram"), word -> values().size(word, 0));
        return new MachineLine(machine, surroundings.cpus(), ram);
    }

    BreakpointLine breakpoint() {
        List<Word> words = List.copyOf(unused);
        unused.clear();
        Optional<Breakpoint> read = new BreakpointReader(clause.keyword(), words, this::error).read();
        return new BreakpointLine(read.orElse(STAND_IN_BREAKPOINT));
    }

    KernelLine kernelLine() {
        next("2.6.31 or 2.6.32").ifPresent(this::readKernel);
        return new KernelLine(surroundings.kernel());
    }

    private void readKernel(Word word) {
        Arrays.stream(PercpuKernel.values())
                .filter(kernel ->
                        kernel != PercpuKernel.V2_6_30 && kernel.series().equals(word.text()))
                .findFirst()
                .ifPresentOrElse(
                        surroundings::setKernel,
                        () -> error(
                                word, "unknown kernel " + Quoted.word(word.text()) + ": there are 2.6.31 and 2.6.32"));
    }

    PercpuLine percpuLine() {
        PercpuWay way = next("a way, e.g. embed-auto").map(this::way).orElse(PercpuWay.EMBED_AUTO);
        long ofStatic = share("static", BootSetup.LEAST_STATIC, BootSetup.USUAL_STATIC);
        long reserved = share("reserved", 0, BootSetup.USUAL_RESERVED);
        long dyn = share("dyn", 0, BootSetup.USUAL_DYN);
        long most = BootSetup.mostBootmem(surroundings.machine());
        OptionalLong bootmem = optional("bootmem")
                .map(word -> bounded(word, "bootmem", 0, most))
                .orElse(OptionalLong.empty());
        long sum = ofStatic + reserved + dyn;
        if (sum > BootSetup.MOST) {
            String message = "static, reserved and dyn are " + sum + " bytes together: a unit has room for 1M";
            error(clause.keyword(), message);
            return new PercpuLine(BootSetup.usual(way));
        }
        return new PercpuLine(new BootSetup(way, ofStatic, reserved, dyn, bootmem));
    }

    private PercpuWay way(Word word) {
        PercpuKernel kernel = surroundings.kernel();
        Optional<PercpuWay> way = PercpuWay.named(word.text());
        if (way.filter(found -> found.isOf(kernel)).isEmpty()) {
            String fault =
                    way.isPresent() ? " is no way of kernel " + kernel.series() : " is no way to make a first chunk";
            String ways = PercpuWay.of(kernel).stream().map(PercpuWay::label).collect(Collectors.joining(", "));
            String advice =
                    way.isPresent() ? ": write 'kernel " + other(kernel) + "' above it, or one of " : ": write one of ";
            error(word, Quoted.word(word.text()) + fault + advice + ways);
        }
        return way.orElse(PercpuWay.EMBED_AUTO);
    }

    private static String other(PercpuKernel kernel) {
        return (kernel == PercpuKernel.V2_6_31 ? PercpuKernel.V2_6_32 : PercpuKernel.V2_6_31).series();
    }

    /// The bytes that an area of a unit gets.
    private long share(String key, long least, long usual) {
        return optional(key)
                .map(word -> bounded(word, key, least, BootSetup.MOST))
                .orElse(OptionalLong.empty())
                .orElse(usual);
    }

    private OptionalLong bounded(Word word, String key, long least, long most) {
        OptionalLong size = values().size(word, 0);
        if (size.isPresent()
                && (Long.compareUnsigned(size.getAsLong(), least) < 0
                        || Long.compareUnsigned(size.getAsLong(), most) > 0)) {
            String bytes = Long.toUnsignedString(size.getAsLong());
            error(word, key + " " + bytes + " is not possible here: it is " + least + " to " + most + " bytes");
            return OptionalLong.empty();
        }
        return size;
    }

    PcpuGetVmAreas pcpuGetVmAreas() {
        Optional<List<Long>> offsets = option("offsets").flatMap(word -> values().sizes(word, 0));
        Optional<Word> sizesWord = option("sizes");
        Optional<List<Long>> sizes = sizesWord.flatMap(word -> values().sizes(word, 1));
        long align = orStandIn(option("align"), word -> values().size(word, 0));
        if (offsets.isPresent() && sizes.isPresent()) {
            int given = offsets.get().size();
            if (given == sizes.get().size()) {
                return new PcpuGetVmAreas(name(), offsets.get(), sizes.get(), align);
            }
            String message = "offsets: " + given + ", sizes: " + sizes.get().size() + ": give as many of each";
            sizesWord.ifPresent(word -> error(word, message));
        }
        List<Long> standIn = List.of((long) STAND_IN);
        return new PcpuGetVmAreas(name(), standIn, standIn, align);
    }

    private void readMachine(Word word) {
        for (Machine machine : Machine.values()) {
            if (machine.label().equals(word.text())) {
                surroundings.setMachine(machine);
                return;
            }
        }
        error(word, "unknown machine " + Quoted.word(word.text()) + ": there are x86_64 and i386");
    }

    private String freed(Optional<Word> word, Set<Result> wanted, String notName) {
        if (word.isEmpty()) {
            return STAND_IN_NAME;
        }
        String name = word.get().text();
        if (!Checks.isAllowedName(name)) {
            error(word.get(), Quoted.word(name) + notName);
            return STAND_IN_NAME;
        }
        surroundings
                .names()
                .free(name, wanted, form.keyword(), clause.line())
                .ifPresent(objection -> error(word.get(), objection));
        return name;
    }

    /// Takes the next word that is no option.
    Optional<Word> next(String what) {
        for (int i = 0; i < unused.size(); i++) {
            if (unused.get(i).text().indexOf('=') < 0) {
                return Optional.of(unused.remove(i));
            }
        }
        missing.add(what);
        return Optional.empty();
    }

    /// Takes the first word `key=VALUE`, wherever it stands, and gives the VALUE.
    Optional<Word> option(String key) {
        Optional<Word> found = optional(key);
        if (found.isEmpty() && !empty.contains(key)) {
            missing.add(key + "=");
        }
        return found;
    }

    /// The same for an option that may be left out.
    Optional<Word> optional(String key) {
        String prefix = key + "=";
        for (int i = 0; i < unused.size(); i++) {
            Word word = unused.get(i);
            if (word.text().startsWith(prefix)) {
                unused.remove(i);
                Optional<Word> value = value(word, prefix);
                if (value.isEmpty()) {
                    empty.add(key);
                }
                return value;
            }
        }
        return Optional.empty();
    }

    private Optional<Word> value(Word word, String prefix) {
        if (word.text().length() == prefix.length()) {
            error(word, "'" + prefix + "' has no value: write '" + form.usage() + "'");
            return Optional.empty();
        }
        return Optional.of(new Word(word.text().substring(prefix.length()), word.column() + prefix.length()));
    }

    /// Made anew each time, because reading the machine's label changes the word that values must fit.
    Values values() {
        return new Values(clause, surroundings.machine().abi(), errors);
    }

    static long orStandIn(Optional<Word> word, Function<Word, OptionalLong> reader) {
        return word.map(reader).orElse(OptionalLong.empty()).orElse(STAND_IN);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /// The line that the statement stands on.
    int line() {
        return clause.line();
    }

    void error(Word word, String message) {
        errors.add(clause.error(word, message));
    }
}
