package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmalloscope.cli.Terminal.Result;

/// First chunks as recorded, and parameters that are none.
final class PercpuCommandTest {
    private static final Path RECORDED = Path.of("src/test/resources/percpu");
    private static final String GOOD = """
            {"format":"pcpu/1","kernel":"2.6.30","machine":"x86_64","mode":"embed","possible_mask":"0x1",\
            "static_size":40000,"reserved_size":0,"dyn_size":-1,"unit_size":-1,"bootmem_base":"0xffff880001000000",\
            "bootmem_fails":false,"bug":null}""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"percpu.jsonl", "percpu-2.6.31.3.jsonl"})
    void everyRecordedFirstChunkIsMadeByteForByte(String name) throws IOException {
        Path file = RECORDED.resolve(name);
        Result result = Terminal.run("percpu", file.toString());
        List<String> wanted = Files.readString(file).lines().toList();
        List<String> made = result.out().lines().toList();
        for (int line = 0; line < wanted.size(); line++) {
            assertEquals(wanted.get(line), made.get(line), name + ":" + (line + 1));
        }
        assertEquals(Files.readString(file), result.out());
        assertEquals(0, result.code());
    }

    @Test
    void allRecordsAreThere() throws IOException {
        assertEquals(26, Files.readAllLines(RECORDED.resolve("percpu.jsonl")).size());
        assertEquals(
                29,
                Files.readAllLines(RECORDED.resolve("percpu-2.6.31.3.jsonl")).size());
    }

    @Test
    void parametersAloneAreEnough() {
        Result result = Terminal.fed(GOOD + "\n", "percpu", "-");
        assertEquals(0, result.code());
        assertEquals("", result.err());
        assertEquals(GOOD.substring(0, GOOD.length() - 1), result.out().substring(0, GOOD.length() - 1));
    }

    record Case(String from, String to, String message) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case("pcpu/1", "pcpu/2", "format is pcpu/1, not 'pcpu/2'"),
                new Case("2.6.30", "2.6.99", "kernel is 2.6.30 or 2.6.31.3, not '2.6.99'"),
                new Case("x86_64", "vax", "machine is x86_64 or i386, not 'vax'"),
                new Case("embed", "lpage", "mode is embed or setup, not 'lpage'"),
                new Case("\"0x1\"", "\"0x0\"", "possible_mask is CPUs from 0 to 63, not '0x0'"),
                new Case("\"0x1\"", "\"0x5\"", "possible_mask is CPUs 0 to n - 1 on 2.6.30, not '0x5'"),
                new Case("40000", "-1", "static_size is from 0 to 1073741824 bytes, not '-1'"),
                new Case("40000", "\"many\"", "static_size is a number of bytes, not 'many'"),
                new Case("0xffff880001000000", "ffff", "bootmem_base is 0x and hex digits, not 'ffff'"),
                new Case("false", "\"perhaps\"", "bootmem_fails is true or false, not 'perhaps'"),
                new Case("\"mode\":\"embed\",", "", "'mode' is missing"),
                new Case("{", "[{", "a JSON object is expected"),
                new Case("null}", "null} 1", "something follows the JSON object"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badParametersAreToldWithTheirLine(Case bad) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jsonl"), GOOD + "\n\n" + GOOD.replace(bad.from(), bad.to()));
        Result result = Terminal.run("percpu", file.toString());
        assertEquals(file + ":3: error: " + bad.message() + "\n", result.err());
        assertEquals(2, result.code());
    }

    @Test
    void whatIsNotJsonIsToldInOneLine() {
        Result result = Terminal.fed("{\"format\":", "percpu", "-");
        assertEquals(1, result.err().lines().count());
        assertEquals("-:1: error: not JSON: ", result.err().substring(0, 22));
        assertEquals(2, result.code());
    }
}
