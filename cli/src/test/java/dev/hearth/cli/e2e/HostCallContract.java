package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What a command on the host is to its caller in a pet: the same on every engine, and by every way there is. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class HostCallContract {
    static final Duration LIMIT = Duration.ofMinutes(2);

    final InstalledHearth hearth;
    private final String length = Integer.toString(new Random().nextInt(10_000, 100_000));

    HostCallContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    /** {@return how a line of shell in the pet ended} */
    abstract Ended inPet(String script);

    /** {@return the words that a person types on the host to run a command in the pet, on their terminal} */
    abstract String atTerminal(String command);

    @AfterAll
    void removeThePet() {
        hearth.close();
    }

    @Test
    void keepsEveryByteInBothDirections() throws IOException {
        var bytes = new byte[1_000_000];
        new Random(17).nextBytes(bytes);
        var file = Files.write(hearth.append("random", ""), bytes);
        var here = run("sha256sum <%s".formatted(file));

        assertThat(run("hearth host cat <%s | sha256sum".formatted(file))).isEqualTo(here);
        assertThat(run("hearth host cat %s | hearth host sha256sum".formatted(file)))
                .isEqualTo(here);
        assertThat(run("hearth host sh -c 'cat <%s >&2' 2>&1 >/dev/null | sha256sum".formatted(file)))
                .isEqualTo(here);
    }

    @Test
    void keepsEveryWord() {
        assertThat(run("hearth host printf '<%s>' 'a b' '$HOME' '' '*' 'x\\y\\n' \"two\nlines\n\" -- \"it's\""))
                .isEqualTo("<a b><$HOME><><*><x\\y\\n><two\nlines\n><--><it's>");
    }

    @Test
    void endsWithEachStatus() {
        var wrong = run("i=0; while [ $i -le 255 ]; do hearth host sh -c \"exit $i\"; s=$?;"
                + " [ $s = $i ] || echo \"$i: $s\"; i=$((i + 1)); done");

        assertThat(wrong).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchCommand() {
        var ended = inPet("hearth host no-such-command");

        assertThat(ended.status()).isEqualTo(127);
        assertThat(ended.err()).endsWith("hearth: no-such-command: command not found on the host\n");
    }

    @Test
    void startsWhereTheCallerIs() {
        assertThat(run(
                        "cd %s; hearth host pwd; cd /run/host/usr/share; hearth host pwd; mkdir -p /run/hearth/tmp/only; cd /run/hearth/tmp/only;"
                                        .formatted(hearth.directory())
                                + " hearth host pwd; hearth host --directory /usr pwd"))
                .isEqualTo("%s\n/usr/share\n%s\n/usr\n"
                        .formatted(hearth.directory(), hearth.person().home()));
    }

    @Test
    void handsSignalsOnAndTellsOfThoseThatKill() {
        var trapping = "trap \"echo told; exit 9\" TERM; echo up; while :; do sleep 0.1; done";

        assertThat(run("hearth host sh -c 'kill -s KILL $$' || echo $?")).isEqualTo("137\n");
        assertThat(run("cd %s; hearth host sh -c '".formatted(hearth.directory())
                        + trapping
                        + "' >said & sleep 1; kill $!; wait $!; echo $?; cat %s/said".formatted(hearth.directory())))
                .isEqualTo("9\nup\ntold\n");
        assertThat(run("hearth host sleep 1000 & sleep 1; kill -s HUP $!; wait $!; echo $?"))
                .isEqualTo("129\n");
    }

    @Test
    void leavesNothingOnTheHostWhenTheCallerIsKilled() {
        run("hearth host sleep %s <&- & sleep 1; kill -s KILL $!".formatted(length));

        Eventually.see("no process of the command", () -> running("sleep " + length), List::isEmpty);
    }

    @Test
    void isATerminalWhereTheCallerHasOne() {
        try (var terminal = Terminal.of(hearth.person(), hearth.directory())) {
            terminal.type(atTerminal("hearth host env PS1='there> ' bash --norc --noprofile"));
            terminal.see("there>");
            terminal.ask("test -e /run/.containerenv; echo \"$?\"", "$?\"\n1");
            terminal.ask("stty size", "24 80");
            terminal.resize(100, 30);
            terminal.ask("until [ \"$(stty size)\" = '30 100' ]; do sleep 0.1; done; echo \"resized\"", "resized");
            terminal.clear();
            terminal.type("sh -c 'echo up; exec sleep 1000'");
            terminal.see("\nup\n");
            terminal.press("C-c");
            terminal.see("^C\nthere>");
            terminal.ask("echo \"ended: $?\"", "ended: 130");
            terminal.clear();
            terminal.type("exit 7");
            terminal.see(Terminal.PROMPT.strip());
            terminal.ask("echo \"status: $?\"; stty -a | grep -o '[-]*icanon'", "status: 7\nicanon");
        }
    }

    @Test
    void tellsACommandAtATerminalOfItsNewSize() {
        try (var terminal = Terminal.of(hearth.person(), hearth.directory())) {
            terminal.type(
                    atTerminal("hearth host sh -c 'trap \"stty size\" WINCH; echo up; while :; do sleep 0.1; done'"));
            terminal.see("\nup\n");
            terminal.resize(91, 19);
            terminal.see("\n19 91\n");
            terminal.press("C-c");
            terminal.awaitPrompt();
            terminal.ask("echo \"status: $?\"", "status: 130");
        }
    }

    @Test
    void answersNobodyElse() {
        var ended = inPet("sudo -u nobody env ${DBUS_SESSION_BUS_ADDRESS+\"DBUS_SESSION_BUS_ADDRESS="
                + "$DBUS_SESSION_BUS_ADDRESS\"} /usr/local/bin/hearth host id");

        assertThat(ended.status()).isEqualTo(125);
        assertThat(ended.out()).isEmpty();
    }

    /** {@return what a line of shell in the pet wrote, which must succeed} */
    final String run(String script) {
        return inPet(script).succeeded();
    }

    /** {@return the processes of the host that were started with that line} */
    static List<String> running(String line) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(each -> each.endsWith(line))
                .toList();
    }
}
