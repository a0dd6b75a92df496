package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project on the host, with the tools of a pet: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 15, unit = MINUTES)
abstract class ExportContract {
    private static final Duration SOON = Duration.ofMinutes(2);

    private final InstalledHearth hearth;
    private final Path bin;
    private String pet = "";

    ExportContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
        this.bin = hearth.person().home().resolve(".local/bin");
    }

    @BeforeAll
    void exportTools() {
        pet = hearth.create(TestedEngine.image());
        hearth.install(pet, "gcc", "libc6-dev", "gdb");
        hearth.hearth("export", "bin", "-c", pet, "gcc", "gdb").succeeded();
        hearth.hearth("export", "bin", "-c", pet, "sh", "--as", "it-sh").succeeded();
        hearth.append("checksum.c", """
                #include <stdio.h>
                static int checksum(const char *text) { int sum = 0; while (*text) sum += *text++; return sum; }
                int main(int count, char **words) { return printf("%d\\n", checksum(words[count - 1])) < 0; }
                """);
        hearth.append("Makefile", "CC = gcc\nCFLAGS = -g -O0 '-DSPACED=\"a b\"'\nchecksum: checksum.c\n");
    }

    @AfterAll
    void removeThePet() {
        try {
            var removed = hearth.hearth("rm", "--force", pet);

            assertThat(removed).isEqualTo(new Ended(0, "", ""));
            assertThat(bin.resolve("gcc")).doesNotExist();
            assertThat(bin.resolve("it-sh")).doesNotExist();
        } finally {
            hearth.close();
        }
    }

    @Test
    void buildsAndDebugsAProjectFromTheHost() {
        Needed.programs("make");

        assertThat(onHost("make", "-j2").succeeded()).contains("gcc -g -O0 '-DSPACED=\"a b\"'");
        assertThat(onHost(
                                "gdb",
                                "--batch",
                                "-ex",
                                "break checksum",
                                "-ex",
                                "run",
                                "-ex",
                                "backtrace",
                                "--args",
                                "./checksum",
                                "a b")
                        .succeeded())
                .contains("Breakpoint 1, checksum (text=")
                .containsPattern("#1 .* in main ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 126, 127, 255})
    void endsWithTheProgramsStatus(int status) {
        assertThat(onHost("it-sh", "-c", "echo out; echo err >&2; exit " + status))
                .isEqualTo(new Ended(status, "out\n", "err\n"));
    }

    @Test
    void carriesWordsExactly() {
        var words =
                List.of("it-sh", "-c", "printf '<%s>' \"$@\"", "0", "a b", "", "$(id)", "'q\"", "x\ny", "*", "--", "ü");

        assertThat(onHost(words.toArray(String[]::new)).succeeded()).isEqualTo("<a b><><$(id)><'q\"><x\ny><*><--><ü>");
    }

    @Test
    void passesTheInputThrough() {
        var input = hearth.append("input", "a\0b\n".repeat(10_000));

        assertThat(programs()
                        .run(SOON, hearth.directory(), Redirect.from(input.toFile()), saying("it-sh", "-c", "cksum"))
                        .succeeded())
                .isEqualTo(hearth.run(pet, "sh", "-c", "cksum <input"));
    }

    @ParameterizedTest
    @CsvSource({"TERM, 3001", "INT, 3002", "HUP, 3003"})
    void endsItsProgramWhenItIsEnded(String signal, String seconds) {
        hearth.hearth("export", "bin", "-c", pet, "sleep", "--as", "it-sleep").succeeded();
        // A job that a shell puts into the background has INT ignored, and would hand that on.
        var shim = programs()
                .start(
                        hearth.directory(),
                        hearth.directory().resolve("sleep.log"),
                        saying("--default-signal=INT,HUP", "it-sleep", seconds));
        try {
            Eventually.see("the program", () -> sleeping(seconds), pid -> !pid.isEmpty());
            Programs.signal(signal, shim);

            assertThat(Programs.status(shim, SOON)).isNotZero();
            Eventually.see("its end", () -> sleeping(seconds), String::isEmpty);
        } finally {
            Programs.kill(shim);
        }
    }

    @Test
    void startsNoJavaToCallAToolManyTimes() throws IOException {
        hearth.hearth("export", "bin", "-c", pet, "true", "--as", "it-true").succeeded();
        onHost("it-true").succeeded();
        var home = hearth.directory().resolve("java-home");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        var java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 77\n");
        assertThat(java.toFile().setExecutable(true, false)).isTrue();

        var calls = "i=0; while [ $i -lt 200 ]; do it-true || exit; i=$((i + 1)); done; echo $i";
        var ended = onHost("env", "JAVA_HOME=" + home, "sh", "-c", calls);

        assertThat(ended).isEqualTo(new Ended(0, "200\n", ""));
    }

    @Test
    void isTheRealProgramInsideItsPet() {
        var there = hearth.hearthUnder(
                List.of("env", "PATH=" + path()), "run", "-c", pet, "sh", "-c", "command -v gcc; gcc --version");

        assertThat(there.succeeded()).startsWith(bin.resolve("gcc") + "\ngcc (Debian");
    }

    @Test
    void worksInsideAnotherPet() throws IOException {
        var other = hearth.create(TestedEngine.image());
        var shim = bin.resolve("it-sh").toString();
        var print = "printf '<%s>' \"$HEARTH_PET\" \"$@\"; cat; exit 42";
        var input = Files.write(hearth.directory().resolve("bytes"), new byte[] {0, (byte) 0xff, '\n', 0, 'x'});

        var ended = hearth.hearthReading(
                input, "run", "-c", other, shim, "-c", print, "sh", "a b", "", "x\ny", "'q\"", "$(id)");

        assertThat(ended.out())
                .startsWith("<" + pet + "><a b><><x\ny><'q\"><$(id)>\0")
                .endsWith("\n\0x");
        assertThat(ended.status()).isEqualTo(42);
        assertThat(ended.err()).isEmpty();
    }

    @Test
    @Tag("long")
    void servesAnEditorOnTheHost() throws IOException {
        hearth.install(pet, "clangd");
        hearth.hearth("export", "bin", "-c", pet, "clangd").succeeded();
        var source = hearth.append(
                "edited.c", "static int twice(int n) { return 2 * n; }\nint main(void) { return twice(\"a\"); }\n");

        try (var editor = LanguageClient.start(hearth.directory(), environment(), saying("clangd"))) {
            editor.open(source);

            assertThat(editor.diagnostics()).contains("incompatible pointer to integer");
            assertThat(editor.definition(source, 1, 26)).endsWith("edited.c:0:11");
        }
    }

    private Ended onHost(String... words) {
        return programs().run(SOON, hearth.directory(), saying(words));
    }

    /** The system's own program looks for the words' one on the path that is in the environment. */
    private List<String> saying(String... words) {
        var found = new ArrayList<>(List.of("env"));
        found.addAll(List.of(words));
        return hearth.person().saying(found);
    }

    private Programs programs() {
        return new Programs(environment());
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<>(hearth.person().environment());
        environment.put("PATH", path());
        return environment;
    }

    private String path() {
        return bin + ":" + hearth.person().environment().get("PATH");
    }

    private String sleeping(String seconds) {
        return hearth.hearth("run", "-c", pet, "pgrep", "-xf", "/usr/bin/sleep " + seconds)
                .out();
    }
}
