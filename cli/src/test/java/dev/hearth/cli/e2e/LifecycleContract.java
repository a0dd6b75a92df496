package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pet's life, by the launcher and by the engine's own client: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class LifecycleContract {
    private final InstalledHearth hearth;
    private String pet = "";

    LifecycleContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image());
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
    }

    @Test
    void runsAsTheOwnerInTheirDirectory() {
        var said = hearth.run(pet, "sh", "-c", "id -u; id -g; id -un; echo \"$HOME\"; pwd");

        var owner = hearth.person();
        assertThat(said)
                .isEqualTo("%d\n%d\n%s\n%s\n%s\n"
                        .formatted(owner.uid(), owner.gid(), owner.name(), owner.home(), hearth.directory()));
    }

    @Test
    void becomesRootInsideWithoutAPassword() {
        assertThat(hearth.run(pet, "sudo", "id", "-u")).isEqualTo("0\n");
    }

    @Test
    void makesFilesInTheHomeThatAreTheOwners() throws IOException {
        hearth.run(pet, "sh", "-c", "echo made inside >made");

        var made = hearth.directory().resolve("made");
        assertThat(made).hasContent("made inside\n");
        assertThat(Files.readAttributes(made, PosixFileAttributes.class).owner().getName())
                .isEqualTo(hearth.person().name());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 125, 126, 127, 255})
    void endsWithTheCommandsStatus(int status) {
        var ended = hearth.hearth("run", "-c", pet, "sh", "-c", "exit " + status);

        assertThat(ended).isEqualTo(new Ended(status, "", ""));
    }

    @ParameterizedTest
    @CsvSource({"HUP,129", "INT,130", "USR1,138", "KILL,137", "TERM,143"})
    void endsWith128MoreThanTheSignal(String signal, int status) {
        var ended = hearth.hearth("run", "-c", pet, "sh", "-c", "kill -s " + signal + " $$");

        assertThat(ended).isEqualTo(new Ended(status, "", ""));
    }

    @Test
    void sendsTheInputInAndTheOutputOutByteForByte() throws IOException {
        var bytes = new byte[5_000_000];
        new Random(7).nextBytes(bytes);
        var input = Files.write(hearth.directory().resolve("bytes"), bytes);

        var ended = hearth.hearthReading(input, "run", "-c", pet, "sh", "-c", "tee copy | cksum");

        assertThat(ended).isEqualTo(new Ended(0, hearth.run(pet, "sh", "-c", "cksum <bytes"), ""));
        assertThat(hearth.directory().resolve("copy")).hasSameBinaryContentAs(input);
    }

    @Test
    void keepsTheTwoOutputsApartAndSeesTheEndOfTheInput() {
        var ended = hearth.hearth("run", "-c", pet, "sh", "-c", "echo out; echo err >&2; cat");

        assertThat(ended).isEqualTo(new Ended(0, "out\n", "err\n"));
    }

    @Test
    void carriesWordsExactly() {
        var words = new String[] {"printf", "<%s>", "a b", "", "$(id)", "'q\"", "x\ny", "*", "-c", "ünï"};

        assertThat(hearth.run(pet, words)).isEqualTo("<a b><><$(id)><'q\"><x\ny><*><-c><ünï>");
    }

    @Test
    void saysThatThereIsNoSuchCommand() {
        var ended = hearth.hearth("run", "-c", pet, "no-such-command");

        assertThat(ended).isEqualTo(new Ended(127, "", "hearth: no-such-command: command not found in " + pet + "\n"));
    }

    @Test
    void listsPetsWithTheirStates() throws IOException {
        var stopped = hearth.create(TestedEngine.image());
        hearth.run(stopped, "true");
        hearth.hearth("stop", stopped).succeeded();
        hearth.run(pet, "true");

        assertThat(hearth.state(pet)).isEqualTo("running");
        assertThat(hearth.state(stopped)).isEqualTo("stopped");
    }

    @Test
    void completesTheNamesThatThereAreNow() throws IOException {
        var other = hearth.create(TestedEngine.image());
        assertThat(completed()).contains(pet, other);

        hearth.hearth("stop", other).succeeded();
        hearth.hearth("rename", other, other + "-renamed").succeeded();
        assertThat(completed()).contains(other + "-renamed").doesNotContain(other);

        hearth.hearth("rm", "--yes", other + "-renamed").succeeded();
        assertThat(completed()).contains(pet).doesNotContain(other + "-renamed");
    }

    /** As shells ask: once by Java, and once by what that left for the launcher. */
    private List<String> completed() {
        var names = complete();
        var kept = hearth.person().isRoot()
                ? "/run"
                : "/run/user/" + hearth.person().uid();
        assertThat(Path.of(kept, "hearth/entries/.names")).exists();
        assertThat(complete()).isEqualTo(names);
        return names.lines().toList();
    }

    private String complete() {
        var engine = "HEARTH_ENGINE=" + hearth.launcher().getLast();
        var words = List.of("env", engine, InstalledHearth.LAUNCHER.toString(), "complete", "pets");
        return new Programs(hearth.person().environment())
                .run(Duration.ofMinutes(1), hearth.directory(), hearth.person().saying(words))
                .succeeded();
    }

    @Test
    void worksOnAfterTheEnginesClientStoppedAndStartedThePet() {
        hearth.run(pet, "true");
        hearth.client("stop", pet).succeeded();

        hearth.client("start", pet).succeeded();

        assertThat(hearth.run(pet, "sudo", "id", "-un")).isEqualTo("root\n");
    }

    @Test
    void isEnteredByTheEnginesClientAsItsOwner() {
        hearth.run(pet, "true");

        var ended = hearth.client("exec", pet, "sh", "-c", "id -u; pwd");

        var owner = hearth.person();
        assertThat(ended).isEqualTo(new Ended(0, "%d\n%s\n".formatted(owner.uid(), owner.home()), ""));
    }

    @Test
    void noticesThatTheEnginesClientRemovedAPet() throws IOException {
        var removed = hearth.create(TestedEngine.image());
        hearth.run(removed, "true");

        hearth.client("rm", "--force", removed).succeeded();

        assertThat(hearth.state(removed)).isEmpty();
        assertThat(hearth.hearth("rm", removed).status()).isEqualTo(3);
        assertThat(hearth.hearth("run", "-c", removed, "true").status()).isEqualTo(125);
    }

    @Test
    void followsARenaming() throws IOException {
        var before = hearth.create(TestedEngine.image());
        var after = hearth.newPet();
        hearth.run(before, "sudo", "touch", "/kept");

        hearth.hearth("rename", before, after).succeeded();

        assertThat(hearth.state(before)).isEmpty();
        assertThat(hearth.run(after, "sh", "-c", "ls /kept; echo $HEARTH_PET")).isEqualTo("/kept\n" + after + "\n");
    }

    @Test
    void removesARunningPetOnlyWhenForced() throws IOException {
        var running = hearth.create(TestedEngine.image());
        hearth.run(running, "true");

        assertThat(hearth.hearth("rm", running).status()).isEqualTo(4);
        assertThat(hearth.state(running)).isEqualTo("running");
        hearth.hearth("rm", "--force", running).succeeded();

        assertThat(hearth.state(running)).isEmpty();
        assertThat(hearth.directory()).isDirectory();
    }

    @Test
    void startsNothingForASessionThatHasEndedAlready() {
        var pet = hearth.create(TestedEngine.image());
        hearth.client("exec", "--user", "0:0", pet, "/usr/libexec/hearth/end", "it.early", "HUP")
                .succeeded();

        var late =
                hearth.client("exec", "--user", "0:0", pet, "/usr/libexec/hearth/run", "it.early", "echo", "started");

        assertThat(late.out()).isEmpty();
        assertThat(late.status()).isEqualTo(129);
        assertThat(hearth.client("exec", "--user", "0:0", pet, "/usr/libexec/hearth/run", "it.other", "echo", "started")
                        .succeeded())
                .isEqualTo("started\n");
    }

    @Test
    void refusesANameThatIsTaken() {
        var ended = hearth.hearth("create", pet, "--image", TestedEngine.image());

        assertThat(ended.status()).isEqualTo(4);
        assertThat(hearth.run(pet, "echo", "still here")).isEqualTo("still here\n");
    }
}
