package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RunScriptTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void becomesTheCommandAndKeepsItsWords(Shell shell) {
        var finished = shell.run("run", Map.of(), "s", "printf", "<%s>", "a b", "$HOME", "*", "");

        assertThat(finished.out()).isEqualTo("<a b><$HOME><*><>");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoProcessOfItsOwn(Shell shell) {
        var finished = shell.run("run", Map.of(), "s", "sh", "-c", "read -r _ name _ <\"/proc/$$/stat\"; echo $name");

        assertThat(finished.out()).isEqualTo("(sh)\n");
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void passesTheStatusOn(Shell shell, String script, int status) {
        assertThat(shell.run("run", Map.of(), "s", "sh", "-c", script).status()).isEqualTo(status);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(Shell.values())
                .flatMap(shell -> Stream.of(
                        arguments(shell, "exit 0", 0),
                        arguments(shell, "exit 255", 255),
                        arguments(shell, "kill -s TERM $$", 143)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhichCommandThePetLacks(Shell shell, String command, int status, String sentence) {
        var finished = shell.run("run", Map.of(), "s", command);

        assertThat(finished.err()).isEqualTo("hearth: " + sentence + "\n");
        assertThat(finished.status()).isEqualTo(status);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(Shell.values())
                .flatMap(shell -> Stream.of(
                        arguments(shell, "no-such-command", 127, "no-such-command: command not found in this pet"),
                        arguments(shell, "/no/such", 127, "/no/such: command not found in this pet"),
                        arguments(shell, "if", 127, "if: command not found in this pet"),
                        arguments(shell, "", 127, ": command not found in this pet"),
                        arguments(shell, "/etc/passwd", 126, "/etc/passwd: permission denied"),
                        arguments(shell, "/etc", 126, "/etc: is a directory")));
    }

    @ParameterizedTest
    @EnumSource
    void startsWhereItsCallerIs(Shell shell) throws IOException {
        var here = Files.createDirectory(directory.resolve("-a b"));

        var finished = shell.run("run", Map.of("HEARTH_WORKDIR", here.toString()), "s", "pwd");

        assertThat(finished.out()).isEqualTo(here + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void startsAtHomeWhereTheDirectoryIsMissing(Shell shell) {
        var finished =
                shell.run("run", Map.of("HEARTH_WORKDIR", "/no/such"), "s", "sh", "-c", "[ \"$PWD\" = \"$HOME\" ]");

        assertThat(finished.status()).isZero();
        assertThat(finished.err())
                .isEqualTo(
                        "hearth: /no/such is not there in this pet; using " + System.getProperty("user.home") + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void addsTheCallersOwnDirectoriesToThePetsPath(Shell shell) {
        var home = System.getProperty("user.home");
        var variables = Map.of(
                "PATH",
                "/usr/sbin:/usr/bin:/sbin:/bin",
                "HEARTH_PATH",
                "/opt/host/bin:" + home + "/bin:/usr/bin:" + home + "/.cargo/bin");

        var finished = shell.run("run", variables, "s", "sh", "-c", "echo $PATH");

        assertThat(finished.out()).isEqualTo(home + "/bin:" + home + "/.cargo/bin:/usr/sbin:/usr/bin:/sbin:/bin\n");
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsOwnVariablesFromTheCommand(Shell shell) {
        var variables =
                Map.of("HEARTH_WORKDIR", "/", "HEARTH_PATH", "/bin", "HEARTH_INIT", "0", "HEARTH_PROMPT", "off");

        var finished = shell.run("run", variables, "s", "env");

        // Others may come with the environment that the tests run in.
        assertThat(finished.out().lines().map(line -> line.split("=", 2)[0]).filter(variables::containsKey))
                .containsExactly("HEARTH_PROMPT");
    }

    @ParameterizedTest
    @EnumSource
    void handsOnVariablesOfAnyName(Shell shell) {
        var variables = Map.of("name", "1", "home", "2", "file", "3", "line", "4", "state", "5", "rest", "6");

        var finished = shell.run("run", variables, "s", "sh", "-c", "echo $name $home $file $line $state $rest");

        assertThat(finished.out()).isEqualTo("1 2 3 4 5 6\n");
    }
}
