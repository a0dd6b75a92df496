package dev.hearth.core.process;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.host.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HostProcessesTest {
    @TempDir
    Path directory;

    private final List<String> notes = new ArrayList<>();
    private final HostProcesses processes =
            new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), notes::add);

    @AfterEach
    void endWhatTestsLeftRunning() throws IOException {
        var pids = directory.resolve("pids");
        for (var pid : Files.exists(pids) ? Files.readAllLines(pids) : List.<String>of()) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void capturesBothStreamsAndTheStatus() {
        var command = sh("printf out; printf err >&2; exit 3");

        assertThat(processes.run(command)).isEqualTo(new Finished(command, 3, "out", "err"));
    }

    @Test
    void notesEachRunWithItsTime() {
        processes.run(Command.of("true"));

        assertThat(notes).singleElement().asString().matches("run true: done after \\d+ ms");
    }

    @Test
    void readsMoreOnStandardErrorThanAPipeHolds() {
        var finished = processes.run(sh("head -c 300000 /dev/zero | tr '\\0' x >&2"));

        assertThat(finished.err()).hasSize(300_000);
    }

    @Test
    void isNotHeldUpByAChildThatIgnoresItsInput() {
        var finished = processes.run(Command.of("true").withInput("x".repeat(1_000_000)));

        assertThat(finished.status()).isZero();
    }

    @Test
    void givesTheChildItsInputAndEnvironment() {
        var command = sh("cat; printf \"$GREETING\"").withInput("hello ").withEnvironment("GREETING", "wörld");

        assertThat(processes.run(command).out()).isEqualTo("hello wörld");
    }

    @Test
    void givesAChildWithoutInputAnEmptyOne() {
        assertThat(processes.run(Command.of("cat")).out()).isEmpty();
    }

    @Test
    void killsGrandchildrenTooWhenTheTimeIsOver() throws IOException {
        var command = sh("sleep 100 & echo $! >> " + pids() + "; wait").withTimeout(ofMillis(500));

        assertThatThrownBy(() -> processes.run(command)).isInstanceOf(ProgramTimedOut.class);
        assertThat(recordedPids()).hasSize(1).allSatisfy(HostProcessesTest::awaitEnd);
    }

    @Test
    void doesNotWaitForADaemonThatKeepsStandardOutputOpen() throws IOException {
        var finished = processes.run(sh("setsid sleep 100 & echo $! >> " + pids() + "; echo done"));

        assertThat(finished.out()).isEqualTo("done\n");
        assertThat(recordedPids()).hasSize(1).allMatch(HostProcessesTest::isAlive);
    }

    @Test
    void streamsLinesOfBothStreamsAsTheyCome() throws IOException {
        var gate = directory.resolve("gate");
        var lines = new ArrayList<String>();
        var command = sh("echo first; while ! [ -e " + gate + " ]; do sleep 0.01; done; echo second >&2; printf third");

        var finished = processes.stream(command, line -> {
            lines.add(line);
            create(gate);
        });

        assertThat(lines).containsExactly("first", "second", "third");
        assertThat(finished).isEqualTo(new Finished(command, 0, "first\nsecond\nthird", ""));
    }

    @Test
    void streamsEachRewritingOfALineOfProgress() {
        var lines = new ArrayList<String>();

        processes.stream(sh("printf '10%%\\r20%%\\r\\nend\\n'"), lines::add);

        assertThat(lines).containsExactly("10%", "20%", "end");
    }

    @Test
    void remembersTheLastFortyLinesOfAStream() {
        var finished = processes.stream(Command.of("seq", "100"), _ -> {});

        assertThat(finished.out()).startsWith("61\n62\n").endsWith("\n100");
    }

    @Test
    void endsAStreamThatSaysNothingWhenTheTimeIsOver() throws IOException {
        var command = sh("sleep 100 & echo $! >> " + pids() + "; wait").withTimeout(ofMillis(300));

        assertThatThrownBy(() -> processes.stream(command, _ -> {}))
                .isInstanceOf(ProgramTimedOut.class)
                .hasMessageStartingWith("`sh -c 'sleep 100");
        assertThat(recordedPids()).hasSize(1).allSatisfy(HostProcessesTest::awaitEnd);
    }

    @Test
    void endsAStreamThatNeverStopsTalkingWhenTheTimeIsOver() {
        var command = sh("while :; do echo more; done").withTimeout(ofMillis(300));

        assertThatThrownBy(() -> processes.stream(command, _ -> {})).isInstanceOf(ProgramTimedOut.class);
    }

    @Test
    void doesNotWaitForADaemonThatKeepsAStreamOpen() throws IOException {
        var finished = processes.stream(sh("setsid sleep 100 & echo $! >> " + pids() + "; echo done"), _ -> {});

        assertThat(finished.out()).isEqualTo("done");
        assertThat(recordedPids()).hasSize(1);
    }

    @Test
    void endsTheProgramWhenItsListenerFails() throws IOException {
        var command = sh("echo $$ >> " + pids() + "; echo line; exec sleep 100");

        assertThatThrownBy(() -> processes.stream(command, _ -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(recordedPids()).hasSize(1).allSatisfy(HostProcessesTest::awaitEnd);
    }

    @Test
    void killsTheProgramWhenInterruptedAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> processes.run(Command.of("sleep", "100"))).isInstanceOf(Interrupted.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void namesAMissingProgram() {
        assertThatThrownBy(() -> processes.run(Command.of("no-such-program")))
                .isInstanceOf(ProgramMissing.class)
                .hasMessage("The program 'no-such-program' is not installed");
    }

    @Test
    void findsProgramsThatOnlyAdministratorsHaveInTheirPath() throws IOException {
        var bin = Files.createDirectory(directory.resolve("bin"));
        var program = Files.createFile(bin.resolve("tool"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var local = new HostProcesses(new Environment(Map.of("PATH", "relative:" + bin)), notes::add);

        assertThat(local.locate("tool")).contains(program);
        assertThat(local.locate(program.toString())).contains(program);
        assertThat(local.locate("bin/none")).isEmpty();
    }

    @Test
    void startsADetachedProgramInASessionOfItsOwnWithItsOutputInALog() throws IOException {
        var log = directory.resolve("log");

        long pid = processes.startDetached(sh("echo $$; echo oops >&2; exec sleep 100"), log);

        Files.writeString(directory.resolve("pids"), pid + "\n");
        processes.run(sh("until grep -q oops " + log + "; do sleep 0.01; done").withTimeout(ofSeconds(10)));
        assertThat(log).hasContent(pid + "\noops\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
                .isEqualTo("rw-------");
        assertThat(processes
                        .run(Command.of("ps", "-o", "sid=", "-p", Long.toString(pid)))
                        .out()
                        .strip())
                .isEqualTo(Long.toString(pid));
    }

    @Test
    void tellsTheStatusOfAProgramThatASignalEnded() {
        assertThat(processes.run(sh("kill -9 $$")).status()).isEqualTo(137);
    }

    private Path pids() {
        return directory.resolve("pids");
    }

    private List<Long> recordedPids() throws IOException {
        return Files.readAllLines(pids()).stream().map(Long::valueOf).toList();
    }

    /** {@return whether a process still does something; one that was killed may wait to be reaped} */
    private static boolean isAlive(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).matches("(?s).*\\) [ZX] .*");
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits for a process to be gone, which a kill does not do; the test's limit of time ends it otherwise. */
    private static void awaitEnd(long pid) {
        while (isAlive(pid)) {
            Thread.onSpinWait();
        }
    }

    private static void create(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Command sh(String script) {
        return Command.of("sh", "-c", script);
    }
}
