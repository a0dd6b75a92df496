package dev.hearth.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import dev.hearth.session.ContainerMark;
import dev.hearth.session.Handover;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the launcher under each shell that a host may have as {@code sh}, with a stub in Java's place. */
@ParameterizedClass
@MethodSource("shells")
@Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {
    private static final Path SOURCES = Path.of("src/main").toAbsolutePath();
    private static final String STUB = """
            #!/bin/sh
            for word; do
                case $word in
                    -Dhearth.handover=*) [ ! -e "$0.decision" ] || cat "$0.decision" >"${word#*=}" ;;
                    -Dhearth.*) echo "$word" >>"$0.properties" ;;
                esac
            done
            touch "$0.started"
            [ ! -e "$0.slow" ] || exec sleep 20
            exit "$(cat "$0.status")"
            """;

    private final List<String> shell;

    @TempDir
    Path directory;

    LauncherTest(String shell) {
        this.shell = List.of(shell.split(" ", -1));
    }

    static Stream<String> shells() {
        return Stream.of("sh", "dash", "bash --posix", "busybox sh")
                .filter(shell -> Stream.of("/bin/", "/usr/bin/")
                        .anyMatch(place -> Files.isExecutable(Path.of(place + shell.split(" ", -1)[0]))));
    }

    @BeforeEach
    void install() throws IOException {
        copy(SOURCES.resolve("launcher"), directory.resolve("bin"));
        copy(SOURCES.resolve("sh"), directory.resolve("lib"));
        Files.createDirectories(directory.resolve("java/bin"));
        Files.writeString(directory.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.writeString(stub(""), STUB);
        assertThat(stub("").toFile().setExecutable(true)).isTrue();
        status(0);
    }

    @Test
    void endsWithJavasStatusWhenThereIsNoDecision() throws Exception {
        status(4);

        assertThat(launch()).isEqualTo(new Ended(4, "", ""));
    }

    @Test
    void prefersTheJavaOfItsPackage() throws Exception {
        status(1);
        program("lib/runtime/bin/java", STUB);
        program("lib/runtime/bin/java.status", "4");
        Files.createFile(directory.resolve("lib/hearth.aot"));

        assertThat(launch()).isEqualTo(new Ended(4, "", ""));
        assertThat(stub(".started")).doesNotExist();
    }

    @Test
    void hasAPackageMakeItsCacheWhenThereIsNone() throws Exception {
        program("lib/runtime/bin/java", STUB);
        program("lib/runtime/bin/java.status", "0");
        program("lib/cache/make-cache", "#!/bin/sh\n: >\"${0%/cache/*}/hearth.aot\"\n");

        assertThat(launch()).isEqualTo(new Ended(0, "", ""));

        awaitFile(directory.resolve("lib/hearth.aot"));
    }

    @Test
    void tellsJavaAboutTheTerminalsAndItsOwnPath() throws Exception {
        launch();

        assertThat(Files.readAllLines(stub(".properties")))
                .contains("-Dhearth.terminals=000", "-Dhearth.launcher=" + launcher());
    }

    @Test
    void carriesTheUsersWordsByteForByte() throws Exception {
        decide(Handover.of(Command.of("printf", "<%s>", "a b")).withTail(4));

        assertThat(launch("run", "-c", "x\ny", "", "$(id) 'q' \\", "*"))
                .isEqualTo(new Ended(0, "<a b><x\ny><><$(id) 'q' \\><*>", ""));
    }

    @Test
    void setsVariablesAndPassesTheProgramsStatusOn() throws Exception {
        decide(Handover.of(Command.of("sh", "-c", "echo \"$A\"; exit 127").withEnvironment("A", " b  $(c)")));

        assertThat(launch()).isEqualTo(new Ended(127, " b  $(c)\n", ""));
    }

    @Test
    void givesTheProgramTheStandardInput() throws Exception {
        decide(Handover.of(Command.of("cat")));

        assertThat(ended(started(List.of()), "a\0b")).isEqualTo(new Ended(0, "a\0b", ""));
    }

    @Test
    void keepsASessionFileWhileTheProgramRuns() throws Exception {
        var session = directory.resolve("session");
        decide(Handover.of(Command.of("cat", session.toString())).withSession(session, Command.of("true")));

        var process = started(List.of());
        var ended = ended(process, "");

        assertThat(ended.out()).matches("pid " + process.pid() + "\nstart \\d+\n");
        assertThat(session).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hearth-handover 2\ntail 0\nword true\ngo\n",
                "hearth-handover 1\ntail 0\nword true\n",
                "hearth-handover 1\ntail 1\nword true\ngo\n",
                "hearth-handover 1\ntail x\nword true\ngo\n",
                "hearth-handover 1\neval true\ngo\n",
                "hearth-handover 1\ntail 0\nword true\nexport A-B c\ngo\n",
            })
    void refusesADecisionThatIsDamaged(String decision) throws Exception {
        Files.writeString(stub(".decision"), decision);

        var ended = launch();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("hearth: Java left a decision that cannot be read: ");
    }

    @ParameterizedTest
    @CsvSource({"HUP,129", "INT,130", "QUIT,131", "TERM,143"})
    void stopsJavaOnASignal(String signal, int status) throws Exception {
        Files.createFile(stub(".slow"));
        var process = started(List.of());
        awaitFile(stub(".started"));

        send(signal, process);

        assertThat(ended(process, "").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"HUP,129", "INT,9", "QUIT,9", "TERM,143"})
    void handsASignalToWhatRunsInside(String signal, int status) throws Exception {
        var pid = directory.resolve("pid");
        var log = directory.resolve("log");
        decide(Handover.of(Command.of(
                        "sh",
                        "-c",
                        "trap 'exit 9' USR1; echo $$ >\"$0.new\"; mv \"$0.new\" \"$0\"; while :; do sleep 0.1; done",
                        pid.toString()))
                .withSession(
                        directory.resolve("session"),
                        Command.of(
                                "sh",
                                "-c",
                                "echo \"$2\" >>\"$0\"; kill -USR1 \"$(cat \"$1\")\"",
                                log.toString(),
                                pid.toString())));
        var process = started(List.of());
        awaitFile(pid);

        send(signal, process);

        assertThat(ended(process, "").status()).isEqualTo(status);
        assertThat(log).hasContent(signal);
        assertThat(directory.resolve("session")).doesNotExist();
    }

    @Test
    void stopsWithWhatWasStoppedInsideAndGoesOnWithIt() throws Exception {
        var stops = directory.resolve("stops");
        var goOn = directory.resolve("go-on");
        var program = "echo stopped >\"$0\"; until [ -e \"$1\" ]; do sleep 0.1; done; exit 7";
        decide(Handover.of(Command.of("sh", "-c", program, stops.toString(), goOn.toString()))
                .withSession(
                        directory.resolve("session"), Command.of("sh", "-c", "echo \"$1\" >\"$0\"", goOn.toString()))
                .withStops(stops));

        // The job of a shell, which can continue it.
        var shell =
                "set -m; \"$@\" & until [ \"$(ps -o stat= -p $!)\" = T ]; do sleep 0.1; done; kill -s CONT -- -$!; wait $!";
        var argv = new ArrayList<>(List.of("bash", "-c", shell, "bash"));
        argv.addAll(this.shell);
        argv.add(launcher().toString());

        assertThat(ended(start(argv), "").status()).isEqualTo(7);
        assertThat(goOn).hasContent("CONT");
        assertThat(stops).doesNotExist();
    }

    @Test
    void waitsNotForEverForWhatIsToEndTheSession() throws Exception {
        var pid = directory.resolve("pid");
        decide(Handover.of(Command.of(
                        "sh", "-c", "echo $$ >\"$0.new\"; mv \"$0.new\" \"$0\"; exec sleep 60", pid.toString()))
                .withSession(directory.resolve("session"), Command.of("sh", "-c", "sleep 60")));
        var process = started(List.of());
        awaitFile(pid);

        send("HUP", process);

        assertThat(ended(process, "").status()).isEqualTo(129);
    }

    @Test
    void endsWhatIsInsideWhenTheClientWasKilled() throws Exception {
        var log = directory.resolve("log");
        decide(Handover.of(Command.of("sh", "-c", "kill -KILL $$"))
                .withSession(
                        directory.resolve("session"), Command.of("sh", "-c", "echo \"$1\" >>\"$0\"", log.toString())));

        assertThat(launch().status()).isEqualTo(137);
        assertThat(log).hasContent("HUP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
    void worksWithClosedStreams(String closed) throws Exception {
        decide(Handover.of(Command.of("sh", "-c", "cat; echo out; echo err >&2; exit 6")));
        var argv = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" " + closed, "sh"));
        argv.addAll(shell);
        argv.add(launcher().toString());

        assertThat(ended(start(argv), "").status()).isEqualTo(6);
    }

    @Test
    void tellsTheTerminalWhichContainerHasIt() throws Exception {
        decide(Handover.of(Command.of("tty", "-s")).withMark(new ContainerMark("dev", "podman", 1000)));
        var argv = String.join(" ", shell) + " " + launcher();

        // script(1) gives its program a terminal.
        var ended = ended(start(List.of("script", "--quiet", "--return", "--command", argv, "/dev/null")), "");

        assertThat(ended.out())
                .isEqualTo("\033]777;container;push;dev;podman;1000\033\\\033]777;container;pop;;;\033\\");
        assertThat(ended.status()).isZero();
        assertThat(Files.readAllLines(stub(".properties"))).contains("-Dhearth.terminals=111");
    }

    private void program(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Path stub(String suffix) {
        return directory.resolve("java/bin/java" + suffix);
    }

    private Path launcher() throws IOException {
        return directory.toRealPath().resolve("bin/hearth");
    }

    private void status(int status) throws IOException {
        Files.writeString(stub(".status"), Integer.toString(status));
    }

    private void decide(Handover decision) throws IOException {
        Files.writeString(stub(".decision"), decision.render());
    }

    private Ended launch(String... arguments) throws Exception {
        return ended(started(List.of(arguments)), "");
    }

    private Process started(List<String> arguments) throws IOException {
        var argv = new ArrayList<>(shell);
        argv.add(launcher().toString());
        argv.addAll(arguments);
        return start(argv);
    }

    private Process start(List<String> argv) throws IOException {
        var builder = new ProcessBuilder(argv);
        builder.environment().put("JAVA_HOME", directory.resolve("java").toString());
        builder.redirectError(directory.resolve("err").toFile());
        return builder.start();
    }

    private Ended ended(Process process, String input) throws Exception {
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(directory.resolve("err")));
    }

    private static void send(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            Thread.onSpinWait();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private record Ended(int status, String out, String err) {}
}
