package org.vmalloscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.Scenario.SettingLine;
import org.vmalloscope.scenario.Statement.BreakpointLine;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.Setting;
import org.vmalloscope.scenario.Statement.Step;

/// One parse of one text, row by row.
///
/// One slip should give one error. So a name that a faulty statement gave may be used for anything, statements
/// wait for the machine line once and not each, and so for a boot that never comes.
final class Parse {
    /// The most characters a statement can have; a comment can have any number.
    private static final int LONGEST = 10_000;

    private static final String EXAMPLE = "'machine x86_64 cpus=1 ram=16M'";

    private final List<String> rows;
    private final ErrorList errors = new ErrorList();
    private final Surroundings surroundings = new Surroundings();
    private final List<Line> lines = new ArrayList<>();
    private final List<PlacedBreakpoint> breakpoints = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<SettingLine> settings = new ArrayList<>();
    private final int firstBoot;
    private int firstStep;
    private @Nullable MachineLine machine;
    private int machineLine;
    private int bootLine;
    private boolean complainedOfMachine;
    private boolean complainedOfBoot;

    Parse(List<String> rows) {
        this.rows = rows;
        this.firstBoot = firstBoot(rows);
    }

    Parsed result() {
        for (int i = 0; i < rows.size(); i++) {
            row(i + 1, rows.get(i));
            errors.endRow();
        }
        Optional<ScenarioErrors> found = errors.result();
        if (found.isPresent()) {
            return found.get();
        }
        if (machine == null) {
            String message = "no machine line: a scenario begins with e.g. " + EXAMPLE;
            return ScenarioErrors.of(new ScenarioError(1, 1, 0, message));
        }
        return new Scenario(machine, machineLine, settings, lines, breakpoints, comments, rows.size());
    }

    private void row(int line, String source) {
        int end = Word.statementEnd(source);
        if (end < source.length()) {
            comments.add(new Comment(line, source.substring(end + 1)));
        }
        if (end > LONGEST) {
            String message = "line too long: a statement has at most 10000 characters, this one " + end;
            errors.add(new ScenarioError(line, LONGEST + 1, end - LONGEST, message));
            return;
        }
        List<Word> words = Word.split(source);
        if (!words.isEmpty()) {
            statement(Clause.of(line, words), words, source);
        }
    }

    private void statement(Clause clause, List<Word> words, String source) {
        Optional<Form> form = Grammar.form(clause.keyword().text());
        if (form.isPresent()) {
            statement(clause, form.get())
                    .ifPresent(step -> lines.add(new Line(step, clause.line(), joined(words, source), source)));
        } else {
            UnknownStatement unknown = new UnknownStatement(clause, !errors.isFull());
            errors.add(unknown.error());
            unknown.name().ifPresent(surroundings.names()::bindUnsure);
            complainedOfMachine |= unknown.meant("machine");
            complainedOfBoot |= unknown.meant("boot") || unknown.meant("start_kernel");
        }
    }

    /// The step that the clause asks for; empty for what is no step and when there is an error.
    private Optional<Step> statement(Clause clause, Form form) {
        checkPlace(clause, form);
        checkName(clause, form);
        Arguments arguments = new Arguments(form, clause, surroundings, errors);
        Statement statement = form.reader().apply(arguments);
        arguments.finish();
        boolean sound = !errors.inRow();
        if (form.binds()) {
            clause.name().ifPresent(name -> bind(name.text(), form, clause.line(), sound));
        }
        return switch (statement) {
            case MachineLine found -> {
                machine = found;
                yield Optional.empty();
            }
            case BreakpointLine(Breakpoint found) -> {
                if (sound) {
                    breakpoints.add(new PlacedBreakpoint(clause.line(), found));
                }
                yield Optional.empty();
            }
            case Setting setting -> {
                settings.add(new SettingLine(clause.line(), setting));
                yield Optional.empty();
            }
            case Step step -> sound ? Optional.of(step) : Optional.empty();
        };
    }

    private void bind(String name, Form form, int line, boolean sound) {
        if (sound) {
            surroundings.names().bind(name, form, line);
        } else {
            surroundings.names().bindUnsure(name);
        }
    }

    private void checkName(Clause clause, Form form) {
        if (clause.name().isPresent() != form.binds()) {
            String fault = form.binds() ? "gives a result that needs a name" : "gives no result to name";
            Word word = clause.name().orElse(clause.keyword());
            error(clause, word, "'" + form.keyword() + "' " + fault + ": write '" + form.usage() + "'");
            return;
        }
        clause.name().filter(name -> !Checks.isAllowedName(name.text())).ifPresent(name -> {
            String fault = Checks.isName(name.text())
                    ? " is too long a name: it can have " + Checks.MAX_NAME + " characters"
                    : " is not a name: write a letter or '_', then letters (a-z, A-Z), digits, '_'";
            error(clause, name, Quoted.word(name.text()) + fault);
        });
    }

    private void checkPlace(Clause clause, Form form) {
        if (form.season() != Season.FIRST && machineLine == 0 && !complainedOfMachine) {
            complainedOfMachine = true;
            error(clause, clause.keyword(), "the machine line must come first, e.g. " + EXAMPLE);
        }
        boolean step = form.season() != Season.FIRST && form.season() != Season.HEADER;
        firstStep = step && firstStep == 0 ? clause.line() : firstStep;
        switch (form.season()) {
            case FIRST -> machineLine = once(clause, machineLine);
            case HEADER -> checkHeader(clause, form);
            case BEFORE_BOOT -> checkNotBooted(clause, form);
            case BOOT -> bootLine = bootsOnce(clause);
            case AFTER_BOOT -> checkBooted(clause, form);
            case ALWAYS -> {}
        }
    }

    private void checkBooted(Clause clause, Form form) {
        boolean tooEarly = clause.line() < firstBoot;
        boolean neverBooted = firstBoot == 0 && !complainedOfBoot;
        if (tooEarly || neverBooted) {
            complainedOfBoot = true;
            String boot = tooEarly ? boot(firstBoot) : "a 'boot'";
            String message = "'" + form.keyword() + "' needs " + boot + " above it: before boot only ";
            error(clause, clause.keyword(), message + Grammar.BEFORE_BOOT_LIST + " are allowed");
        }
    }

    private void checkNotBooted(Clause clause, Form form) {
        if (bootLine != 0) {
            String message = "'" + form.keyword() + "' must come before " + boot(bootLine);
            error(clause, clause.keyword(), message);
        }
    }

    /// A setting comes once and before all steps; the kernel comes first, because it decides which ways there are.
    private void checkHeader(Clause clause, Form form) {
        for (SettingLine before : settings) {
            String keyword = before.setting().keyword();
            if (keyword.equals(form.keyword())) {
                once(clause, before.line());
            } else if (form.keyword().equals("kernel")) {
                String message = "'kernel' must come before 'percpu' (line " + before.line() + ")";
                error(clause, clause.keyword(), message);
            }
        }
        if (firstStep != 0) {
            String message = "'" + form.keyword() + "' must come before all steps, and line " + firstStep + " is one";
            error(clause, clause.keyword(), message);
        }
    }

    /// The line of the first of the statements that boot, which this one should be.
    private int bootsOnce(Clause clause) {
        String keyword = clause.keyword().text();
        if (bootLine == 0 || isKeyword(bootLine, keyword)) {
            return once(clause, bootLine);
        }
        error(clause, clause.keyword(), "'" + keyword + "' boots again: " + boot(bootLine) + " has done it");
        return bootLine;
    }

    /// The statement that boots in a line, as messages name it.
    private String boot(int line) {
        return "'" + (isKeyword(line, "boot") ? "boot" : "start_kernel") + "' (line " + line + ")";
    }

    private boolean isKeyword(int line, String keyword) {
        return Clause.of(line, Word.split(rows.get(line - 1))).keyword().text().equals(keyword);
    }

    /// The line of the first of the statements that may come once, which this one should be.
    private int once(Clause clause, int first) {
        if (first == 0) {
            return clause.line();
        }
        String message = "' stands in line " + first + " already: it may come only once";
        error(clause, clause.keyword(), "'" + clause.keyword().text() + message);
        return first;
    }

    private void error(Clause clause, Word word, String message) {
        errors.add(clause.error(word, message));
    }

    /// The words with single blanks; the source itself when it is the same.
    private static String joined(List<Word> words, String source) {
        StringBuilder text = new StringBuilder(source.length());
        for (Word word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word.text());
        }
        return source.contentEquals(text) ? source : text.toString();
    }

    private static int firstBoot(List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i).stripLeading();
            if (row.startsWith("boot") || row.startsWith("start_kernel")) {
                Clause clause = Clause.of(i + 1, Word.split(rows.get(i)));
                String keyword = clause.keyword().text();
                if (clause.name().isEmpty() && (keyword.equals("boot") || keyword.equals("start_kernel"))) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
