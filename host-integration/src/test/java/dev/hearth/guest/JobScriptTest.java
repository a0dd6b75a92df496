package dev.hearth.guest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobScriptTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("statuses")
    void endsWithTheStatusOfTheCommandAndSaysNothing(Shell shell, String command, int status) {
        var finished = Shell.processes().run(job(shell, command));

        assertThat(finished.out()).isEmpty();
        assertThat(finished.status()).isEqualTo(status);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(Shell.values())
                .flatMap(shell -> Stream.of(
                        arguments(shell, "exit 0", 0),
                        arguments(shell, "exit 148", 148),
                        arguments(shell, "kill -s INT $$", 130),
                        arguments(shell, "kill -s QUIT $$", 131),
                        arguments(shell, "kill -s KILL $$", 137),
                        arguments(shell, "kill -s TERM $$", 143)));
    }

    @ParameterizedTest
    @EnumSource
    void isTheOneThatTheTerminalsKeysAreFor(Shell shell) {
        var command = "IFS= read -r stat </proc/$$/stat; set -- ${stat##*) }; [ $3 = $6 ] && [ $3 != $4 ] && tty -s";

        assertThat(Shell.processes().run(job(shell, command)).status()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void hasEverySignalAndItsOwnErrorStream(Shell shell) {
        var command = "grep SigIgn /proc/$$/status; [ ! -e /proc/$$/fd/9 ] && [ -t 2 ]";

        var finished = Shell.processes().run(job(shell, command));

        // Those that the Java machine of the tests ignores come along.
        assertThat(finished.out()).matches("SigIgn:\\s+[0-9a-f]{8}[08]0{7}\\s+");
        assertThat(finished.status()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void tellsThatItWasStoppedAndGoesOn(Shell shell) {
        pipe();
        // Beside it somebody who continues the session, as `end` does, when the pipe has told of the stop.
        var command = "leader=$PPID; exec 5<>'%s'; (read -r line <&5; echo $line; kill -s CONT $leader $$) & "
                        .formatted(stops())
                + "kill -s TSTP $$; echo on; wait; exit 7";

        var finished = Shell.processes().run(job(shell, command));

        assertThat(finished.out().lines()).containsExactlyInAnyOrder("stopped", "on");
        assertThat(finished.status()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void outlivesSignalsThatTheCommandHandles(Shell shell) {
        var command = "trap 'exit 9' TERM; kill -s INT $PPID; kill -s TERM $PPID; kill -s TERM $$; sleep 9";

        assertThat(Shell.processes().run(job(shell, command)).status()).isEqualTo(9);
    }

    private Path stops() {
        return directory.resolve("stops");
    }

    private void pipe() {
        Shell.processes().run(Command.of("mkfifo", stops().toString())).orThrow();
    }

    /** script(1) gives its program a terminal; what it started itself would stop it too when that stops. */
    private Command job(Shell shell, String command) {
        Needed.programs("script");
        var job = Shell.scripts().resolve("job").toString();
        var line = Command.of("sh", "-c", "\"$@\"; exit $?", "sh")
                .with(shell.command().argv())
                .with("-m", job, stops().toString(), "sh", "-c", command)
                .argv()
                .stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(joining(" "));
        return Command.of("script", "--quiet", "--return", "--command", line, "/dev/null")
                .withTimeout(Duration.ofSeconds(20));
    }
}
