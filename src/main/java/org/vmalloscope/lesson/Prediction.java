package org.vmalloscope.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question as it is put, with the right answer and wrong ones, all from playing the statement.
///
/// @param before the event position before the statement, where the engine waits
/// @param after the event position after it
/// @param decided the event position after the event that decided it
/// @param asks the question
/// @param hint how to answer it
/// @param choices two to four, exactly one of them right, all of them different
/// @param rights every right answer: of several nodes that turn black, each
/// @param entry what may be typed
/// @param result what happened, in a sentence
/// @param because why, in sentences about the events that decided it
public record Prediction(
        Question question,
        long before,
        long after,
        long decided,
        String asks,
        String hint,
        List<Choice> choices,
        Set<Answer> rights,
        Entry entry,
        String result,
        List<String> because) {
    public Prediction {
        choices = List.copyOf(choices);
        rights = Set.copyOf(rights);
        because = List.copyOf(because);
        long different = choices.stream().map(Choice::answer).distinct().count();
        long texts = choices.stream().map(Choice::text).distinct().count();
        Set<Answer> all = rights;
        long right =
                choices.stream().filter(choice -> all.contains(choice.answer())).count();
        if (choices.size() < 2
                || choices.size() > 4
                || different != choices.size()
                || texts != different
                || right != 1) {
            throw new IllegalArgumentException("choices " + choices + " with right " + rights);
        }
    }

    /// What may be typed instead of choosing.
    public enum Entry {
        NOTHING,
        ADDRESS,
        AMOUNT
    }

    public boolean isRight(Answer answer) {
        return rights.contains(answer);
    }

    /// The number (from 0) of the right choice.
    public int right() {
        for (int number = 0; number < choices.size(); number++) {
            if (isRight(choices.get(number).answer())) {
                return number;
            }
        }
        throw new IllegalStateException("no right choice");
    }

    /// The choice that an answer is, if it is offered.
    public Optional<Choice> choice(Answer answer) {
        return choices.stream().filter(choice -> choice.answer().equals(answer)).findFirst();
    }

    /// What typed words mean; none when they mean nothing.
    ///
    /// Of an address its last digits will do, when the offered ones share those before.
    public Optional<Answer> read(String typed) {
        String word = typed.strip().replace("\u2009", "").replace("_", "");
        return switch (entry) {
            case NOTHING -> Optional.empty();
            case AMOUNT ->
                word.matches("[0-9]{1,15}") ? Optional.of(new Answer.Amount(Long.parseLong(word))) : Optional.empty();
            case ADDRESS -> address(word);
        };
    }

    private Optional<Answer> address(String word) {
        if (word.equalsIgnoreCase("null")) {
            return Optional.of(new Answer.Address(0));
        }
        boolean whole = word.startsWith("0x") || word.startsWith("0X");
        String digits = whole ? word.substring(2) : word;
        if (!digits.matches("[0-9a-fA-F]{1,16}")) {
            return Optional.empty();
        }
        long value = Long.parseUnsignedLong(digits, 16);
        int bits = 4 * digits.length();
        return Optional.of(new Answer.Address(whole || bits >= Long.SIZE ? value : shared() & -1L << bits | value));
    }

    /// An address that is offered: all of them begin alike.
    private long shared() {
        Set<Long> offered = new HashSet<>();
        for (Choice choice : choices) {
            if (choice.answer() instanceof Answer.Address(long address) && address != 0) {
                offered.add(address);
            }
        }
        return offered.stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
