package org.vmalloscope.scenario;

import java.util.Optional;

/// A statement whose keyword is none, and what was probably meant.
final class UnknownStatement {
    private static final String EXAMPLE = ": write e.g. 'a = vmalloc 64K'";

    private final Clause clause;
    private final Optional<Word> sign;
    private final Optional<String> suggestion;

    /// Looks for what was meant only when that will be told: it takes a while.
    UnknownStatement(Clause clause, boolean told) {
        this.clause = clause;
        this.sign = sign(clause);
        this.suggestion = told ? Suggestion.of(clause.keyword().text(), Grammar.keywords()) : Optional.empty();
    }

    /// True when the keyword looks like a mistyped one of that name.
    boolean meant(String keyword) {
        return suggestion.filter(keyword::equals).isPresent();
    }

    /// The name that the statement was to bind.
    Optional<String> name() {
        Optional<String> beforeSign = sign.map(word -> clause.keyword().text().split("=", 2)[0]);
        return clause.name().map(Word::text).or(() -> beforeSign).filter(Checks::isAllowedName);
    }

    ScenarioError error() {
        if (sign.isPresent()) {
            Word word = sign.get();
            return clause.error(word, signFault(word) + EXAMPLE);
        }
        Word keyword = clause.keyword();
        String advice = suggestion.map(word -> ": did you mean '" + word + "'?").orElse("");
        return clause.error(keyword, "unknown statement " + Quoted.word(keyword.text()) + advice);
    }

    private String signFault(Word word) {
        if (!word.text().equals("=")) {
            return Quoted.word(word.text()) + " needs blanks around '='";
        }
        return word.equals(clause.keyword()) ? "no NAME before '='" : "no statement after '='";
    }

    /// The word with a `=` that was meant to bind a name, and does not.
    private static Optional<Word> sign(Clause clause) {
        if (clause.name().isPresent()) {
            return Optional.empty();
        }
        if (clause.keyword().text().indexOf('=') >= 0) {
            return Optional.of(clause.keyword());
        }
        return clause.rest().stream().findFirst().filter(word -> word.text().startsWith("="));
    }
}
