package org.vmalloscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.inspect.Message.Level;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.kernel.vmalloc.VmallocData;
import org.vmalloscope.model.RandomScenarios;

/// What the kernel says, and the locks it holds.
class KernelTalkTest {
    @Test
    void messagesAreFoundAtTheirEvents() {
        Look look = Look.of("machine i386 cpus=2 ram=16M", "boot", "cpu 1", "b = get_vm_area 200M", "vfree 0xf8801000");
        List<Message> all = look.messages().all();
        assertTrue(all.size() >= 2, all.toString());
        for (Message message : all) {
            Event event = look.time().eventAt(message.event());
            String text = event instanceof Printed printed
                    ? printed.text()
                    : event instanceof Warned warned ? warned.text() : ((Died) event).text();
            assertEquals(text, message.text());
            assertEquals(1, message.cpu());
            assertTrue(look.messages().before(message.event()).contains(message));
            assertTrue(!look.messages().before(message.event() - 1).contains(message));
        }
        assertEquals(Level.WARN, all.getLast().level());
    }

    @Test
    void theLocksThatAreHeldAreThoseWhoseWordsSaySo() {
        for (int seed = 1; seed <= 6; seed++) {
            Look look = new Look(RandomScenarios.of(seed, 25));
            look.time().seek(0);
            Set<Long> ever = new HashSet<>();
            while (look.time().position() < Math.min(4000, look.time().length())) {
                look.time().forward();
                Set<Long> held = new HashSet<>();
                HeldLock.at(look.moment(), look.time().position()).forEach(lock -> held.add(lock.address()));
                ever.addAll(held);
                held.remove(0L);
                for (long lock : held) {
                    assertEquals(1, look.time().memory().load(lock));
                }
                VmallocData data = look.view().data();
                for (long lock :
                        List.of(data.purgeLock(), data.vmapAreaLock(), data.vmlistLock(), data.vmapBlockTreeLock())) {
                    boolean word = look.time().memory().load(lock) != 0;
                    assertEquals(word, held.contains(lock), "at " + look.time().position() + ", seed " + seed);
                }
            }
            assertTrue(ever.size() > 1);
        }
    }

    @Test
    void aHeldLockSaysWhoTookIt() {
        Look look = Look.of(
                "machine x86_64 cpus=2 ram=16M", "boot", "cpu 1", "a = vmalloc 4K", "vfree a", "vm_unmap_aliases");
        long end = look.time().length();
        look.after(4);
        while (look.view().memory().load(look.view().data().purgeLock()) == 0
                && look.time().position() < end) {
            look.time().forward();
        }
        long position = look.time().position();
        assertEquals(
                List.of(new HeldLock(
                        "purge_lock", look.view().data().purgeLock(), 1, "__purge_vmap_area_lazy", position)),
                HeldLock.at(look.moment(), position));
    }
}
