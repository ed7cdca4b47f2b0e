package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Symbols.Symbol;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.StructType;

final class SymbolsTest {
    private static final AddressMap MAP = new AddressMap(Machine.I386);
    private static final StructType ODD =
            StructType.named("odd", 12, 12).field("a", FieldKind.INT, 0, 0).build();

    private final Symbols.Builder builder = new Symbols.Builder(new KernelConfig(Machine.I386, 2, 1), MAP);

    @Test
    void objectsLieOneAfterTheOtherAtMultiplesOfEight() {
        assertEquals(MAP.data() + 8, builder.object("one", Ground.WORD), "after the RCU queue");
        assertEquals(MAP.data() + 16, builder.object("two", ODD));
        assertEquals(MAP.data() + 32, builder.object("three", Ground.WORD));
        assertEquals(
                List.of(
                        new Symbol("rcu_queue", Rcu.QUEUE, MAP.data(), OptionalInt.empty()),
                        new Symbol("one", Ground.WORD, MAP.data() + 8, OptionalInt.empty()),
                        new Symbol("two", ODD, MAP.data() + 16, OptionalInt.empty()),
                        new Symbol("three", Ground.WORD, MAP.data() + 32, OptionalInt.empty())),
                builder.build().objects());
    }

    @Test
    void aPerCpuObjectLiesAtOneOffsetInEveryUnit() {
        long first = builder.perCpuObject("first", ODD);
        long second = builder.perCpuObject("second", Ground.WORD);
        assertEquals(first + 16, second);
        assertEquals(
                List.of(
                        new Symbol("first", ODD, MAP.unit(0) + first, OptionalInt.of(0)),
                        new Symbol("first", ODD, MAP.unit(1) + first, OptionalInt.of(1)),
                        new Symbol("second", Ground.WORD, MAP.unit(0) + second, OptionalInt.of(0)),
                        new Symbol("second", Ground.WORD, MAP.unit(1) + second, OptionalInt.of(1))),
                builder.build().objects().subList(1, 5));
    }

    @Test
    void anAddressInsideAnObjectIsItsAndTheGapBehindItNobodys() {
        long odd = builder.object("odd", ODD);
        Symbols symbols = builder.build();
        assertEquals(
                List.of("rcu_queue", "odd", "odd", "-", "-", "-"),
                LongStream.of(odd - 1, odd, odd + 11, odd + 12, odd + 15, MAP.data() - 1)
                        .mapToObj(address -> symbols.objectAt(MAP.emptyMemory(), address)
                                .map(Symbol::name)
                                .orElse("-"))
                        .toList());
    }

    @Test
    void anObjectIsFoundByItsName() {
        long one = builder.object("one", Ground.WORD);
        assertEquals(one, builder.build().address("one"));
        assertEquals(
                "no object none",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> builder.build().address("none"))
                        .getMessage());
    }

    @Test
    void aFunctionHasAnAddressThatLeadsBackToIt() {
        builder.function("rcu_free_va");
        builder.function("scenario");
        Symbols symbols = builder.build();
        assertEquals(0xc100_1000L, symbols.function("rcu_free_va"));
        assertEquals(0xc100_1100L, symbols.function("scenario"));
        assertEquals(Optional.of("scenario"), symbols.functionAt(0xc100_1100L));
        for (long address : new long[] {0, 0xc100_0f00L, 0xc100_1101L, 0xc100_1200L, -1}) {
            assertEquals(Optional.empty(), symbols.functionAt(address));
        }
        assertEquals(
                "no function vfree",
                assertThrows(IllegalArgumentException.class, () -> symbols.function("vfree"))
                        .getMessage());
    }
}
