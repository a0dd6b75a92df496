package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong around pets, and what hearth makes of it: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class FaultsContract {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final InstalledHearth hearth;
    private String pet = "";
    private int steps;

    FaultsContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.newPet();
        var ended = hearth.hearth("--verbose", "create", pet, "--image", TestedEngine.image());
        ended.succeeded();
        steps = steps(ended.err()).size();
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
    }

    @Test
    void refusesANameThatIsTaken() {
        var ended = hearth.hearth("create", pet, "--image", TestedEngine.image());

        assertFailed(ended, 4, "A pet named '" + pet + "' exists already");
        assertThat(hearth.containers(pet)).containsExactly(pet);
    }

    @Test
    void refusesANameThatAnotherContainerHas() throws IOException {
        var other = hearth.newPet();
        try (var image = BareImage.in(hearth)) {
            hearth.client("create", "--name", other, image.name(), "/none").succeeded();

            var ended = hearth.hearth("create", other, "--image", TestedEngine.image());

            assertFailed(ended, 4, "A container that is not yours, or not a pet, has the name '" + other + "'");
            assertThat(hearth.containers(other)).containsExactly(other);
            hearth.client("rm", other).succeeded();
        }
    }

    @Test
    void leavesNothingBehindOfAnImageWithoutAShell() throws IOException {
        var name = hearth.newPet();
        try (var image = BareImage.in(hearth)) {
            var ended = hearth.hearth("create", name, "--image", image.name());

            assertFailed(ended, 2, "The image '" + image.name() + "' has no program '/bin/sh'");
            assertThat(hearth.containers(name)).isEmpty();
        }
    }

    @Test
    void makesNothingForAHomeThatIsMissing() {
        var name = hearth.newPet();
        var home = hearth.directory().resolve("no-home");

        var ended = hearth.hearthWithHome(home, "create", name, "--image", TestedEngine.image());

        assertFailed(ended, 3, "The directory '" + home + "', which the pet is to share, does not exist");
        assertThat(hearth.containers(name)).isEmpty();
        assertThat(home).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = "dev.hearth.spec")
    void refusesImagesWithForgedLabels(String label) throws IOException {
        var name = hearth.newPet();
        try (var image = BareImage.in(hearth, label + "=forged")) {
            var ended = hearth.hearth("create", name, "--image", image.name());

            assertFailed(
                    ended,
                    6,
                    "The image '%s' carries the label '%s', which only hearth may set".formatted(image.name(), label));
            assertThat(hearth.containers(name)).isEmpty();
        }
    }

    @Test
    void makesOnePetWhenTwoAreCreatedAtOnce() throws IOException {
        var name = hearth.newPet();
        var logs = List.of("first.log", "second.log");

        var creates = logs.stream()
                .map(log -> hearth.launch(log, "create", name, "--image", TestedEngine.image()))
                .toList();
        var statuses =
                creates.stream().map(create -> Programs.status(create, SOON)).toList();

        assertThat(statuses).containsExactlyInAnyOrder(0, 4);
        assertThat(hearth.log(logs.get(statuses.indexOf(4))))
                .contains("Error: A pet named '" + name + "' exists already\n");
        assertThat(hearth.containers(name)).containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("kills")
    void makesThePetAfterACreateThatWasKilled(Kill kill) throws IOException {
        var name = hearth.newPet();
        killCreate(kill, name);
        // It may have died with its work done.
        boolean made = hearth.containers(name).contains(name);

        var next = hearth.hearth("create", name, "--image", TestedEngine.image());

        assertThat(next.status()).as(next.toString()).isEqualTo(made ? 4 : 0);
        assertThat(hearth.containers(name)).containsExactly(name);
    }

    Stream<Kill> kills() {
        return Kill.someOf(steps).stream();
    }

    @Test
    void startsAPetThatTheEnginesClientStopped() throws IOException {
        hearth.run(pet, "true");
        hearth.client("stop", pet).succeeded();
        assertThat(hearth.state(pet)).isEqualTo("stopped");

        var ended = hearth.hearth("run", "-c", pet, "sh", "-c", "echo $HEARTH_PET");

        assertThat(ended).isEqualTo(new Ended(0, pet + "\n", ""));
        assertThat(hearth.state(pet)).isEqualTo("running");
    }

    @Test
    void makesAPetAgainThatTheEnginesClientRemoved() throws IOException {
        var name = hearth.create(TestedEngine.image());
        hearth.client("rm", "--force", name).succeeded();

        hearth.hearth("create", name, "--image", TestedEngine.image()).succeeded();

        assertThat(hearth.containers(name)).containsExactly(name);
    }

    @Test
    void endsWithTheNextCommandWhatASessionLeftThatWasKilled() throws IOException {
        // A launcher that becomes the program leaves nothing behind.
        var session = hearth.startByJava("orphan.log", pet, "sh", "-c", "echo $$; exec sleep 1000");
        List<ProcessHandle> client = List.of();
        try {
            long inside = Long.parseLong(firstLine("orphan.log"));
            client = session.descendants().toList();
            session.destroyForcibly();
            Programs.status(session, SOON);
            assertThat(runsInside(inside)).isTrue();

            hearth.run(pet, "true");

            assertThat(runsInside(inside)).isFalse();
        } finally {
            client.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @CsvSource({"HUP,129", "TERM,143"})
    void endsASessionWithItsLauncher(String signal, int status) throws IOException {
        var session = hearth.start(signal + ".log", pet, "sh", "-c", "echo $$; exec sleep 1000");
        long inside = Long.parseLong(firstLine(signal + ".log"));

        Programs.signal(signal, session);

        assertThat(Programs.status(session, SOON)).isEqualTo(status);
        assertThat(runsInside(inside)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"run -c PET yes, head -n 1, y", "list, true, ''"})
    void endsQuietlyWhenNobodyReadsOn(String words, String reader, String read) {
        var ended = hearth.hearthUnder(
                List.of("sh", "-c", "{ \"$@\"; echo \"status $?\" >&2; } | " + reader, "sh"),
                words.replace("PET", pet).split(" ", -1));

        assertThat(ended.out().strip()).isEqualTo(read);
        assertThat(ended.err()).isEqualTo("status 141\n");
    }

    private void killCreate(Kill kill, String name) {
        var create = hearth.launch(name + ".log", "--verbose", "create", name, "--image", TestedEngine.image());
        try {
            Eventually.see(
                    kill + " of " + steps,
                    () -> hearth.log(name + ".log"),
                    log -> steps(log).size() >= kill.step() || !create.isAlive());
            kill.await(create);
        } finally {
            Programs.kill(create);
        }
    }

    private static List<String> steps(String verbose) {
        return verbose.lines().filter(line -> line.startsWith("hearth: ")).toList();
    }

    /** Checks that a command failed with this sentence, and neither with another nor with a stack trace. */
    private static void assertFailed(Ended ended, int status, String sentence) {
        assertThat(ended.status()).as(ended.toString()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> !line.startsWith("Creating the pet ")))
                .as(ended.toString())
                .startsWith("Error: " + sentence)
                .allMatch(line -> line.startsWith("Error: ") || line.startsWith("Hint: ") || line.startsWith("Log: "))
                .hasSizeBetween(2, 3);
    }

    private boolean runsInside(long process) {
        return hearth.client("exec", pet, "sh", "-c", "kill -0 " + process).status() == 0;
    }

    private String firstLine(String log) {
        return Eventually.see("a line", () -> hearth.log(log), text -> text.contains("\n"))
                .lines()
                .findFirst()
                .orElseThrow();
    }
}
