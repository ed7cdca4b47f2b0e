package org.vmalloscope.rules;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.LongFunction;
import org.vmalloscope.rules.Breach.Excuse;

/// What the checker says, in the language of the default locale.
///
/// @param names what the object at an address is called
public record RuleWords(LongFunction<String> names) {
    /// The rule in a plain sentence.
    public String sentence(Rule rule) {
        return say("rule." + rule.key());
    }

    /// Whether it holds, in a few words.
    public String state(Verdict verdict) {
        return switch (verdict.state()) {
            case HOLDS -> say("state.holds");
            case BROKEN -> say("state.broken");
            case KNOWN -> say("state.known");
            case BETWEEN ->
                verdict.function().isEmpty()
                        ? say("state.between.statement")
                        : say("state.between", verdict.function());
        };
    }

    /// What is wrong at a place.
    public String sentence(Breach breach) {
        List<Object> arguments = new ArrayList<>();
        breach.objects().stream().limit(2).forEach(object -> arguments.add(names.apply(object)));
        while (arguments.size() < 2) {
            arguments.add("");
        }
        arguments.add(Long.toString(breach.expected()));
        arguments.add(Long.toString(breach.found()));
        return say("breach." + breach.what(), arguments.toArray());
    }

    /// Why the kernel is not to blame, or an empty text.
    public String sentence(Excuse excuse) {
        return switch (excuse) {
            case NONE -> "";
            case TWICE -> say("excuse.twice");
            case EARLY -> say("excuse.early");
        };
    }

    /// What is odd, and how often it is to be seen.
    public String sentence(Oddity oddity) {
        return say("oddity." + oddity.kind().key(), oddity.count());
    }

    /// How many objects are not named.
    public String more(int count) {
        return say("object.more", count);
    }

    private static String say(String key, Object... arguments) {
        return new MessageFormat(Bundle.BUNDLE.getString(key), Locale.ROOT).format(arguments);
    }

    /// Where the words come from.
    private static final class Bundle {
        private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.vmalloscope.rules.rules");

        private Bundle() {}
    }
}
