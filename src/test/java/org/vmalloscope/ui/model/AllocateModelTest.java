package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/// An allocation put together in the bar.
final class AllocateModelTest {
    private static final String TEXT = "machine i386 cpus=2 ram=16M\nboot\na = vmalloc 4K\n";

    private final ResourceBundle words = ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH);
    private final SessionModel session = new SessionModel(words);
    private final Opener opener = new Opener(session, Runnable::run, Runnable::run);
    private final AllocateModel allocate = new AllocateModel(opener, words);

    private String fault() {
        return allocate.faultProperty().get();
    }

    private String statement() {
        return allocate.statementProperty().get();
    }

    @Test
    void theStatementIsAddedPlayedAndShown() {
        opener.open("two.vms", TEXT);
        assertEquals("b = vmalloc 16K", statement());
        allocate.allocate();
        assertEquals(TEXT + "b = vmalloc 16K\n", opener.editor().text());
        assertEquals(session.lengthProperty().get(), session.positionProperty().get());
        assertEquals("c = vmalloc 16K", statement());
    }

    @Test
    void anotherCpuIsChosenBefore() {
        opener.open("two.vms", TEXT);
        allocate.cpuProperty().set(1);
        allocate.allocate();
        assertEquals(TEXT + "cpu 1\nb = vmalloc 16K\n", opener.editor().text());
        assertEquals(1, allocate.cpuProperty().get());
        allocate.allocate();
        assertEquals(
                TEXT + "cpu 1\nb = vmalloc 16K\nc = vmalloc 16K\n",
                opener.editor().text());
    }

    @Test
    void everyOperationMakesAStatementThatCanBePlayed() {
        opener.open("two.vms", TEXT);
        for (AllocateOperation operation : AllocateOperation.values()) {
            allocate.operationProperty().set(operation);
            assertEquals("", fault(), statement());
            allocate.allocate();
            assertEquals(0, opener.editor().errors().size());
            assertEquals("", session.troubleProperty().get());
        }
    }

    @Test
    void aGroupIsPutTogetherFromItsSizes() {
        opener.open("two.vms", TEXT);
        allocate.operationProperty().set(AllocateOperation.PCPU_GET_VM_AREAS);
        allocate.amountProperty().set("4K 96K, 8K");
        assertEquals("b = pcpu_get_vm_areas offsets=0,64K,192K sizes=4K,96K,8K align=64K", statement());
        assertEquals("", fault());
    }

    @Test
    void eachUnitRemembersItsAmount() {
        allocate.amountProperty().set("40K");
        allocate.operationProperty().set(AllocateOperation.VMAP);
        assertEquals("4", allocate.amountProperty().get());
        allocate.amountProperty().set("7");
        allocate.operationProperty().set(AllocateOperation.IOREMAP);
        assertEquals("40K", allocate.amountProperty().get());
        allocate.operationProperty().set(AllocateOperation.VM_MAP_RAM);
        assertEquals("7", allocate.amountProperty().get());
    }

    @Test
    void whatIsWrongIsSaidInOneLineAndNothingIsAdded() {
        opener.open("two.vms", TEXT);
        allocate.amountProperty().set("16Q");
        assertTrue(fault().startsWith("'16Q' is not a size"), this::fault);
        assertTrue(allocate.blamesAmount());
        allocate.allocate();
        assertEquals(TEXT, opener.editor().text());
        allocate.amountProperty().set("  ");
        assertEquals("Say a size, such as 16K.", fault());
        allocate.amountProperty().set("1\n2");
        assertFalse(fault().isEmpty());
        allocate.amountProperty().set("8K");
        assertEquals("", fault());
    }

    @Test
    void nothingIsAddedToATextThatIsWrong() {
        opener.open("two.vms", TEXT);
        opener.append("vfre a");
        assertEquals("Mend the errors in the text first.", fault());
        assertFalse(allocate.blamesAmount());
        opener.open("unbooted.vms", "machine i386 cpus=1 ram=8M\n");
        assertEquals("The scenario needs a 'boot' first.", fault());
    }

    @Test
    void withoutAScenarioThereIsNothingToAddTo() {
        assertEquals("There is no scenario yet.", fault());
        allocate.allocate();
        assertEquals("", opener.editor().text());
    }
}
