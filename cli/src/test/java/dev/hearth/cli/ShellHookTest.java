package dev.hearth.cli;

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
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real shells that do not find a command, with a hearth that knows one program. */
@Timeout(60)
class ShellHookTest {
    @TempDir
    Path directory;

    /** A shell, by the words that make it an interactive one which reads none of the user's files. */
    enum Shell {
        BASH("bash --norc -i -c", "command_not_found_handle() { echo \"former: $1\" >&2; return 27; }"),
        ZSH("zsh -f -i -c", "command_not_found_handler() { echo \"former: $1\" >&2; return 27; }"),
        FISH("fish --no-config -i -c", "function fish_command_not_found; echo \"former: $argv[1]\" >&2; end");

        private final String words;
        private final String former;

        Shell(String words, String former) {
            this.words = words;
            this.former = former;
        }

        private String word() {
            return words.substring(0, words.indexOf(' '));
        }
    }

    @BeforeEach
    void installAHearthThatKnowsOneProgram() throws IOException {
        var library = Files.createDirectories(directory.resolve("it's/lib"));
        try (var scripts = Files.list(Path.of("src/main/sh"))) {
            for (var script : scripts.filter(
                            each -> each.getFileName().toString().startsWith("not-found"))
                    .toList()) {
                Files.copy(script, library.resolve(script.getFileName()));
            }
        }
        var launcher = Files.createDirectories(directory.resolve("it's/bin")).resolve("hearth");
        Files.writeString(launcher, """
                #!/bin/sh
                echo "$*" >>'%s'
                [ "$2" = it-known ] || exit 3
                echo "it is in the pet 'dev'"
                """.formatted(directory.resolve("calls")));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhoHasIt(Shell shell) throws IOException {
        var ended = type(shell, shell.former, "it-known --help");

        assertThat(ended.err()).contains("it is in the pet 'dev'\n").doesNotContain("former");
        assertThat(ended.status()).isEqualTo(127);
        assertThat(calls()).containsExactly("provides it-known");
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheRestToTheFormerHandler(Shell shell) {
        assertThat(type(shell, shell.former, "it-other").err()).contains("former: it-other\n");
        assertThat(type(shell, "", "it-other").err())
                .contains("it-other")
                .containsIgnoringCase("command")
                .doesNotContain("former");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheFormerHandlerWhenItIsReadAgain(Shell shell) throws IOException {
        var again = shell.former + "\n" + source(shell);

        assertThat(type(shell, again, "it-other").err()).containsOnlyOnce("former: it-other\n");
        assertThat(calls()).containsExactly("provides it-other");
    }

    @ParameterizedTest
    @EnumSource
    void asksNobodyWhatWasAnswered(Shell shell) throws IOException {
        answered("it-known", "it was in the pet 'web'\n", Duration.ofMinutes(59));
        answered("it-other", "", Duration.ofMinutes(59));

        assertThat(type(shell, "", "it-known").err()).contains("it was in the pet 'web'\n");
        assertThat(type(shell, shell.former, "it-other").err()).contains("former: it-other\n");
        assertThat(directory.resolve("calls")).doesNotExist();

        answered("it-known", "it was in the pet 'web'\n", Duration.ofMinutes(62));

        assertThat(type(shell, "", "it-known").err()).contains("it is in the pet 'dev'\n");
    }

    @ParameterizedTest
    @EnumSource
    void asksNothingThatIsNoName(Shell shell) {
        assertThat(type(shell, shell.former, "'it-$(id)'").err()).contains("former: it-$(id)\n");
        assertThat(directory.resolve("calls")).doesNotExist();
    }

    private void answered(String name, String text, Duration ago) throws IOException {
        var file = Files.createDirectories(directory.resolve("cache/hearth/commands"))
                .resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(directory.resolve("calls"));
    }

    private Finished type(Shell shell, String before, String line) {
        Needed.programs(shell.word());
        var words = new ArrayList<>(List.of(shell.words.split(" ", -1)));
        words.add(before + "\n" + source(shell) + "\n" + line);
        var argv = new ArrayList<>(List.of("env", "-i", "PATH=/usr/bin:/bin", "TERM=dumb"));
        argv.add("HOME=" + directory);
        argv.add("XDG_CACHE_HOME=" + directory.resolve("cache"));
        argv.addAll(words);
        return new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), Trace.SILENT).run(Command.of(argv));
    }

    private String source(Shell shell) {
        return ". \"" + directory.resolve("it's/lib/not-found." + shell.word()) + "\"";
    }
}
