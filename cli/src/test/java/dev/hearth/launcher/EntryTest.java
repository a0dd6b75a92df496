package dev.hearth.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.session.SessionEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enters by a plan, with stubs in the places of the engine's client and of Java. */
@ParameterizedClass
@MethodSource("shells")
@Timeout(value = 30, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EntryTest {
    private static final String ID = "63c7c15adf90a55922b510feb77cbdb0ac1ea131e679e24ba19973128f3747ce";

    private final String shell;
    private StubbedLauncher launcher;

    @TempDir
    private Path directory;

    EntryTest(String shell) {
        this.shell = shell;
    }

    static Stream<String> shells() {
        return LauncherTest.shells();
    }

    @BeforeEach
    void install() throws IOException {
        launcher = new StubbedLauncher(directory, shell);
        launcher.write("run/hearth/entries/dev", plan());
    }

    @Test
    void runsTheEnginesClientWithTheUsersWordsByteForByte() throws Exception {
        var said = launcher.launch("run", "-c", "dev", "printf", "a b", "", "$(id)", "*", "-c")
                .out();

        assertThat(said.lines().findFirst().orElseThrow().replaceAll("<63c7c15adf90[.][0-9]+[.][0-9.]+>", "<SESSION>"))
                .isEqualTo("<--host><unix:///run/docker.sock><exec><--user><1000:1000>"
                        + "<--env=XDG_RUNTIME_DIR><--env=HEARTH_PATH><--env=HEARTH_WORKDIR><--env=HEARTH_STOPS><" + ID
                        + "></usr/libexec/hearth/run><SESSION><printf><a b><><$(id)><*><-c>");
    }

    @Test
    void endsWithTheClientsStatusAndLeavesNoSession() throws Exception {
        assertThat(launcher.launch("run", "-c", "dev", "true").status()).isEqualTo(42);

        try (var sessions = Files.list(directory.resolve("run/hearth/sessions"))) {
            assertThat(sessions).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter dev", "run --container dev x", "run --container=dev x", "run -c dev -- -x"})
    void understandsTheWaysToNameAPet(String words) throws Exception {
        assertThat(launcher.launch(words.split(" ", -1)).status()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run x",
                "run -c other x",
                "run -c dev",
                "run -c dev -x",
                "run -cdev x",
                "enter",
                "enter --rm dev",
                "enter dev --x",
                "run -c ../dev x",
                "run -c .made-with x",
                "--verbose run -c dev x",
                "list",
                "--engine docker run -c dev x",
                "run -c",
                "--engine"
            })
    void leavesToJavaWhatItDoesNotUnderstand(String words) throws Exception {
        assertThat(launcher.launch(words.split(" ", -1))).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void asksJavaForAnotherEngine() throws Exception {
        launcher.environment().put("DOCKER_HOST", "unix:///run/other.sock");

        assertThat(run()).isEqualTo("Java\n7");
    }

    @Test
    void takesAnEngineThatWasAskedForWhenThePlanWasMade() throws Exception {
        launcher.write("run/hearth/entries/dev", plan().replace("choice |", "choice unix:///x|"));

        assertThat(launcher.launch("--engine", "unix:///x", "run", "-c", "dev", "x")
                        .status())
                .isEqualTo(42);
        assertThat(launcher.launch("--engine=unix:///x", "run", "-c", "dev", "x")
                        .status())
                .isEqualTo(42);
        launcher.environment().put("HEARTH_ENGINE", "unix:///x");
        assertThat(launcher.launch("run", "-c", "dev", "x").status()).isEqualTo(42);
    }

    @Test
    void asksJavaWhereItIsToldTo() throws Exception {
        launcher.environment().put("HEARTH_SLOW", "1");

        assertThat(run()).isEqualTo("Java\n7");
    }

    @Test
    void asksJavaWhenTheConfigurationIsNewer() throws Exception {
        launcher.write(".config/hearth/config.yaml", "engine: podman\n");
        Files.setLastModifiedTime(
                directory.resolve(".config/hearth/config.yaml"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run()).isEqualTo("Java\n7");
    }

    @Test
    void asksJavaWhenAnotherHearthMadeThePlan() throws Exception {
        Files.setLastModifiedTime(directory.resolve("lib/hearth.aot"), FileTime.from(Instant.EPOCH));

        assertThat(run()).isEqualTo("Java\n7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start [0-9]+~start 1", "boot .*~boot another", "process [0-9]+~process 1",
                        "process [0-9]+~process 999999999",
                "\ngo\n~\n", "\ngo\n~\ngo", "hearth-entry 1~hearth-entry 2", "client docker~client sh",
                "client docker~client /bin/sh", "user .*~user $(id)", "user .*~user 0", "container .*~container ; id",
                "container .*~container abc", "process [0-9]+~process self", "inside .*~eval id",
                        "inside .*~inside `id`"
            })
    void asksJavaWhenThePlanIsStaleOrDamaged(String change) throws Exception {
        var parts = change.split("~", -1);
        launcher.write("run/hearth/entries/dev", plan().replaceFirst(parts[0], Matcher.quoteReplacement(parts[1])));

        assertThat(run()).isEqualTo("Java\n7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries/dev", "entries", "sessions"})
    void takesNoLinks(String name) throws Exception {
        var place = directory.resolve("run/hearth").resolve(name);
        var moved = directory.resolve("moved");
        Files.move(place, moved);
        Files.createSymbolicLink(place, moved);

        assertThat(run()).isEqualTo("Java\n7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run/hearth/entries/dev", "run/hearth/entries", "run/hearth", "run"})
    void takesNothingOfSomebodyElses(String name) throws Exception {
        Assumptions.assumeTrue(StubbedLauncher.IS_ROOT);
        launcher.own();
        Files.setAttribute(directory.resolve(name), "unix:uid", 12345);

        assertThat(launcher.ended(List.of("run", "-c", "dev", "x"))).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void entersAPetWhoseCallsForTheHostAreAnswered() throws Exception {
        launcher.write(
                "run/hearth/bridge/" + ID.substring(0, 12) + "."
                        + ProcessHandle.current().pid() + "/agent",
                agent());

        assertThat(launcher.launch("run", "-c", "dev", "x").status()).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 1\n", "$(id) 1\n", "999999999 1\n"})
    void hasJavaStartTheAgentThatIsGone(String recorded) throws Exception {
        launcher.write(
                "run/hearth/bridge/" + ID.substring(0, 12) + "."
                        + ProcessHandle.current().pid() + "/agent",
                recorded);

        assertThat(launcher.launch("run", "-c", "dev", "x")).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void entersAPetWhoseOtherSessionsGoOn() throws Exception {
        launcher.write(
                "run/hearth/sessions/" + ID.substring(0, 12) + ".1.1",
                "pid %d\nstart %s\n".formatted(ProcessHandle.current().pid(), started()));
        launcher.write("run/hearth/sessions/" + ID.substring(0, 12) + ".2.2", "");

        assertThat(launcher.launch("run", "-c", "dev", "x").status()).isEqualTo(42);
    }

    @Test
    void hasJavaEndWhatASessionLeftWhoseLauncherWasKilled() throws Exception {
        launcher.write("run/hearth/sessions/" + ID.substring(0, 12) + ".1.1", "pid 999999999\nstart 1\n");

        assertThat(launcher.launch("run", "-c", "dev", "x")).isEqualTo(StubbedLauncher.JAVA);
    }

    @Test
    void passesOnTheSameVariablesAsJava() throws IOException {
        var text = Files.readString(StubbedLauncher.SOURCES.resolve("sh/variables.sh"));
        int start = text.indexOf("case $1 in") + "case $1 in".length();
        var patterns =
                List.of(text.substring(start, text.indexOf(')', start)).strip().split("[\\s|\\\\]+"));

        var prefixes = SessionEnvironment.prefixes().stream().map(prefix -> prefix + "*");
        assertThat(patterns)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(prefixes, SessionEnvironment.exactNames().stream())
                        .toList());
    }

    /** The record of an agent that is there, for which this very process stands in. */
    private static String agent() throws IOException {
        return ProcessHandle.current().pid() + " " + started() + "\n";
    }

    private static String started() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
    }

    private static String plan() throws IOException {
        long pid = ProcessHandle.current().pid();
        var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
        return """
                hearth-entry 1
                choice ||||
                boot %s
                process %d
                start %s
                container %s
                user 1000:1000
                client docker --host unix:///run/docker.sock exec --user
                inside /run/host
                go
                """.formatted(boot.strip(), pid, started(), ID);
    }

    private String run() throws Exception {
        var ended = launcher.launch("run", "-c", "dev", "x");
        return ended.out() + ended.status();
    }
}
