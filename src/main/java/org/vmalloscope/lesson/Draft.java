package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.lesson.Prediction.Entry;

/// A prediction in the making: the right answers first, then wrong ones, the most tempting first.
///
/// An answer that is there already, and a wrong one that is right, is left out; so are all after the third wrong one.
final class Draft {
    private static final int MOST = 4;

    private final String asks;
    private final String hint;
    private final Entry entry;
    private final Set<Answer> rights = new HashSet<>();
    private final Map<Answer, Choice> choices = new LinkedHashMap<>();
    private String result = "";
    private List<String> because = List.of();
    private Optional<Integer> decided = Optional.empty();

    Draft(String asks, String hint, Entry entry) {
        this.asks = asks;
        this.hint = hint;
        this.entry = entry;
    }

    /// An answer that is right, but is not offered.
    Draft alsoRight(Answer answer) {
        rights.add(answer);
        return this;
    }

    Draft right(Choice choice) {
        rights.add(choice.answer());
        choices.put(choice.answer(), choice);
        return this;
    }

    Draft wrong(Choice choice) {
        boolean same = choices.values().stream().anyMatch(other -> other.text().equals(choice.text()));
        if (!rights.contains(choice.answer()) && choices.size() < MOST && !same) {
            choices.putIfAbsent(choice.answer(), choice);
        }
        return this;
    }

    boolean isFull() {
        return choices.size() == MOST;
    }

    /// How many answers are offered so far.
    int size() {
        return choices.size();
    }

    /// What happened, in a sentence.
    Draft result(String sentence) {
        result = sentence;
        return this;
    }

    /// Why, and the number (from 1) of the event that decided it.
    Draft because(List<String> sentences, Optional<Integer> event) {
        because = sentences;
        decided = event;
        return this;
    }

    /// The finished prediction; `order` says in which order the answers stand.
    Prediction done(Question question, Stage stage, Comparator<Choice> order) throws CannotAskException {
        if (choices.size() < 2) {
            throw new CannotAskException("there is only one answer to this here: ask it elsewhere");
        }
        List<Choice> sorted = new ArrayList<>(choices.values());
        sorted.sort(order);
        long at = stage.start() + decided.orElseGet(() -> stage.events().size());
        return new Prediction(
                question, stage.start(), stage.end(), at, asks, hint, sorted, rights, entry, result, because);
    }
}
