package org.vmalloscope.scenario;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.vmalloscope.memory.Abi;

/// The values of single words; what is wrong with a word becomes an error of its clause, and the value is empty.
final class Values {
    private static final BigInteger MAX_COUNT = BigInteger.valueOf(Statement.MAX_COUNT);

    private final Clause clause;
    private final Abi abi;
    private final ErrorList errors;

    Values(Clause clause, Abi abi, ErrorList errors) {
        this.clause = clause;
        this.abi = abi;
        this.errors = errors;
    }

    /// SIZE: bytes, from `least` to the largest unsigned long of the machine.
    OptionalLong size(Word word, int least) {
        Optional<BigInteger> size = Numerals.scaled(word.text()).or(() -> Numerals.hexadecimal(word.text()));
        if (size.isEmpty()) {
            String advice = " is not a size: write digits, perhaps with K, M or G, or 0x and hex digits";
            return refuse(word, Quoted.word(word.text()) + advice);
        }
        if (size.get().bitLength() > abi.wordBits()) {
            BigInteger largest = BigInteger.ONE.shiftLeft(abi.wordBits()).subtract(BigInteger.ONE);
            return refuse(word, "size " + misfit(size.get(), largest));
        }
        if (size.get().compareTo(BigInteger.valueOf(least)) < 0) {
            return refuse(word, "size " + size.get() + " is too small: it must be at least " + least);
        }
        return OptionalLong.of(size.get().longValue());
    }

    /// SIZES: sizes with commas between them; empty when one of them is bad or there are too many.
    Optional<List<Long>> sizes(Word word, int least) {
        List<Word> parts = split(word);
        if (parts.size() > Statement.MAX_AREAS) {
            refuse(word, parts.size() + " areas are too many: a group has 1 to " + Statement.MAX_AREAS);
            return Optional.empty();
        }
        List<Long> sizes = new ArrayList<>();
        for (Word part : parts) {
            element(part, least).ifPresent(sizes::add);
        }
        return sizes.size() == parts.size() ? Optional.of(sizes) : Optional.empty();
    }

    private OptionalLong element(Word word, int least) {
        return word.text().equals(",") ? refuse(word, "no size beside this ','") : size(word, least);
    }

    /// COUNT: pages, from `least` to the largest unsigned int.
    OptionalLong count(Word word, int least) {
        Optional<BigInteger> count = Numerals.scaled(word.text());
        if (count.isEmpty()) {
            String advice = " is not a count: write digits, perhaps with K, M or G";
            return refuse(word, Quoted.word(word.text()) + advice);
        }
        if (count.get().compareTo(MAX_COUNT) > 0) {
            String message = " does not fit 32 bits (largest " + MAX_COUNT + ")";
            return refuse(word, "count " + Quoted.plain(count.get().toString()) + message);
        }
        if (count.get().compareTo(BigInteger.valueOf(least)) < 0) {
            return refuse(word, "count " + count.get() + " is too small: it must be at least " + least);
        }
        return OptionalLong.of(count.get().longValue());
    }

    /// ADDR: any address within the machine's word.
    OptionalLong address(Word word) {
        Optional<BigInteger> address = Numerals.hexadecimal(word.text());
        if (address.isEmpty()) {
            return refuse(word, Quoted.word(word.text()) + " is not an address: write 0x and hex digits");
        }
        if (address.get().bitLength() > abi.wordBits()) {
            String largest = "0x" + "f".repeat(abi.wordBits() / 4);
            String message = " does not fit the " + abi.wordBits() + "-bit machine (largest " + largest + ")";
            return refuse(word, "address " + Quoted.plain("0x" + address.get().toString(16)) + message);
        }
        return OptionalLong.of(address.get().longValue());
    }

    /// N: a number from `least` to `most`; `fault` says what is wrong with one outside.
    OptionalLong number(Word word, long least, long most, UnaryOperator<String> fault) {
        Optional<BigInteger> number = Numerals.decimal(word.text());
        if (number.isEmpty()) {
            return refuse(word, Quoted.word(word.text()) + " is not a number: write digits");
        }
        boolean within = number.get().compareTo(BigInteger.valueOf(least)) >= 0
                && number.get().compareTo(BigInteger.valueOf(most)) <= 0;
        if (!within) {
            return refuse(word, fault.apply(Quoted.plain(number.get().toString())));
        }
        return OptionalLong.of(number.get().longValue());
    }

    private String misfit(BigInteger value, BigInteger largest) {
        return Quoted.plain(value.toString()) + " does not fit the " + abi.wordBits() + "-bit machine (largest "
                + largest + ")";
    }

    /// The parts between the commas of a word; for an empty one the comma beside it.
    private static List<Word> split(Word word) {
        String text = word.text();
        List<Word> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            int start = from == to ? Math.max(from - 1, 0) : from;
            int end = from == to ? start + 1 : to;
            parts.add(new Word(text.substring(start, end), word.column() + start));
            from = to + 1;
        }
        return parts;
    }

    private OptionalLong refuse(Word word, String message) {
        errors.add(clause.error(word, message));
        return OptionalLong.empty();
    }
}
