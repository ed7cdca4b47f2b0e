package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.Offer;
import org.vmalloscope.lesson.Answer;
import org.vmalloscope.lesson.Ask;
import org.vmalloscope.lesson.Choice;
import org.vmalloscope.lesson.Prediction;

/// What of a question's answers is drawn into the diagrams: places into the address space, nodes into the tree.
final class LessonOffers {
    private LessonOffers() {}

    /// While the question waits.
    static List<Offer> asked(Prediction prediction, Optional<Answer> given) {
        List<Offer> offers = new ArrayList<>();
        for (int index = 0; index < prediction.choices().size(); index++) {
            Choice choice = prediction.choices().get(index);
            boolean picked = given.equals(Optional.of(choice.answer()));
            add(offers, prediction, index + 1, choice, picked ? Offer.State.PICKED : Offer.State.OPEN);
        }
        boolean other = given.isPresent() && prediction.choice(given.get()).isEmpty();
        if (other && given.get() instanceof Answer.Area(long area) && isAboutTree(prediction)) {
            offers.add(new Offer(0, "", Optional.empty(), area, Offer.State.PICKED));
        }
        return offers;
    }

    /// After the answer: the right one, and a wrong one that was given.
    static List<Offer> answered(Prediction prediction, Optional<Answer> given) {
        List<Offer> offers = new ArrayList<>();
        given.filter(answer -> !prediction.isRight(answer))
                .flatMap(prediction::choice)
                .ifPresent(choice -> add(offers, prediction, 0, choice, Offer.State.WRONG));
        Choice right = given.filter(prediction::isRight)
                .flatMap(prediction::choice)
                .orElseGet(() -> prediction.choices().get(prediction.right()));
        add(offers, prediction, 0, right, Offer.State.RIGHT);
        return offers;
    }

    private static void add(List<Offer> offers, Prediction prediction, int number, Choice choice, Offer.State state) {
        if (choice.answer() instanceof Answer.Area(long area) && isAboutTree(prediction)) {
            offers.add(new Offer(number, choice.text(), Optional.empty(), area, state));
        } else if (choice.answer() instanceof Answer.Address && choice.place().isPresent()) {
            offers.add(new Offer(number, choice.text(), choice.place(), 0, state));
        }
    }

    private static boolean isAboutTree(Prediction prediction) {
        Ask ask = prediction.question().ask();
        return ask instanceof Ask.WhichNode || ask instanceof Ask.Parent;
    }

    /// The label of the diagram that a question is about.
    static String diagram(Ask ask) {
        return switch (ask) {
            case Ask.WhichAddress which -> "space";
            case Ask.IsNull which -> "space";
            case Ask.AreaPages pages -> "space";
            case Ask.Distance distance -> "space";
            case Ask.WhichNode node -> "tree";
            case Ask.Parent node -> "tree";
            case Ask.WhichBlock block -> "blocks";
            case Ask.WhichCpu block -> "blocks";
            case Ask.BlockGone block -> "blocks";
            case Ask.Dirty block -> "blocks";
            case Ask.Flushes flush -> "purge";
            case Ask.Purges purge -> "purge";
            case Ask.LazyNr lazy -> "purge";
            case Ask.Waiting waiting -> "purge";
            case Ask.Mapped mapped -> "pages";
            case Ask.Touched touched -> "pages";
            case Ask.NextOnList next -> "lists";
            case Ask.FirstOnVmlist first -> "lists";
            case Ask.LinkedBack linked -> "lists";
            case Ask.Dies dies -> "lists";
        };
    }
}
