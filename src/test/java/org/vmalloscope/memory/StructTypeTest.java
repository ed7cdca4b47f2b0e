package org.vmalloscope.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StructTypeTest {
    /// An int with a gap behind it on the 64-bit machine, a pointer, a bitmap of 3 and 2 words.
    private static final StructType TYPE = StructType.named("sample", 48, 20)
            .field("count", FieldKind.INT, 0, 0)
            .field("next", FieldKind.POINTER, 8, 4)
            .repeated("map", FieldKind.BITMAP, 16, 8, 3, 2)
            .build();

    @Test
    void everyByteBelongsToTheFieldThatCoversItOrToNone() {
        assertEquals("count*4 -*4 next*8 map*24 -*10", covered(Abi.LP64, 50));
        assertEquals("count*4 next*4 map*8 -*6", covered(Abi.ILP32, 22));
    }

    @Test
    void noFieldStandsBeforeTheStruct() {
        assertEquals(List.of(), TYPE.fieldAt(Abi.LP64, -1).stream().toList());
    }

    /// The names of the fields that cover the first bytes, each with the number of bytes in a row.
    private static String covered(Abi abi, int bytes) {
        List<String> names = IntStream.range(0, bytes)
                .mapToObj(offset -> TYPE.fieldAt(abi, offset).map(Field::name).orElse("-"))
                .toList();
        StringBuilder runs = new StringBuilder();
        int from = 0;
        for (int at = 1; at <= bytes; at++) {
            if (at == bytes || !names.get(at).equals(names.get(from))) {
                runs.append(' ').append(names.get(from)).append('*').append(at - from);
                from = at;
            }
        }
        return runs.substring(1);
    }

    @Test
    void aFieldIsFoundByItsName() {
        assertEquals(new Field("next", FieldKind.POINTER, 8, 4, 1, 1), TYPE.field("next"));
        assertEquals(
                "sample has no field nxet",
                assertThrows(IllegalArgumentException.class, () -> TYPE.field("nxet"))
                        .getMessage());
    }

    @Test
    void aStructIsPrintedWithItsCName() {
        assertEquals("struct sample", TYPE.toString());
    }

    @Test
    void embeddedNodesBringTheirWordsWithDottedNames() {
        StructType type = StructType.named("node", 56, 28)
                .rbNode("rb", 0, 0)
                .listHead("list", 24, 12)
                .rcuHead("rcu", 40, 20)
                .build();
        assertEquals(
                List.of(
                        new Field("rb.rb_parent_color", FieldKind.PARENT_COLOR, 0, 0, 1, 1),
                        new Field("rb.rb_right", FieldKind.POINTER, 8, 4, 1, 1),
                        new Field("rb.rb_left", FieldKind.POINTER, 16, 8, 1, 1),
                        new Field("list.next", FieldKind.POINTER, 24, 12, 1, 1),
                        new Field("list.prev", FieldKind.POINTER, 32, 16, 1, 1),
                        new Field("rcu.next", FieldKind.POINTER, 40, 20, 1, 1),
                        new Field("rcu.func", FieldKind.FUNCTION, 48, 24, 1, 1)),
                type.fields());
    }

    @Test
    void twoFieldsOfOneNameAreRefused() {
        StructType.Builder builder = StructType.named("sample", 16, 8).field("a", FieldKind.POINTER, 0, 0);
        assertRefused("field a does not fit struct sample", () -> builder.field("a", FieldKind.POINTER, 8, 4));
    }

    @Test
    void aFieldMustLieInsideItsStructOnBothMachines() {
        StructType.Builder builder = StructType.named("sample", 16, 8);
        assertRefused("field a does not fit struct sample", () -> builder.field("a", FieldKind.POINTER, 9, 0));
        assertRefused("field a does not fit struct sample", () -> builder.field("a", FieldKind.POINTER, 8, 5));
        assertRefused("field a does not fit struct sample", () -> builder.repeated("a", FieldKind.BITMAP, 0, 0, 2, 3));
        assertRefused("field a lies outside its struct", () -> builder.field("a", FieldKind.INT, -4, 0));
        assertRefused("field a lies outside its struct", () -> builder.repeated("a", FieldKind.INT, 0, 0, 0, 1));
        assertEquals(List.of(), builder.build().fields());
    }

    private static void assertRefused(String message, Runnable adding) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, adding::run).getMessage());
    }
}
