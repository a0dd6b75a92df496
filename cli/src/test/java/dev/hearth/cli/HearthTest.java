package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.NoEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearthTest {
    @TempDir
    Path directory;

    private HearthFixture hearth;

    @BeforeEach
    void startAfresh() {
        hearth = new HearthFixture(directory);
    }

    @Test
    void showsItsHelpWithoutAnyWords() {
        assertThat(hearth.run())
                .isEqualTo(new Outcome(List.of(), 0, hearth.run("--help").out(), ""));
    }

    @Test
    void showsItsHelpAndVersionWithoutAnEngine() throws IOException {
        Files.createDirectories(hearth.config());
        Files.writeString(hearth.config().resolve("config.yaml"), "not: valid: yaml");

        assertThat(hearth.run("--help"))
                .isEqualTo(new Outcome(List.of("--help"), 0, hearth.run("help").out(), ""));
        assertThat(hearth.run("--version").out()).matches("hearth [0-9.]+(-SNAPSHOT)?\n");
        assertThat(hearth.run("version").out()).isEqualTo(hearth.run("-V").out());
        assertThat(hearth.ports().choices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "crate       | There is no command 'crate'           | Did you mean 'create'?",
                "delete x    | There is no command 'delete'          | Did you mean `hearth rm`?",
                "frobnicate  | There is no command 'frobnicate'      | `hearth --help` shows what it takes.",
                "list --frmat=json | There is no option '--frmat'    | Did you mean '--format'?",
                "--evil      | There is no option '--evil'           | `hearth --help` shows what it takes.",
                "list a      | The argument 'a' is one too many      | `hearth list --help` shows what it takes.",
                "list --format=xml | Invalid value for option '--format': expected one of table, json "
                        + "but was 'xml' | `hearth list --help` shows what it takes.",
                "stop --time=-1 ab | '-1' is not a time to wait       | Write 0 or more seconds.",
                "logs --lines=0   | '0' is not a number of lines     | Write 1 or more.",
                "rename ab   | Missing required parameter: 'NAME'    | `hearth rename --help` shows what it takes.",
                "-- list     | The command 'list' cannot stand behind '--'     | Leave the '--' out.",
                "--engine=unix://relative list | 'unix://relative', from --engine, is not the absolute path of a "
                        + "socket | Write unix:// and an absolute path, such as unix:///run/docker.sock.",
                "stop --time=soon ab | Invalid value for option '--time': 'soon' is no whole number, or too large "
                        + "| `hearth stop --help` shows what it takes.",
                "start -x    | There is no option '-x'                | `hearth start --help` shows what it takes.",
                "image show --ful | There is no option '--ful'        | `hearth image show --help` shows what it takes.",
                "list -      | The argument '-' is one too many       | `hearth list --help` shows what it takes.",
                "default --unset ab | A pet cannot be made the default and the default taken back at once "
                        + "| Name a pet, or use `--unset` alone.",
            })
    void saysWhatIsWrongWithACommandLineAndWhatWasMeant(String line, String message, String hint) {
        assertThat(hearth.run(line.split(" ", -1)).err()).isEqualTo("Error: " + message + "\nHint: " + hint + "\n");
        assertThat(hearth.run(line.split(" ", -1)).status()).isEqualTo(2);
    }

    @Test
    void showsOfALongWordOnlyItsBeginning() {
        assertThat(hearth.run("x".repeat(5000)).err())
                .startsWith("Error: There is no command '" + "x".repeat(60) + "…'\n");
    }

    @Test
    void tellsErrorsInJsonToAProgram() {
        golden("hearth/usage-json", hearth.run("list", "--format=json", "--bogus"));
        hearth.ports().breakWith(new NoEngine("none is installed"));
        golden("hearth/no-engine-json", hearth.run("list", "--format", "json"));
    }

    @Test
    void tellsWhatIsMissingWithoutAnEngine() {
        hearth.ports().breakWith(new NoEngine("none is installed"));

        golden("hearth/no-engine", hearth.run("list"));
    }

    @Test
    void namesTheLogInErrors() {
        hearth.withState();
        hearth.engine().faults().fail("withLabel", new EngineDiskFull(EngineKind.DOCKER, "/var/lib/docker"));

        var outcome = hearth.run("list");

        assertThat(outcome.status()).isEqualTo(5);
        assertThat(outcome.err()).isEqualTo("""
                Error: There is no space left where Docker keeps containers, in '/var/lib/docker'
                Hint: Make room there; `hearth image rm` and `hearth rm` help.
                Log: %s
                """.formatted(log()));
        assertThat(log()).hasContent("""
                2026-01-31T12:00:00Z 4711 hearth list
                2026-01-31T12:00:00Z 4711 failed: There is no space left where Docker keeps containers, in '/var/lib/docker'
                """);
    }

    @Test
    void keepsTheTraceOfABugForTheLog() {
        hearth.withState();
        hearth.ports().breakWith(new IllegalStateException("no such luck"));

        var outcome = hearth.run("list");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("""
                Error: This is a bug in hearth: java.lang.IllegalStateException: no such luck
                Hint: Please report it, with the log.
                Log: %s
                """.formatted(log()));
        assertThat(log()).content().contains("\tat dev.hearth.cli.HearthTest.");
    }

    @Test
    void showsTheTraceOfABugToWhoWantsToSeeEverything() {
        hearth.ports().breakWith(new IllegalStateException("no such luck"));

        assertThat(hearth.run("list", "--verbose").err()).contains("\tat dev.hearth.cli.HearthTest.");
    }

    @Test
    void takesAFullDiskForNoBug() {
        var full = new FileSystemException("/home/ada/x", null, "No space left on device");
        hearth.ports().breakWith(new UncheckedIOException(full));

        golden("hearth/disk-full", hearth.run("list"));
    }

    @Test
    void endsQuietlyWhenNobodyReadsItsOutput() {
        var outcome = runInto("Broken pipe", "list");

        assertThat(outcome.status()).isEqualTo(141);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void tellsThatItsOutputCannotBeWritten() {
        golden("hearth/output-full", runInto("No space left on device", "list"));
        golden("hearth/output-full-json", runInto("No space left on device", "list", "--format=json"));
    }

    @Test
    void tellsOneTroubleOnly() {
        var outcome = runInto("No space left on device", "show", "nobody");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).doesNotContain("Standard output");
    }

    /** Runs with a standard output that takes nothing. */
    private Outcome runInto(String trouble, String... arguments) {
        var err = new StringWriter();
        var unwritable = new Writer() {
            @Override
            public void write(char[] text, int start, int length) throws IOException {
                throw new IOException(trouble);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var world = hearth.world(unwritable, new PrintWriter(err));
        int status = new Hearth(world, _ -> hearth.ports(), List.of(arguments)).run();
        return new Outcome(List.of(arguments), status, "", err.toString());
    }

    @Test
    void keepsSecretsOutOfTheLog() {
        hearth.withState().run("create", "dev", "--env=TOKEN=s3cret", "--env", "KEY=s3cret");

        assertThat(log())
                .content()
                .contains("hearth create dev '--env=TOKEN=…' --env 'KEY=…'")
                .doesNotContain("s3cret");
    }

    @Test
    void showsTheConfiguration() throws IOException {
        golden("config/none", hearth.run("config"));
        golden("config/none-json", hearth.run("config", "--format=json"));
    }

    @Test
    void showsWhatPetsHadRunOnTheHost() throws IOException {
        Files.createDirectories(hearth.withState().state());
        Files.writeString(
                hearth.state().resolve("host-commands.log"),
                "2026-01-31T11:58:00Z\t0\tdev\tpodman\tps\n2026-01-31T11:59:00Z\t126\tweb\tid\t\u001B[1m\\n\n");

        golden("host/log", hearth.run("host", "--log"));
        golden("host/log-json", hearth.run("host", "--log", "--format=json"));
    }

    @Test
    void runsACommandOfTheHostsWhereItIs() {
        hearth.ports().scripted().answer("", "sh", "-c", "cd -- \"$0\" && exec \"$@\"", ".", "podman", "ps");

        assertThat(hearth.run("host", "podman", "ps").status()).isZero();
        assertThat(hearth.run("host").err())
                .isEqualTo("Error: `hearth host` takes a command, or options about links, or `--log`, and one of these"
                        + " at a time\nHint: `hearth host --help` shows examples.\n");
    }

    @Test
    void showsWhereEachSettingComesFrom() throws IOException {
        Files.createDirectories(hearth.config());
        Files.writeString(hearth.config().resolve("config.yaml"), "volumes: [/srv, 'cache:/cache:ro']\ndefault: dev\n");

        assertThat(hearth.run("config").out())
                .contains("volumes         /srv:/srv cache:/cache:ro   %s/config.yaml:1\n".formatted(hearth.config()))
                .contains("default         dev                         %s/config.yaml:2\n".formatted(hearth.config()));
    }

    @Test
    void showsTheEngines() {
        golden("engine/docker", hearth.run("engine"));
        golden("engine/docker-json", hearth.run("engine", "--format=json"));
    }

    private Path log() {
        return hearth.state().resolve("log/hearth.log");
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
