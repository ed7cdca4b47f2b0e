package org.vmalloscope.lesson;

/// Makes a prediction of each question, whatever it asks.
record Predictor(Stage stage, Wording words) {
    Prediction of(Question question) throws CannotAskException {
        if (question.statement() >= stage.played()) {
            throw new CannotAskException("statement " + (question.statement() + 1)
                    + " is never played: the run ends with statement " + stage.played());
        }
        stage.goTo(question.statement());
        return switch (question.ask()) {
            case Ask.WhichAddress ask -> new AddressPredictor(stage, words).of(question, ask.name());
            case Ask.WhichBlock ask -> new BlockPredictor(stage, words).which(question, ask.name());
            case Ask.WhichCpu ask -> new BlockPredictor(stage, words).cpu(question, ask.name());
            case Ask.BlockGone ask -> new BlockPredictor(stage, words).gone(question, ask.name());
            case Ask.Dirty ask -> new BlockPredictor(stage, words).dirty(question, ask.name());
            case Ask.WhichNode ask -> new NodePredictor(stage, words).of(question, ask.part());
            case Ask.Parent ask -> new NodePredictor(stage, words).parent(question, ask.name());
            case Ask.Flushes ask -> new AmountPredictor(stage, words).flushes(question);
            case Ask.LazyNr ask -> new AmountPredictor(stage, words).lazyNr(question);
            case Ask.Waiting ask -> new AmountPredictor(stage, words).waiting(question);
            case Ask.AreaPages ask -> new AmountPredictor(stage, words).areaPages(question, ask.name());
            case Ask.Distance ask -> new AmountPredictor(stage, words).distance(question, ask.from(), ask.to());
            case Ask.IsNull ask -> new YesNoPredictor(stage, words).isNull(question, ask.name());
            case Ask.Purges ask -> new YesNoPredictor(stage, words).purges(question);
            case Ask.Mapped ask -> new YesNoPredictor(stage, words).mapped(question, ask);
            case Ask.LinkedBack ask -> new YesNoPredictor(stage, words).linkedBack(question, ask.name());
            case Ask.Dies ask -> new YesNoPredictor(stage, words).dies(question);
            case Ask.Touched ask -> new TouchPredictor(stage, words).of(question);
            case Ask.NextOnList ask -> new ListPredictor(stage, words).next(question, ask.name());
            case Ask.FirstOnVmlist ask -> new ListPredictor(stage, words).firstOnVmlist(question);
        };
    }
}
