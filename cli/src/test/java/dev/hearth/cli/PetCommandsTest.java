package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.guest.GuestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PetCommandsTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void startAfresh() {
        hearth = new HearthFixture(directory);
    }

    @Test
    void listsNoPets() {
        golden("list/none", hearth.run("list"));
    }

    @Test
    void listsPets() {
        makePets();

        golden("list/two", hearth.run("list"));
        golden("list/two-json", hearth.run("ls", "--format=json"));
    }

    @Test
    void listsPetsInColoursOnATerminal() {
        makePets();
        hearth.atTerminal("");

        golden("list/terminal", hearth.run("list"));
    }

    @Test
    void showsAPet() {
        hearth.run(
                "create",
                "web",
                "--image=localhost/hearth/debian:12",
                "--volume=cache:/var/cache",
                "--env=EDITOR=vim",
                "--env=PATH",
                "--package=gcc",
                "--unshare=net,pid",
                "--publish=127.0.0.1:8080:80",
                "--publish=53:53/udp",
                "--memory=1.5g",
                "--cpus=1.5",
                "--hostname=web.example",
                "--label=team=web",
                "--idle-stop=1h30m");

        golden("show/web", hearth.run("show", "web"));
        golden("show/web-json", hearth.run("show", "--format=json"));
    }

    @Test
    void showsAPlanAndDoesNothing() {
        assertThat(hearth.run("create", "dev", "--package=gcc", "--package=gdb", "--dry-run")
                        .out())
                .isEqualTo("""
                        1. Use the image debian 12
                        2. Make a container of it with 4 mounts, as user %d:1000
                        3. Start it, set up user, shell and sudo inside, and install gcc, gdb
                        4. Name it 'dev'
                        """.formatted(hearth.uid()));
        assertThat(hearth.engine().containers()).isEmpty();
    }

    @Test
    void tellsWhatItMakes() {
        golden("create/dev", hearth.run("create", "dev"));
    }

    @Test
    void passesOptionsOnExactly() {
        hearth.run("create", "dev", "--env=A=$(reboot) 'x'\n\u00fc", "--env=B=", "--label=note=a=b c");

        var request = hearth.engine().container("dev").request();
        assertThat(request.environment())
                .containsEntry("A", "$(reboot) 'x'\n\u00fc")
                .containsEntry("B", "");
        assertThat(request.labels()).containsEntry("note", "a=b c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "7up             | '7up' cannot be a pet's name",
                "a b             | 'a b' cannot be a pet's name",
                "\"\"            | '' cannot be a pet's name",
                "\"a\nb\"        | 'a b' cannot be a pet's name",
                "größe           | 'größe' cannot be a pet's name",
                "a;reboot        | 'a;reboot' cannot be a pet's name",
                "--volume=data   | 'data' describes no volume",
                "--home=away     | 'away' names no home",
                "--unshare=all   | 'all' is nothing that can be unshared",
                "--image=A:b:c   | 'A:b:c' is not an image's name: its path 'A:b' is malformed",
                "--env=A-B=c     | 'A-B' cannot be the name of an environment variable",
                "--memory=lots   | 'lots' is not an amount of memory",
                "--cpus=-1       | '-1' is not a number of processors",
                "--publish=80    | '80' is not a port to publish",
                "--idle-stop=30  | '30' is not a length of time",
                "--label=dev.hearth.spec=x | 'dev.hearth.spec=x' is not a label",
                "--device=sda    | 'sda' is not a device",
                "--package=-y    | Expected parameter for option '--package' but found '-y'",
                "--platform=arm  | 'arm' is not a platform",
                "--hostname=-x   | '-x' is not a host name"
            })
    void refusesMalformedValuesBeforeAnyWork(String argument, String message) {
        var outcome = hearth.run("create", "--unshare=net", argument);

        assertThat(outcome.err()).startsWith("Error: " + message + "\nHint: ");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(hearth.engine().containers()).isEmpty();
        assertThat(hearth.ports().choices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ephemeral --autostart", "enter --rm --autostart"})
    void refusesToStartAPetForOneSessionAtLogin(String line) {
        assertThat(hearth.run(line.split(" ", -1)).err()).isEqualTo("""
                Error: A pet for one session cannot start at login as well
                Hint: Leave `--autostart` out, or make a pet that stays with `hearth create`.
                """);
        assertThat(hearth.engine().containers()).isEmpty();
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        golden(
                "create/image-and-distro",
                hearth.run("create", "--image=localhost/hearth/debian:12", "--distro=fedora"));
        golden("create/publish-shared", hearth.run("create", "--publish=80:80"));
    }

    @Test
    void usesSettingsWhereOptionsAreSilent() throws IOException {
        configure("environment: {EDITOR: vim, PAGER: less}\nhome: none\n");

        hearth.run("create", "dev", "--env=PAGER=more");

        golden("show/configured", hearth.run("show", "dev"));
    }

    @Test
    void saysWhereTheConfigurationIsWrong() throws IOException {
        configure("imgae: debian\n");

        var outcome = hearth.run("create");

        assertThat(outcome.err())
                .isEqualTo("Error: %s/config.yaml:1:1: The key 'imgae' is unknown\nHint: Did you mean 'image'?\n"
                        .formatted(hearth.config()));
        assertThat(outcome.status()).isEqualTo(2);
    }

    @Test
    void startsAPetAtLogin() throws IOException {
        assertThat(hearth.run("create", "dev", "--autostart", "--dry-run").out())
                .endsWith("5. Have it start when you log in\n");
        var outcome = hearth.run("create", "dev", "--autostart");

        assertThat(outcome.err())
                .endsWith("Warning: No systemd of yours runs here; 'dev' starts with your login once one does\n");
        assertThat(unit("dev"))
                .content()
                .contains("ExecStart=\"/opt/hearth/bin/hearth\" --engine \"unix:///run/docker.sock\" start dev\n");

        hearth.run("rename", "dev", "lab");
        assertThat(unit("dev")).doesNotExist();
        assertThat(unit("lab")).content().contains(" start lab\n");

        hearth.run("rm", "--force", "lab");
        assertThat(unit("lab")).doesNotExist();
    }

    @Test
    void keepsNoUnitOfAPetThatThePlainEngineRemoved() {
        hearth.run("create", "dev", "--autostart");
        hearth.engine().remove(hearth.engine().container("dev").id());

        hearth.run("create", "dev");

        assertThat(unit("dev")).doesNotExist();
    }

    @Test
    void repairsAUnitThatCallsAHearthThatIsGone() throws IOException {
        hearth.run("create", "dev", "--autostart");
        Files.writeString(unit("dev"), "[Service]\nExecStart=\"/proc/none/hearth\" start dev\n");

        assertThat(hearth.run("start", "dev").err())
                .isEqualTo("The unit that starts 'dev' called '/proc/none/hearth', which is gone; now it calls"
                        + " '/opt/hearth/bin/hearth'\n");
        assertThat(unit("dev")).content().contains("\"/opt/hearth/bin/hearth\"");
    }

    private Path unit(String pet) {
        return directory.resolve(".config/systemd/user/hearth-pet-" + pet + ".service");
    }

    @Test
    void startsStopsRenamesAndRemoves() {
        makePets();

        golden("stop/one-of-two-missing", hearth.run("stop", "dev", "wbe", "web"));
        golden("start/dev", hearth.run("start", "dev"));
        golden("rm/running", hearth.run("rm", "dev"));
        golden("rename/dev", hearth.run("rename", "dev", "lab"));
        golden("rm/forced", hearth.run("rm", "--force", "lab"));
        golden("rm/missing-json", hearth.run("show", "lab", "--format=json"));
        assertThat(hearth.run("list").out()).contains("web").doesNotContain("lab", "dev");
    }

    @Test
    void confirmsToAPersonWhatWasDone() {
        makePets();
        hearth.atTerminal("");

        golden("stop/terminal", hearth.run("stop", "dev"));
    }

    @Test
    void hasADefaultPet() {
        hearth.withState();
        makePets();

        assertThat(hearth.run("default").out()).isEmpty();
        assertThat(hearth.run("default", "web").status()).isZero();
        assertThat(hearth.run("default").out()).isEqualTo("web\n");
        assertThat(hearth.run("show").out()).startsWith("Name:         web\n");
        assertThat(hearth.run("default", "--unset").status()).isZero();
        assertThat(hearth.run("default").out()).isEmpty();
    }

    @Test
    void refusesADefaultThatIsNotThere() {
        makePets();

        golden("default/missing", hearth.run("default", "wbe"));
    }

    @Test
    void saysThatTheConfigurationNamesAPetThatIsNotThere() throws IOException {
        configure("default: lab\n");

        assertThat(hearth.run("show")).isEqualTo(new Outcome(List.of("show"), 3, "", """
                        Error: There is no pet named 'lab', which is the default pet by %s/config.yaml:1
                        Hint: Make it with `hearth create lab`, or correct the setting.
                        """.formatted(hearth.config())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "logs"})
    void saysThatTheDefaultIsLost(String command) {
        hearth.withState().run("create", "dev");
        hearth.run("default", "dev");
        hearth.engine().remove(hearth.engine().container("dev").id());

        assertThat(hearth.run(command).err()).startsWith("""
                        Error: There is no pet named 'dev', which is the default pet (set with `hearth default`)
                        Hint: Choose another with `hearth default NAME`, none with `hearth default --unset`, or make \
                        it anew with `hearth create dev`.
                        """);
    }

    @Test
    void takesALargeFileForNoName() throws IOException {
        Files.writeString(hearth.work().resolve(".hearth"), "x".repeat(10_000_000));

        assertThat(hearth.run("show").err())
                .startsWith(
                        "Error: The first line of '" + hearth.work().resolve(".hearth") + "' is not a pet's name\n");
    }

    @Test
    void prefersThePetOfTheDirectory() throws IOException {
        makePets();
        hearth.withState().allowed(".hearth", "web\n");

        assertThat(hearth.run("show").out()).startsWith("Name:         web\n");
    }

    @Test
    void doesNotGuessAmongSeveralPets() {
        makePets();

        golden("show/several", hearth.run("show"));
    }

    @Test
    void saysThatThereIsNoPet() {
        golden("show/none", hearth.run("show"));
    }

    @Test
    void printsWhatAPetSaid() {
        makePets();

        assertThat(hearth.run("logs", "dev").status()).isZero();
    }

    @Test
    void saysThatTheLogIsACopy() {
        hearth.engine().withProgram("tail", (_, _, line) -> {
            line.accept("installed zsh");
            return 0;
        });
        hearth.engine().withProgram(GuestFiles.SETUP.value(), (_, _, line) -> {
            line.accept("step Providing the shell");
            line.accept("said installed zsh");
            return 0;
        });
        hearth.withState().run("create", "dev");
        assertThat(hearth.run("logs", "dev"))
                .extracting(Outcome::out, Outcome::err)
                .containsExactly("installed zsh\n", "");

        hearth.run("stop", "dev");

        golden("logs/stopped", hearth.run("logs", "dev"));
    }

    @Test
    void warnsOfRootsPets() {
        hearth.withVariable("SUDO_USER", "ada");

        var outcome = hearth.run("list");

        var warning = "Warning: Running through sudo: these are root's pets, not those of ada\n";
        assertThat(outcome.err()).isEqualTo(hearth.uid() == 0 ? warning : "");
    }

    @Test
    void usesTheEngineThatWasAskedFor() {
        hearth.run("--engine=podman", "list");
        hearth.withVariable("HEARTH_ENGINE", "docker").run("list");
        hearth.run("list", "--engine", "unix:///run/x.sock");

        assertThat(hearth.ports().choices())
                .extracting(choice -> choice == null ? "" : choice.value() + " by " + choice.source())
                .containsExactly(
                        "podman by --engine", "docker by the variable HEARTH_ENGINE", "unix:///run/x.sock by --engine");
    }

    private void makePets() {
        for (var name : List.of("dev", "web")) {
            assertThat(hearth.run("create", name).status()).isZero();
        }
    }

    private void configure(String yaml) throws IOException {
        Files.createDirectories(hearth.config());
        Files.writeString(hearth.config().resolve("config.yaml"), yaml);
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
