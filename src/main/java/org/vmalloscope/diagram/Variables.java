package org.vmalloscope.diagram;

import java.util.Optional;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.StructType;

/// The variables of a function that runs, as a reader is shown them at a moment.
public final class Variables {
    private final Moment moment;
    private final CallSentences sentences;

    public Variables(Moment moment) {
        this.moment = moment;
        this.sentences = new CallSentences(Phrases.ofDefaultLocale(), moment.names());
    }

    /// A value in words: a pointer by what it points to, an address in vmalloc space with the area there.
    public String text(Argument argument) {
        return sentences.value(argument);
    }

    /// The id, in all pictures, of the object that a value points to; empty when it points to none that is drawn.
    public String id(Argument argument) {
        if (argument.form() != Argument.Form.ADDRESS || argument.value() == 0) {
            return "";
        }
        Optional<SlabObject> object = moment.view().ground().objectAt(argument.value());
        if (object.isPresent()) {
            return kind(object.get().type())
                    .map(kind -> kind + Long.toHexString(object.get().address()) + "#"
                            + object.get().sequence())
                    .orElse("");
        }
        return moment.names().areaAround(argument.value()).map(moment::id).orElse("");
    }

    private static Optional<String> kind(StructType type) {
        if (type == VmapArea.TYPE) {
            return Optional.of("va:");
        }
        if (type == VmStruct.TYPE) {
            return Optional.of("vm:");
        }
        return type == VmapBlock.TYPE ? Optional.of("vb:") : Optional.empty();
    }
}
