package org.vmalloscope.trace;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.FirstChunkRequest;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuRun.Mode;
import org.vmalloscope.kernel.percpu.PercpuRun.Setup;
import org.vmalloscope.kernel.percpu.PossibleCpus;

/// Reads the parameters of a first chunk from a line of pcpu/1. Results that stand there as well are skipped.
public final class PercpuReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long MOST_BYTES = 1L << 30;

    private final Map<String, String> values = new HashMap<>();

    private PercpuReader() {}

    /// A line that is no set of parameters; the message says why.
    public static final class BadParametersException extends Exception {
        private static final long serialVersionUID = 1L;

        BadParametersException(String message) {
            super(message);
        }
    }

    /// The parameters of one line.
    public static Setup read(String line) throws BadParametersException {
        PercpuReader reader = new PercpuReader();
        reader.collect(line);
        return reader.setup();
    }

    private void collect(String line) throws BadParametersException {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadParametersException("a JSON object is expected");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                if (parser.nextToken().isScalarValue()) {
                    values.put(key, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new BadParametersException("something follows the JSON object");
            }
        } catch (StreamReadException broken) {
            throw new BadParametersException("not JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("a string can be read", impossible);
        }
    }

    private Setup setup() throws BadParametersException {
        if (!text("format").equals("pcpu/1")) {
            throw new BadParametersException("format is pcpu/1, not '" + text("format") + "'");
        }
        PercpuKernel version = Arrays.stream(PercpuKernel.values())
                .filter(PercpuKernel::isRecorded)
                .filter(one -> one.label().equals(values.get("kernel")))
                .findFirst()
                .orElseThrow(() -> wrong("kernel", "2.6.30 or 2.6.31.3"));
        Machine machine = Arrays.stream(Machine.values())
                .filter(one -> one.label().equals(values.get("machine")))
                .findFirst()
                .orElseThrow(() -> wrong("machine", "x86_64 or i386"));
        Mode mode = Arrays.stream(Mode.values())
                .filter(one -> one.name().equalsIgnoreCase(values.get("mode")))
                .findFirst()
                .orElseThrow(() -> wrong("mode", "embed or setup"));
        FirstChunkRequest request = new FirstChunkRequest(
                bytes("static_size", 0), bytes("reserved_size", 0), bytes("dyn_size", -1), bytes("unit_size", -1));
        boolean fails = switch (text("bootmem_fails")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("bootmem_fails", "true or false");
        };
        return new Setup(version, machine, mode, cpus(version, machine), request, hex("bootmem_base"), fails);
    }

    private PossibleCpus cpus(PercpuKernel version, Machine machine) throws BadParametersException {
        long mask = hex("possible_mask");
        if (mask == 0 || Long.SIZE - Long.numberOfLeadingZeros(mask) > machine.nrCpus()) {
            throw wrong("possible_mask", "CPUs from 0 to " + (machine.nrCpus() - 1));
        }
        if (version == PercpuKernel.V2_6_30 && (mask & mask + 1) != 0) {
            throw wrong("possible_mask", "CPUs 0 to n - 1 on 2.6.30");
        }
        return new PossibleCpus(mask);
    }

    private BadParametersException wrong(String key, String wanted) {
        String value = values.get(key);
        return new BadParametersException(
                value == null ? "'" + key + "' is missing" : key + " is " + wanted + ", not '" + value + "'");
    }

    private String text(String key) throws BadParametersException {
        String value = values.get(key);
        if (value == null) {
            throw wrong(key, "");
        }
        return value;
    }

    private long bytes(String key, long least) throws BadParametersException {
        try {
            long value = Long.parseLong(text(key));
            if (value >= least && value <= MOST_BYTES) {
                return value;
            }
        } catch (NumberFormatException notNumber) {
            throw wrong(key, "a number of bytes");
        }
        throw wrong(key, "from " + least + " to " + MOST_BYTES + " bytes");
    }

    private long hex(String key) throws BadParametersException {
        String value = text(key);
        try {
            if (value.startsWith("0x")) {
                return Long.parseUnsignedLong(value.substring(2), 16);
            }
        } catch (NumberFormatException notHex) {
            throw wrong(key, "0x and hex digits");
        }
        throw wrong(key, "0x and hex digits");
    }
}
