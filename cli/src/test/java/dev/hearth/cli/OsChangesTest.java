package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Leftover;
import dev.hearth.os.Layering;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that change the base: their words, questions, results and refusals. */
class OsChangesTest extends OsFixture {
    private static final String CONDITIONS = "On a metered network: no\nOn battery: no\nWindow: always\n";

    @Test
    void makesAChangeWithoutChecksWhenToldTo() {
        base.with(OLD, "booted");

        hearth.run("os", "upgrade", "--dry-run");
        assertThat(base.isUnchecked()).isFalse();

        hearth.run("os", "upgrade", "--dry-run", "--skip-checks");
        assertThat(base.isUnchecked()).isTrue();
    }

    @Test
    void showsThePlan() {
        base.with(OLD, "booted");

        golden("os-upgrade/dry-run", hearth.run("os", "upgrade", "--dry-run"));
        golden("os-upgrade/dry-run-json", hearth.run("os", "upgrade", "--dry-run", "--format=json"));
        assertThat(base.changes()).isEmpty();
    }

    @Test
    void tellsWhatAChangeCameTo() {
        var outcome = new dev.hearth.os.Outcome(
                true,
                NEW.id(),
                PACKAGES,
                List.of(new Layering.Inactive("akmod-nvidia", "its kernel module does not build")),
                "42.20261102.0 boots next");
        base.with(OLD, "booted")
                .answering(
                        outcome,
                        new OsEvent.Began(new Step("Fetch the newest version")),
                        new OsEvent.Warned("the mirror is slow"));

        golden("os-upgrade/done", hearth.run("os", "upgrade", "--yes"));
        golden("os-upgrade/done-json", hearth.run("os", "upgrade", "--yes", "--format=json"));
        golden("os-upgrade/asked", hearth.atTerminal("y\n").run("os", "upgrade"));
    }

    @Test
    void doesNothingThatIsNotAgreedTo() {
        base.with(OLD, "booted");

        golden("os-upgrade/declined", hearth.atTerminal("\n").run("os", "upgrade"));
        assertThat(base.changes()).isEmpty();
        assertThat(hearth.root().resolve("var/lib/hearth/os")).doesNotExist();
    }

    @Test
    void needsAnAnswerBeforehandWithoutATerminal() {
        base.with(OLD, "booted");

        golden("os-upgrade/cannot-ask", hearth.run("os", "upgrade"));
        assertThat(base.changes()).isEmpty();
    }

    @Test
    void leavesChangesToRoot() {
        base.with(OLD, "booted");
        hearth.as(1001);

        golden("os-install/denied", hearth.run("os", "install", "htop", "--reason", "to see processes"));
        assertThat(hearth.run("os", "install", "htop", "--dry-run").status()).isZero();
        assertThat(hearth.run("os", "status").status()).isZero();
        assertThat(base.changes()).isEmpty();
    }

    @Test
    void saysWhatTheEngineCannot() {
        base.with(OLD, "booted").failing(new NotOffered("bootc", "layer packages", "Derive an image that has them."));

        golden("os-install/not-offered", hearth.run("os", "install", "htop", "--yes"));
        golden("os-install/not-offered-json", hearth.run("os", "install", "htop", "--yes", "--format=json"));
    }

    private static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("upgrade", new Change.Upgrade(false, false, false, false)),
                Arguments.of(
                        "upgrade --allow-downgrade --download-only --cache-only --strict",
                        new Change.Upgrade(true, true, true, true)),
                Arguments.of("rollback", new Change.Rollback(Change.Configuration.OLD)),
                Arguments.of("rollback --etc=merged", new Change.Rollback(Change.Configuration.MERGED)),
                Arguments.of("rebase up:b --strict", new Change.Rebase("up:b", true)),
                Arguments.of("deploy 1.2", new Change.Deploy("1.2", false)),
                Arguments.of(
                        "install htop ./a.rpm b.deb --update-from=u -C",
                        new Change.Packages(
                                List.of("htop"),
                                List.of(Path.of("./a.rpm"), Path.of("b.deb")),
                                "u",
                                List.of(),
                                true,
                                false)),
                Arguments.of(
                        "uninstall htop",
                        new Change.Packages(List.of(), List.of(), null, List.of("htop"), false, false)),
                Arguments.of(
                        "remove htop fish",
                        new Change.Packages(List.of(), List.of(), null, List.of("htop", "fish"), false, false)),
                Arguments.of("override remove firefox", new Change.Overrides(List.of("firefox"), List.of())),
                Arguments.of("override replace k.rpm", new Change.Overrides(List.of(), List.of(Path.of("k.rpm")))),
                Arguments.of("override reset firefox", new Change.ResetOverrides(List.of("firefox"))),
                Arguments.of("override reset --all", new Change.ResetOverrides(List.of())),
                Arguments.of("reset", new Change.Reset(true, true, true)),
                Arguments.of("reset --layers", new Change.Reset(true, false, false)),
                Arguments.of("pin 1", new Change.Pin(1, true)),
                Arguments.of("unpin 42.20261101.0", new Change.Pin(1, false)),
                Arguments.of("undeploy aaaaaa", new Change.Undeploy(1)),
                Arguments.of("cleanup", new Change.Cleanup(Set.of(Leftover.TEMPORARY))),
                Arguments.of(
                        "cleanup -p -r -m",
                        new Change.Cleanup(Set.of(Leftover.PENDING, Leftover.ROLLBACK, Leftover.METADATA))),
                Arguments.of(
                        "kargs --append quiet --append=a=b --replace c=d --delete=e",
                        new Change.KernelArguments(List.of("quiet", "a=b"), List.of("c=d"), List.of("e"))),
                Arguments.of("unlock --hotfix", new Change.Unlock(true)),
                Arguments.of("apply-live", new Change.ApplyLive()),
                Arguments.of("auto stage", new Change.Automatic(AutomaticUpdates.STAGE)),
                Arguments.of("cancel", new Change.Cancel()));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void turnsWordsIntoAChange(String words, Change change) {
        base.with(NEW, "booted").with(OLD, "rollback");

        var outcome = hearth.run(("--yes os " + words).split(" ", -1));

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(base.changes()).containsExactly(change);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pin 0", "unpin 0", "cleanup", "auto check", "cancel", "upgrade --download-only"})
    void asksNothingWhereLittleIsAtStake(String words) {
        base.with(NEW, "booted");

        assertThat(hearth.run(("os " + words).split(" ", -1)).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "os                  | What to do with the base is missing     | `hearth os --help` shows what it takes.",
                "os upgrad           | There is no command 'upgrad'            | Did you mean 'upgrade'?",
                "os update           | There is no command 'update'            | Did you mean `hearth os upgrade`?",
                "os switch x         | There is no command 'switch'            | Did you mean `hearth os rebase`?",
                "os override rm x    | There is no command 'rm'                | `hearth os override --help` shows what it takes.",
                "os override         | What to do with packages of the base is missing "
                        + "| `hearth os override --help` shows what it takes.",
                "os pin 7            | There is no deployment 7                | There is only deployment 0.",
                "os undeploy 41      | There is no deployment 41               | There is only deployment 0.",
                "os auto weekly      | Invalid value for positional parameter at index 0 (POLICY): expected one of "
                        + "status, none, check, stage, apply, run but was 'weekly' "
                        + "| `hearth os auto --help` shows what it takes.",
                "os history -n 0     | '0' is not a number of changes          | Write 1 or more.",
                "os override reset   | It is not clear which packages are meant | Name packages, or all by `--all`.",
                "os install a --update-from=u | `--update-from` is about packages from files, and none is given "
                        + "| Name a .deb or .rpm file; packages from repositories are updated anyway.",
                "os upgrade --reboot --sysroot=/x | A sysroot in a directory is not what a reboot would boot "
                        + "| Leave out `--reboot`, or `--sysroot` to mean this host.",
                "os diff             | There is no second deployment to compare with "
                        + "| `hearth os upgrade --preview` shows what a newer version would bring.",
                "os config-merge motd | There is no conflict about '/etc/motd' "
                        + "| `hearth os config-merge` lists those there are.",
            })
    void saysWhatIsWrongWithACommandLineAndWhatWasMeant(String line, String message, String hint) {
        base.with(OLD, "booted");

        assertThat(hearth.run(line.split(" ", -1)).err()).isEqualTo("Error: " + message + "\nHint: " + hint + "\n");
    }

    @Test
    void rebootsWhenThereIsSomethingNewToBoot() {
        hearth.ports().scripted().answer("", "systemctl", "reboot");
        base.with(OLD, "booted");

        hearth.run("os", "upgrade", "--reboot", "--yes");
        assertThat(hearth.ports().scripted().ran()).isEmpty();

        base.answering(dev.hearth.os.Outcome.changed(NEW.id(), "42.20261102.0 boots next"));
        golden("os-upgrade/reboot", hearth.run("os", "upgrade", "--reboot", "--yes"));
        assertThat(hearth.ports().scripted().ran()).hasSize(1);
    }

    @Test
    void showsKernelArgumentsAndPolicy() {
        base.with(NEW.withKernelArguments(List.of("quiet", "a=b")), "booted")
                .with(OLD.withKernelArguments(List.of("debug")), "rollback")
                .updating(AutomaticUpdates.STAGE);

        assertThat(hearth.run("os", "kargs").out()).isEqualTo("quiet a=b\n");
        assertThat(hearth.run("os", "kargs", "--deployment=1").out()).isEqualTo("debug\n");
        golden("os-kargs/json", hearth.run("os", "kargs", "--format=json"));
        assertThat(hearth.run("os", "auto").out()).isEqualTo("stage\n" + CONDITIONS);
        assertThat(hearth.run("os", "auto", "status", "--format=json").out()).contains("\"policy\": \"stage\"");
        base.drivenBy("Zincati", "zincati.service");
        assertThat(hearth.run("os", "auto").out()).isEqualTo("stage\nUpdates are left to Zincati\n" + CONDITIONS);
    }

    @Test
    void searchesPackages() {
        base.offering(new FoundPackage("vim", "9.1", "The VIM editor"))
                .offering(new FoundPackage("nano", "8.0", "A small text editor"));

        golden("os-search/two", hearth.run("os", "search", "editor"));
        golden("os-search/two-json", hearth.run("os", "search", "editor", "--format=json"));
    }
}
