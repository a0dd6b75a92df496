package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Commands on the host by hearth's own agent. */
abstract class BridgeContract extends HostCallContract {
    private String pet = "";

    BridgeContract(TestedEngine engine) {
        super(engine);
    }

    @BeforeAll
    void createAPet() {
        pet = hearth.create(TestedEngine.image());
    }

    @Override
    Ended inPet(String script) {
        return hearth.hearth("run", "-c", pet, "sh", "-c", script);
    }

    @Override
    String atTerminal(String command) {
        return String.join(" ", hearth.launcher()) + " run -c " + pet + " " + command;
    }

    @Test
    void saysWhatTheHostLacks() {
        var ended = inPet("hearth host no-such-command; echo $?; hearth host /etc; echo $?; hearth host /etc/passwd;"
                + " echo $?; hearth host --directory /no/such true; echo $?");

        assertThat(ended.out()).isEqualTo("127\n126\n126\n125\n");
        assertThat(ended.err()).isEqualTo("""
                hearth: no-such-command: command not found on the host
                hearth: /etc: is a directory on the host
                hearth: /etc/passwd: permission denied on the host
                hearth: There is no directory /no/such on the host
                """);
    }

    @Test
    void endsEvenStubbornCommandsWhenTheCallerIsKilled() {
        var stubborn = "trap \"\" HUP TERM; sleep 4711; sleep 4711";

        run("hearth host sh -c '" + stubborn + "' <&- & sleep 1; kill -s KILL $!");

        Eventually.see("no process of the command", () -> running("sleep 4711"), List::isEmpty);
        Eventually.see("no call", () -> calls(directory()), List::isEmpty);
    }

    @Test
    void handsOnVariablesOfTheTerminalAndThoseNamed() {
        assertThat(run("export TERM=vt100 MINE=1 YOURS=2; hearth host --env YOURS --env 'THEIRS=a\n b'"
                        + " sh -c 'echo \"$TERM ${MINE-} $YOURS $THEIRS ${HEARTH_PET-}\"'"))
                .isEqualTo("vt100  2 a\n b \n");
    }

    @Test
    void answersOnlyTheOwner() {
        var calls = directory().resolve("door/calls");
        var stranger = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

        var words = Stream.concat(stranger.stream(), Stream.of("sh", "-c", "echo name >" + calls));
        var ended = new Programs(System.getenv()).run(LIMIT, Path.of("/"), words.toList());

        assertThat(ended.status()).isNotZero();
        assertThat(ended.err()).contains("Permission denied");
    }

    @Test
    void runsOnlyWhatIsListed() throws IOException {
        var config = hearth.person().home().resolve(".config/hearth/config.yaml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "host-commands: [/usr/bin/printenv]\n");
        try {
            hearth.hearth("start", pet).succeeded();

            var ended = inPet("export LC_ALL=C; hearth host --env LD_PRELOAD=/x.so printenv LC_ALL LD_PRELOAD;"
                    + " hearth host /usr/bin/../bin/printenv LC_ALL; hearth host id; echo $?");

            assertThat(ended.out()).isEqualTo("C\nC\n126\n");
            assertThat(ended.err())
                    .isEqualTo(("hearth: '%s' may not run /usr/bin/id on the host: it is not in the list"
                                    + " 'host-commands' of the configuration\n")
                            .formatted(pet));
        } finally {
            Files.delete(config);
            hearth.hearth("start", pet).succeeded();
        }
    }

    @Test
    void saysThatNobodyAnswersUntilThePetIsStartedAgain() throws IOException {
        var agent = Files.readString(directory().resolve("agent")).split(" ", 2)[0];
        ProcessHandle.of(Long.parseLong(agent)).orElseThrow().destroyForcibly();

        var client = hearth.client("exec", pet, "/usr/local/bin/hearth", "host", "true");

        assertThat(client.status()).isEqualTo(125);
        assertThat(client.err())
                .contains("hearth: No agent of hearth answers on the host; `hearth start %s` there starts it"
                        .formatted(pet));
        assertThat(run("hearth host echo again")).isEqualTo("again\n");
    }

    @Test
    void keepsALogForItsOwner() throws IOException {
        run("hearth host sh -c 'exit 3' 'a\tb' || :");

        var listed = Eventually.see(
                "the call in the log",
                () -> hearth.hearth("host", "--log", "--format=json").succeeded(),
                log -> log.contains("exit 3"));

        assertThat(listed.replaceAll("\\s+", " "))
                .contains("\"pet\": \"%s\", \"command\": [ \"sh\", \"-c\", \"exit 3\", \"a\\tb\" ], \"status\": 3"
                        .formatted(pet));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
                .isEqualTo("rw-------");
        assertThat(run("hearth host --log")).contains("exit 3");
    }

    @Test
    void runsCommandsThatTheLogHasNoRoomFor() throws IOException {
        var aside = log().resolveSibling("aside");
        Files.move(log(), aside);
        Files.createSymbolicLink(log(), Path.of("/dev/full"));
        try {
            var ended = hearth.client("exec", pet, "/usr/local/bin/hearth", "host", "sh", "-c", "echo out; exit 4");

            assertThat(ended.out()).isEqualTo("out\n");
            assertThat(ended.status()).isEqualTo(4);
        } finally {
            Files.move(aside, log(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void linksTheHostsCommandsUnderTheirNames() {
        assertThat(run("hearth host --link=hostid --link=uptime; hearth host --links; command -v uptime"))
                .isEqualTo("flatpak\nhostid\nuptime\nxdg-open\n/usr/local/bin/uptime\n");
        assertThat(run("uptime --version; hearth host uptime --version")).matches("(?s)(.+\n)\\1");

        assertThat(hearth.hearth("host", "--unlink", "hostid", "--unlink", "uptime", "-c", pet)
                        .status())
                .isZero();
        assertThat(hearth.hearth("host", "--links", "-c", pet).out()).isEqualTo("flatpak\nxdg-open\n");
        assertThat(hearth.hearth("host", "--link", "../x", "-c", pet).status()).isEqualTo(4);
    }

    @Test
    void opensWithTheHostsHandler() throws IOException {
        var handler = hearth.append("xdg-open", "#!/bin/sh\necho \"$@\" >\"${0%/*}/opened\"\nsleep 20 &\n");
        assertThat(handler.toFile().setExecutable(true)).isTrue();
        var path = "PATH=" + hearth.directory() + ":"
                + hearth.person().environment().get("PATH");
        hearth.hearthUnder(List.of("env", path), "restart", pet).succeeded();

        run(Duration.ofSeconds(15), "xdg-open https://example.org/");

        assertThat(Files.readString(hearth.directory().resolve("opened"))).isEqualTo("https://example.org/\n");
    }

    @Test
    void isHearthInside() {
        assertThat(run("hearth list")).contains(pet);
        assertThat(run("hearth show | head -n 1; /run/host" + InstalledHearth.LAUNCHER + " show | head -n 1"))
                .matches("(Name: +%s\n){2}".formatted(pet));

        var ended = inPet("hearth enter");

        assertThat(ended.status()).isEqualTo(125);
        assertThat(ended.err())
                .isEqualTo("hearth: This is the pet '%s' already; `hearth enter` opens a session from the host\n"
                        .formatted(pet));
    }

    @Test
    void leavesNothingWhenThePetStops() {
        var other = hearth.create(TestedEngine.image());
        var directory = directory(other);
        hearth.hearth("stop", other).succeeded();

        Eventually.see("no agent and no directory", () -> Files.exists(directory), there -> !there);
    }

    private Path log() {
        return hearth.person().home().resolve(".local/state/hearth/host-commands.log");
    }

    private Path directory() {
        return directory(pet);
    }

    /** {@return the directory of the agent that answers a pet} */
    private Path directory(String name) {
        var person = hearth.person();
        var runtime = person.isRoot() ? Path.of("/run") : Path.of("/run/user", Long.toString(person.uid()));
        return Eventually.see(
                        "an agent of " + name,
                        () -> children(runtime.resolve("hearth/bridge")).stream()
                                .filter(directory -> answers(directory, name))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static boolean answers(Path directory, String name) {
        try {
            return Files.exists(directory.resolve("agent"))
                    && Files.readString(directory.resolve("brief")).startsWith("pet " + name + "\n");
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> calls(Path directory) {
        return children(directory).stream()
                .filter(file -> file.getFileName().toString().startsWith("call-"))
                .toList();
    }

    private static List<Path> children(Path directory) {
        try (var files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Duration limit, String script) {
        return hearth.run(limit, pet, "sh", "-c", script);
    }
}
