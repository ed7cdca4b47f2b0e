package org.vmalloscope.journal;

import static org.vmalloscope.journal.ToyRun.add;
import static org.vmalloscope.journal.ToyRun.enter;
import static org.vmalloscope.journal.ToyRun.leave;
import static org.vmalloscope.journal.ToyRun.line;
import static org.vmalloscope.journal.ToyRun.tell;

import java.util.List;

/// Three statements by hand: one with calls inside calls, one without any, one that dies inside a call.
///
/// ```
/// 1 tell                  10 tell        11 tell
/// 2 enter f               (end)          12 enter f
///     one                                     one
///     two                                13   add
/// 3   add                                     two
///     three                              14   enter g
/// 4   enter g                                   in
///       in                               15     died
/// 5     add                              (end)
///       out
/// 6   leave g
///     four
/// 7   add
/// 8 leave f
/// 9 tell
/// (end)
/// ```
final class CallsRun {
    private CallsRun() {}

    static ToyRun play() {
        return new ToyRun(List.of(
                List.of(
                        tell(0),
                        enter("f", Argument.count("n", 3)),
                        line("one"),
                        line("two", Argument.count("n", 4), Argument.address("p", 0x1000)),
                        add(0, 1),
                        line("three"),
                        enter("g"),
                        line("in", Argument.number("i", 7)),
                        add(1, 1),
                        line("out"),
                        leave("g"),
                        line("four"),
                        add(2, 1),
                        leave("f"),
                        tell(1)),
                List.of(tell(2)),
                List.of(
                        tell(3),
                        enter("f", Argument.count("n", 1)),
                        line("one"),
                        add(0, 1),
                        line("one"),
                        line("two"),
                        enter("g"),
                        line("in"),
                        new ToyRun.Act.Tell(new Note.Died("oops")))));
    }
}
