package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "vmaloc, vmalloc",
        "vmallloc, vmalloc",
        "vamlloc, vmalloc",
        "wmalloc, vmalloc",
        "kmalloc, vmalloc",
        "vmalloc32, vmalloc_32",
        "vm_map_rams, vm_map_ram",
        "CPU, cpu",
        "cp, cpu",
        "rcu_, rcu",
        "c,",
        "x,",
        "vm,",
        "kzalloc, vmalloc",
        "alloc_pages,",
        "malloc_everything,",
    })
    void namesTheStatementThatWasProbablyMeant(String typed, String meant) {
        assertEquals(Optional.ofNullable(meant), Suggestion.of(typed, Grammar.keywords()));
    }
}
