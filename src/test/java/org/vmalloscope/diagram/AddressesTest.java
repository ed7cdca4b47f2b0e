package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void digitsThatAllShareAreDropped() {
        Addresses addresses = Addresses.of(List.of(0xf87fe000L, 0xf880d000L, 0xf8840000L));
        assertEquals("f8", addresses.prefix());
        assertEquals("7fe000", addresses.shown(0xf87fe000L));
        assertEquals("840000", addresses.shown(0xf8840000L));
        assertEquals(4, addresses.dimmedBefore(0xf8840000L));
    }

    @Test
    void fiveDigitsStayAtLeast() {
        assertEquals("0d000", Addresses.of(List.of(0xf880d000L)).shown(0xf880d000L));
        Addresses close = Addresses.of(List.of(0xffffc90000000000L, 0xffffc90000003000L));
        assertEquals("00000", close.shown(0xffffc90000000000L));
        assertEquals("03000", close.shown(0xffffc90000003000L));
    }

    @Test
    void anAddressWithAnotherPrefixIsWhole() {
        Addresses addresses = Addresses.of(List.of(0xffffc90000000000L, 0xffffc90000003000L));
        assertEquals("0xffffe8fffffdf000", addresses.shown(0xffffe8fffffdf000L));
        assertEquals(0, addresses.dimmedBefore(0xffffe8fffffdf000L));
        assertEquals("0x1000", addresses.shown(0x1000L));
    }

    @Test
    void wherePrefixesDifferAllDigitsStay() {
        Addresses addresses = Addresses.of(List.of(0x87fe000L, 0xf880d000L));
        assertEquals("0x87fe000", addresses.shown(0x87fe000L));
        assertEquals("0xf880d000", addresses.shown(0xf880d000L));
    }

    @Test
    void withoutAreasAddressesAreWhole() {
        Addresses none = Addresses.of(List.of());
        assertEquals("0xf87fe000", none.shown(0xf87fe000L));
        assertEquals(0, none.dimmedBefore(0xf87fe000L));
    }

    @Test
    void theZerosOfAPageAreDimmed() {
        assertEquals(3, Addresses.dimmedAfter(0xf87fe000L));
        assertEquals(3, Addresses.dimmedAfter(0xf8840000L));
        assertEquals(0, Addresses.dimmedAfter(0xf8804004L));
        assertEquals(0, Addresses.dimmedAfter(0));
    }
}
