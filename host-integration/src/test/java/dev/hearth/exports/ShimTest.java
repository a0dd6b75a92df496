package dev.hearth.exports;

import static dev.hearth.exports.ExportFixtures.DEV;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shims, by the shells that may have to run them. */
@Timeout(60)
class ShimTest {
    private static final String ECHO = "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 42\n";

    @TempDir
    private Path directory;

    private Path bin;
    private Path hearth;
    private Path facts;

    @BeforeEach
    void install() throws IOException {
        bin = Files.createDirectories(directory.resolve("home/.local/bin"));
        hearth = program(directory.resolve("it's hearth"), ECHO);
        facts = directory.resolve("petenv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
    void hasHearthRunItsProgramWithTheSameWords(String shell) throws IOException {
        var ended = run(shell, "a b", "", "x\ny", "$(id)", "*", "'", "--", "-c");

        assertThat(ended.out())
                .isEqualTo("<--engine><unix:///run/x y.sock><run><-c><dev><--></usr/bin/gcc>"
                        + "<a b><><x\ny><$(id)><*><'><--><-c>");
        assertThat(ended.status()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
    void runsItsProgramItselfInsideItsPet(String shell) throws IOException {
        Files.writeString(facts, "name=dev\nengine=docker\n");
        var inPet = program(directory.resolve("in pet"), "#!/bin/sh\ncat\nprintf '<%s>' \"$@\"\n");

        var ended = run(
                shell,
                new Shim("hearth unexport bin gcc", new ExportMark(DEV, inPet.toString()), List.of("hearth")),
                "typed",
                "a");

        assertThat(ended.out()).isEqualTo("typed<a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
    void asksTheHostInsideAnotherPet(String shell) throws IOException {
        Files.writeString(facts, "name=lab\n");

        assertThat(run(shell, "a").out())
                .isEqualTo("<--engine><unix:///run/x y.sock><run><-c><dev><--></usr/bin/gcc><a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash --posix", "busybox sh"})
    void saysThatThereIsNoHearth(String shell) throws IOException {
        Files.delete(hearth);

        var ended = run(shell, "a");

        assertThat(ended.status()).isEqualTo(127);
        assertThat(ended.err()).isEqualTo("""
                hearth: gcc is a program of the pet dev, and no hearth is here to run it
                hearth: On the host, install hearth, or export it anew with 'hearth export bin'.
                """);
    }

    @Test
    void findsAHearthThatMoved() throws IOException {
        Files.delete(hearth);
        program(directory.resolve("hearth"), ECHO);

        assertThat(run("dash", "a").out()).endsWith("<run><-c><dev><--></usr/bin/gcc><a>");
    }

    /** Else exporting what hearth's launcher itself runs would have them call each other for ever. */
    @Test
    void isTheHostsProgramToHearth() throws IOException {
        program(hearth, "#!/bin/sh\ngcc \"$@\"\n");
        program(directory.resolve("gcc"), "#!/bin/sh\nprintf 'host %s' \"$1\"\n");

        assertThat(run("dash", "a").out()).isEqualTo("host --engine");
    }

    @Test
    void passesShellcheck() throws IOException {
        Needed.programs("shellcheck");
        var checked = processes().run(Command.of("shellcheck", written(shim()).toString()));

        assertThat(checked.out()).isEmpty();
    }

    private Shim shim() {
        var call = List.of(hearth.toString(), "--engine", "unix:///run/x y.sock");
        return new Shim("hearth unexport bin gcc", new ExportMark(DEV, "/usr/bin/gcc"), call);
    }

    private Finished run(String shell, String... words) throws IOException {
        return run(shell, shim(), "", words);
    }

    private Finished run(String shell, Shim shim, String input, String... words) throws IOException {
        var command = List.of(shell.split(" ", -1));
        Needed.programs(command.getFirst());
        return processes()
                .run(Command.of(command)
                        .with(written(shim).toString())
                        .with(words)
                        .withEnvironment("PATH", bin + ":" + directory + ":/usr/bin:/bin")
                        .withInput(input));
    }

    /** Where pets have what is theirs, this test has a directory of its own. */
    private Path written(Shim shim) throws IOException {
        var text = shim.text()
                .replace("/run/hearth/petenv", facts.toString())
                .replace("/usr/libexec/hearth/hearth", "\"" + hearth + "\"");
        return program(bin.resolve("gcc"), text);
    }

    private static Path program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static HostProcesses processes() {
        return new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), Trace.SILENT);
    }
}
