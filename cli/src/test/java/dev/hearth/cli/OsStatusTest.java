package dev.hearth.cli;

import static dev.hearth.os.CannedBase.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.Advisory;
import dev.hearth.os.Advisory.Severity;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.Deployment.Withdrawn;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEngine.Preview;
import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import dev.hearth.os.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is deployed, waits or is wrong, as it is shown. */
class OsStatusTest extends OsFixture {
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

    @Test
    void showsWhatItsMakerTookBack() {
        var told = Instant.parse("2026-11-21T10:00:00Z");
        var withdrawn = new Withdrawn("it has \u001B[31mno sound", told);
        var bad = NEW.withRemarks(NEW.remarks().with(withdrawn));
        base.with(bad, "booted").with(OLD, "rollback");

        golden("os-status/withdrawn", hearth.run("os", "status"));
        golden("os-status/withdrawn-json", hearth.run("os", "status", "--format=json"));
        golden("os-check/withdrawn", hearth.run("os", "check", "--sysroot=disk"));

        base.rebootedInto(OLD).with(bad, "rollback");
        golden("os-status/withdrawn-left", hearth.run("os", "status"));
    }

    @Test
    void saysWhereAnUpgradeLeadsBackTo() {
        base.with(NEW, "booted");
        var back = new Update(CannedBase.SOURCE, OLD.commit(), Signing.NOT_REQUIRED, null);
        base.knowing(back.withWithdrawn(new Update.Withdrawn("42.2", "it has no sound")));

        golden("os-upgrade/check-withdrawn", hearth.run("os", "upgrade", "--check"));
        golden("os-upgrade/check-withdrawn-json", hearth.run("os", "upgrade", "--check", "--format=json"));

        base.knowing(Update.none(CannedBase.SOURCE).withWithdrawn(new Update.Withdrawn("42.2", "it has no sound")));
        golden("os-upgrade/check-nothing-before", hearth.run("os", "upgrade", "--check"));
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
    void offersItsNamesForCompletion() {
        base.with(layered(), "booted").with(OLD, "rollback");

        assertThat(hearth.run("complete", "deployments").out()).isEqualTo("0\n1\n");
        assertThat(hearth.run("complete", "requests").out()).isEqualTo("tmux\nfish\ngone\n");
    }
}
