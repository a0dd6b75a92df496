package dev.hearth.cli;

import static dev.hearth.os.CannedBase.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.os.Advisory;
import dev.hearth.os.Advisory.Severity;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Leftover;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering;
import dev.hearth.os.NotOffered;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.OsEngine.Preview;
import dev.hearth.os.OsEvent;
import dev.hearth.os.RolloutWindow;
import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Step;
import dev.hearth.os.Unlocked;
import dev.hearth.os.Update;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import dev.hearth.os.packages.VersionOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OsCommandsTest {
    private static final String KEY = "ACB5EE4E831C74BB7C168D27F55AD3FB5323552A";
    private static final Deployment OLD = deployment("a", "42.20261101.0", 1);
    private static final Deployment NEW = deployment("b", "42.20261102.0", 2);
    private static final PackageDiff PACKAGES = new PackageDiff(
            List.of(item("added", "1-1")),
            List.of(item("removed", "2-1")),
            List.of(new VersionChange(item("vim", "9.0-1"), item("vim", "9.1-1"))),
            List.of(new VersionChange(item("zlib", "2.0-1"), item("zlib", "1.9-1"))));

    @TempDir
    Path directory;

    private HearthFixture hearth;
    private CannedBase base;

    @BeforeEach
    void startAsRootOnAFreshBase() throws IOException {
        hearth = new HearthFixture(directory).as(HearthFixture.ROOT);
        base = hearth.base();
        for (var digit : List.of("a", "b", "c")) {
            for (var part : List.of("usr/etc", "etc")) {
                Files.createDirectories(
                        directory.resolve("deployments").resolve(digit).resolve(part));
            }
        }
    }

    private static InstalledPackage item(String name, String version) {
        return new InstalledPackage(name, version, "x86_64");
    }

    @Test
    void showsAnEmptySysroot() {
        golden("os-status/empty", hearth.run("os", "status"));
        golden("os-status/empty-json", hearth.run("os", "status", "--format=json"));
    }

    @Test
    void showsOneDeployment() {
        base.with(NEW.withKernelArguments(List.of("root=LABEL=root", "quiet")), "booted");

        golden("os-status/one", hearth.run("os", "status"));
        golden("os-status/one-json", hearth.run("os", "status", "--format=json"));
    }

    @Test
    void showsWhatIsLayered() {
        base.with(layered(), "booted");

        golden("os-status/layered", hearth.run("os", "status"));
        golden("os-status/layered-json", hearth.run("os", "status", "--format=json"));
        golden("os-status/layered-80", hearth.atTerminal("", 80).run("os", "status"));
        golden("os-status/layered-40", hearth.atTerminal("", 40).run("os", "status"));
    }

    private static Deployment layered() {
        var signing =
                new Signing(true, List.of(new Signature(Verdict.VALID, KEY), new Signature(Verdict.UNKNOWN_KEY, KEY)));
        var layering = new Layering(
                List.of("tmux", "fish", "gone"),
                List.of(
                        new Layering.Inactive("gone", "no such package"),
                        new Layering.Inactive("vim", "the base has it")),
                List.of("tmux", "fish", "Alacritty", "virt-manager", "libvirt-daemon-kvm", "qemu-kvm", "solaar"),
                List.of("agent-1.2-1.x86_64"),
                List.of(item("firefox", "130-1"), item("firefox-langpacks", "130-1"), item("nano", "8-1")),
                List.of(
                        new VersionChange(item("kernel", "6.1.8-200"), item("kernel", "6.2.0-1")),
                        new VersionChange(item("kernel-core", "6.1.8-200"), item("kernel-core", "6.2.0-1"))));
        return NEW.withSigning(signing)
                .withLayering(OLD.commit(), layering)
                .withKernelArguments(List.of("root=LABEL=root", "quiet"))
                .withRemarks(new Deployment.Remarks(null, null, "regenerate", "Fedora Silverblue"));
    }

    @Test
    void saysWhatIsAppliedAtTheNextBoot() {
        base.with(NEW, "staged").with(OLD, "booted").with(deployment("c", "42.20261031.0", 1), "rollback");

        golden("os-status/staged", hearth.run("os", "status"));
        golden("os-status/staged-json", hearth.run("os", "status", "--format=json"));
    }

    @Test
    void saysWhatWaitsWithoutBeingStaged() {
        base.with(NEW).with(OLD, "booted");

        golden("os-status/pending", hearth.run("os", "status"));
    }

    @Test
    void showsMarksAndTrouble() {
        base.with(
                        NEW.withUnlocked(Unlocked.HOTFIX)
                                .withSigning(new Signing(true, List.of()))
                                .withRemarks(new Deployment.Remarks(
                                        "the remote \u001B[31mfedora is gone", "42 ends in May", null, null)),
                        "booted")
                .with(OLD, "rollback", "pinned")
                .with(
                        Deployment.of(
                                new DeploymentId("other", "d".repeat(64), 1),
                                new Source.None(),
                                new Commit("d".repeat(64), null, null)),
                        "pinned")
                .busyWith("upgrade (download only)")
                .drivenBy("Zincati", "zincati.service")
                .updating(AutomaticUpdates.STAGE);

        golden("os-status/many", hearth.run("os", "status"));
        golden("os-status/many-json", hearth.run("os", "status", "--format=json"));
        golden("os-status/many-color", hearth.run("--color=always", "os", "status"));
    }

    @Test
    void showsAnUpdateThatIsKnown() {
        base.with(OLD, "booted").knowing(update());

        golden("os-status/update", hearth.run("os", "status"));
        golden("os-status/update-json", hearth.run("os", "status", "--format=json"));
    }

    private static Update update() {
        var advisories = List.of(
                new Advisory(
                        "FEDORA-2026-1", true, Severity.CRITICAL, List.of("vim-9.1-1.x86_64"), List.of("CVE-2026-1")),
                new Advisory("FEDORA-2026-2", true, Severity.UNKNOWN, List.of("zlib-1.9-1.x86_64"), List.of()),
                new Advisory("FEDORA-2026-3", false, Severity.LOW, List.of("vim-9.1-1.x86_64"), List.of()));
        return new Update(
                CannedBase.SOURCE,
                NEW.commit(),
                new Signing(true, List.of(new Signature(Verdict.VALID, KEY))),
                new Preview(PACKAGES, advisories));
    }

    @Test
    void asksForAnUpdateAndChangesNothing() {
        base.with(OLD, "booted");

        golden("os-upgrade/check-none", hearth.run("os", "upgrade", "--check"));
        golden("os-upgrade/check-none-json", hearth.run("os", "upgrade", "--check", "--format=json"));

        base.knowing(update());
        golden("os-upgrade/preview", hearth.run("os", "upgrade", "--preview"));
        golden("os-upgrade/preview-json", hearth.run("os", "upgrade", "--preview", "--format=json"));
        assertThat(base.changes()).isEmpty();
    }

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
    void showsWhatARollbackLeavesBehind() throws IOException {
        base.with(NEW, "booted").with(OLD, "rollback");
        Files.writeString(directory.resolve("deployments/b/etc/later"), "x");

        golden("os-rollback/dry-run", hearth.run("os", "rollback", "--dry-run"));
        golden("os-rollback/dry-run-json", hearth.run("os", "rollback", "--dry-run", "--format=json"));
        assertThat(hearth.run("os", "rollback", "--etc=merged", "--dry-run").out())
                .doesNotContain("later");
    }

    @Test
    void comparesTwoDeployments() throws IOException {
        base.with(NEW.withKernelArguments(List.of("quiet")), "booted")
                .with(OLD.withKernelArguments(List.of("debug")), "rollback")
                .holding("a", packages("2-1", "9.0-1"))
                .holding("b", packages("2-1", "9.1-1"));
        Files.writeString(directory.resolve("deployments/b/usr/tool"), "new");

        golden("os-diff/default", hearth.run("os", "diff"));
        golden("os-diff/files", hearth.run("os", "diff", "0", "1", "--files"));
        golden("os-diff/json", hearth.run("os", "diff", "--format=json"));
    }

    private static InstalledPackages packages(String bash, String vim) {
        return new InstalledPackages(VersionOrder.RPM, List.of(item("bash", bash), item("vim", vim)));
    }

    @Test
    void keepsWhoDidWhatAndWhy() {
        base.with(OLD, "booted");
        golden("os-history/none", hearth.run("os", "history"));

        hearth.withVariable("SUDO_USER", "ada").run("os", "upgrade", "--yes", "--reason=a hole");
        base.failing(new NotOffered("bootc", "layer packages", null));
        hearth.run("os", "install", "htop", "--yes");

        golden("os-history/two", hearth.run("os", "history"));
        golden("os-history/two-json", hearth.run("os", "history", "--format=json"));
        assertThat(hearth.run("os", "history", "--limit=1").out())
                .contains("htop")
                .doesNotContain("a hole");
        assertThat(hearth.root().resolve("var/lib/hearth/os/history.jsonl")).isRegularFile();
    }

    @Test
    void keepsTheHistoryOfASysrootInIt() {
        base.with(OLD, "booted");

        hearth.run("os", "upgrade", "--yes", "--sysroot=disk");

        assertThat(hearth.work().resolve("disk/ostree/hearth/history.jsonl")).isRegularFile();
        assertThat(hearth.root().resolve("var/lib/hearth/os")).doesNotExist();
    }

    @Test
    void showsDriftInThreeColumns() throws IOException {
        conflict();

        golden("os-config-diff/conflict", hearth.run("os", "config-diff"));
        golden("os-config-diff/conflict-json", hearth.run("os", "config-diff", "--format=json"));
    }

    @Test
    void listsConflictsAndWaits() throws IOException {
        conflict();

        golden("os-config-merge/waits", hearth.run("os", "config-merge"));
        golden("os-config-merge/waits-json", hearth.run("os", "config-merge", "--format=json"));
    }

    @Test
    void decidesConflicts() throws IOException {
        conflict();

        golden("os-config-merge/taken", hearth.run("os", "config-merge", "--take", "/etc/localtime"));
        assertThat(Files.readSymbolicLink(directory.resolve("deployments/b/etc/localtime")))
                .hasToString("CET");
        golden("os-config-merge/none", hearth.run("os", "config-merge"));
    }

    @Test
    void asksAboutConflictsAtATerminal() throws IOException {
        conflict();

        golden("os-config-merge/skipped", hearth.atTerminal("\n").run("os", "config-merge"));
        golden("os-config-merge/kept", hearth.atTerminal("what?\nk\n").run("os", "config-merge"));
        assertThat(hearth.run("os", "config-merge").status()).isZero();
    }

    @Test
    void leavesConflictsToRoot() throws IOException {
        conflict();
        hearth.as(1001);

        assertThat(hearth.run("os", "config-merge", "--keep").status()).isEqualTo(6);
    }

    /** A link that both sides changed: no program has to merge its lines. */
    private void conflict() throws IOException {
        base.with(NEW).with(OLD, "booted");
        var deployments = directory.resolve("deployments");
        Files.createSymbolicLink(deployments.resolve("a/usr/etc/localtime"), Path.of("UTC"));
        Files.createSymbolicLink(deployments.resolve("a/etc/localtime"), Path.of("EST"));
        Files.createSymbolicLink(deployments.resolve("b/usr/etc/localtime"), Path.of("CET"));
        Files.createSymbolicLink(deployments.resolve("b/etc/localtime"), Path.of("EST"));
    }

    @Test
    void checksTheBase() throws IOException {
        base.with(OLD, "booted");
        golden("os-check/fine", hearth.run("os", "check", "--sysroot=disk"));

        base.with(NEW.withUnlocked(Unlocked.DEVELOPMENT));
        base.busyWith("upgrade");
        golden("os-check/waits", hearth.run("os", "check", "--sysroot=disk"));

        Files.createDirectories(hearth.work().resolve("disk/boot/ostree"));
        Files.createFile(hearth.work().resolve("disk/boot/ostree/finalize-failure.stamp"));
        golden("os-check/wrong", hearth.run("os", "check", "--sysroot=disk"));
        golden("os-check/wrong-json", hearth.run("os", "check", "--sysroot=disk", "--format=json"));
    }

    @Test
    void showsKernelArgumentsAndPolicy() {
        base.with(NEW.withKernelArguments(List.of("quiet", "a=b")), "booted")
                .with(OLD.withKernelArguments(List.of("debug")), "rollback")
                .updating(AutomaticUpdates.STAGE);

        assertThat(hearth.run("os", "kargs").out()).isEqualTo("quiet a=b\n");
        assertThat(hearth.run("os", "kargs", "--deployment=1").out()).isEqualTo("debug\n");
        golden("os-kargs/json", hearth.run("os", "kargs", "--format=json"));
        assertThat(hearth.run("os", "auto").out()).isEqualTo("stage\n");
        assertThat(hearth.run("os", "auto", "status", "--format=json").out()).contains("\"policy\": \"stage\"");
        base.drivenBy("Zincati", "zincati.service");
        assertThat(hearth.run("os", "auto").out()).isEqualTo("stage\nUpdates are left to Zincati\n");
    }

    @Test
    void saysWhenItIsThisMachinesTurn() {
        base.with(OLD, "booted").updating(AutomaticUpdates.STAGE).knowing(rolledOut("2026-01-31T00:00:00Z"));

        golden("os-auto/turn", hearth.run("os", "auto"));
        golden("os-auto/turn-json", hearth.run("os", "auto", "--format=json"));
        golden("os-auto/run-waiting", hearth.run("os", "auto", "run"));
        golden("os-auto/run-waiting-json", hearth.run("os", "auto", "run", "--format=json"));
        golden("os-auto/run-dry", hearth.run("os", "auto", "run", "--dry-run"));
        assertThat(base.changes()).isEmpty();
    }

    @Test
    void doesWhatIsToHappenByItself() {
        base.with(OLD, "booted").updating(AutomaticUpdates.CHECK).knowing(rolledOut("2026-01-01T00:00:00Z"));
        golden("os-auto/run-found", hearth.run("os", "auto", "run"));

        base.updating(AutomaticUpdates.APPLY).answering(dev.hearth.os.Outcome.changed(NEW.id(), "Boots next: b"));
        hearth.ports().scripted().answer("", "systemctl", "reboot");
        golden("os-auto/run-upgraded", hearth.run("os", "auto", "run"));
        golden("os-auto/run-upgraded-json", hearth.run("os", "auto", "run", "--format=json"));
        assertThat(base.changes()).containsOnly(new Change.Upgrade(false, false, false, false));

        base.updating(AutomaticUpdates.NONE);
        assertThat(hearth.run("os", "auto", "run").out()).isEqualTo("Nothing is to happen by itself\n");
        assertThat(hearth.as(1000).run("os", "auto", "run").status()).isEqualTo(6);
    }

    private static Update rolledOut(String start) {
        return new Update(CannedBase.SOURCE, NEW.commit(), Signing.NOT_REQUIRED, null)
                .withRollout(new RolloutWindow(Instant.parse(start), Duration.ofDays(2)));
    }

    @Test
    void searchesPackages() {
        base.offering(new FoundPackage("vim", "9.1", "The VIM editor"))
                .offering(new FoundPackage("nano", "8.0", "A small text editor"));

        golden("os-search/two", hearth.run("os", "search", "editor"));
        golden("os-search/two-json", hearth.run("os", "search", "editor", "--format=json"));
    }

    @Test
    void offersItsNamesForCompletion() {
        base.with(layered(), "booted").with(OLD, "rollback");

        assertThat(hearth.run("complete", "deployments").out()).isEqualTo("0\n1\n");
        assertThat(hearth.run("complete", "requests").out()).isEqualTo("tmux\nfish\ngone\n");
    }

    private static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
