package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.os.Advisory;
import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.Layering;
import dev.hearth.os.Marks;
import dev.hearth.os.OsEngine.Preview;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Recording;
import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import dev.hearth.os.Update;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import dev.hearth.os.program.MalformedReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpmOstreeStatusTest {
    private static RpmOstreeStatus every() {
        return RpmOstreeStatus.parse(Recording.text("rpmostree/scripted/every-key-status.json"));
    }

    private static InstalledPackage fc33(String name, String version) {
        return new InstalledPackage(name, version, "x86_64");
    }

    @Test
    void readsAWorkstationWithLayers() {
        var status = RpmOstreeStatus.parse(Recording.text("rpmostree/workstation-status.json"));

        var booted = status.deployments().getFirst();
        assertThat(booted.id().toString())
                .isEqualTo("fedora-silverblue-63335a77f9853618ba1a5f139c5805e82176a2a040ef5e34d7402e12263af5bb.0");
        assertThat(booted.marks()).isEqualTo(new Marks(true, false, false, false));
        assertThat(booted.source()).isEqualTo(new Source.Branch(null, "fedora/33/x86_64/silverblue"));
        assertThat(booted.commit())
                .isEqualTo(new Commit(ScriptedRpmOstree.BOOTED, "33.21", Instant.parse("2021-02-05T20:02:49Z")));
        assertThat(booted.origin())
                .isEqualTo(new Commit(
                        "229387d3c0bb8ad698228ca5702eca72aed8b298a7c800be1dc72bab160a9f7f",
                        "33.21",
                        Instant.parse("2021-02-05T19:48:30Z")));
        assertThat(booted.layering().requested()).hasSize(16).contains("tmux", "fish");
        assertThat(booted.layering().layered()).hasSize(16);
        assertThat(booted.layering().inactive()).isEmpty();
        assertThat(booted.layering().replaced())
                .containsExactly(
                        new VersionChange(fc33("rpm-ostree", "2021.1-3.fc33"), fc33("rpm-ostree", "2021.1-2.fc33")),
                        new VersionChange(
                                fc33("rpm-ostree-libs", "2021.1-3.fc33"), fc33("rpm-ostree-libs", "2021.1-2.fc33")));
        assertThat(status.deployments().get(1).marks()).isEqualTo(Marks.NONE.asRollback());
        assertThat(status.transaction()).isNull();
        assertThat(status.driver()).isNull();
        assertThat(status.update()).isNull();
    }

    @Test
    void readsAHostThatFollowsAnImage() {
        var status = RpmOstreeStatus.parse(Recording.text("rpmostree/coreos-oci-status.json"));

        var digest = "sha256:d12dd2fcb57ecfde0941be604f4dcd43ce0409b86e5ee4e362184c802b80fb84";
        assertThat(status.deployments()).singleElement().satisfies(deployment -> {
            assertThat(deployment.source())
                    .isEqualTo(new Source.Image(
                            "ostree-unverified-registry:quay.io/fedora/fedora-coreos@" + digest, digest));
            assertThat(deployment.base()).isNull();
            assertThat(deployment.layering().isEmpty()).isTrue();
            assertThat(deployment.remarks()).isEqualTo(Deployment.Remarks.NONE);
        });
    }

    @Test
    void readsWhatALayeredDeploymentIs() {
        var staged = every().deployments().getFirst();

        assertThat(staged.marks()).isEqualTo(new Marks(false, true, false, false));
        assertThat(staged.source()).isEqualTo(new Source.Branch("fedora", "fedora/42/x86_64/silverblue"));
        assertThat(staged.signing())
                .isEqualTo(new Signing(
                        true,
                        List.of(
                                new Signature(Verdict.VALID, "B0F4950458F69E1150C6C5EDC8AC4916105EF944"),
                                new Signature(Verdict.OUTDATED, "0000000000000000000000000000000000000001"),
                                new Signature(Verdict.UNKNOWN_KEY, "0000000000000000000000000000000000000002"),
                                new Signature(Verdict.INVALID, "0000000000000000000000000000000000000003"))));
        assertThat(staged.layering())
                .isEqualTo(new Layering(
                        List.of("fish", "nano"),
                        List.of(
                                new Layering.Inactive("nano", "the base has it by itself"),
                                new Layering.Inactive("gone", "the base has no such package to hide"),
                                new Layering.Inactive("absent-1-1.x86_64", "the base has no such package to replace"),
                                new Layering.Inactive("skopeo", "nothing to replace came from repo=updates")),
                        List.of("fish"),
                        List.of("chrome-130-1.x86_64", "forced-1-1.noarch"),
                        List.of(fc33("firefox", "144.0-1.fc42")),
                        List.of(
                                new VersionChange(fc33("kernel", "6.1.8-200.fc42"), fc33("kernel", "6.2.0-1.fc42")),
                                new VersionChange(
                                        fc33("podman", "5:4.5.0-1.fc42"), fc33("podman", "5:4.5.1-1.fc42")))));
    }

    @Test
    void remarksOnWhatHasNoPlaceElsewhere() {
        assertThat(every().deployments().getFirst().remarks())
                .isEqualTo(new Deployment.Remarks(
                        "Remote \"fedora\" not found",
                        "Fedora 42 is no longer maintained",
                        "-I /etc/foo",
                        "Fedora Silverblue",
                        List.of(
                                "It does not boot until `rpm-ostree finalize-deployment` releases it",
                                "Changing the running system to it was cut off",
                                "The running system was changed to commit " + "5".repeat(64),
                                "A newer base is downloaded: 42.20261102.0",
                                "Its initial RAM disk holds of /etc: /etc/crypttab",
                                "Modules are layered: cri-o:1.20/default",
                                "Modules are enabled: cri-o:1.20",
                                "It wraps programs that would change the base behind rpm-ostree"),
                        null));
    }

    @Test
    void readsWhereDeploymentsComeFromAndHowTheyAreUnlocked() {
        var deployments = every().deployments();

        assertThat(deployments)
                .extracting(Deployment::source)
                .containsExactly(
                        new Source.Branch("fedora", "fedora/42/x86_64/silverblue"),
                        new Source.Fixed("6".repeat(64), "https://example.org/composer", "Built by composer"),
                        new Source.None(),
                        new Source.None());
        assertThat(deployments)
                .extracting(Deployment::unlocked)
                .containsExactly(Unlocked.NONE, Unlocked.HOTFIX, Unlocked.NONE, Unlocked.NONE);
    }

    @Test
    void rollsBackToTheNextOneOfTheSameStateroot() {
        assertThat(every().deployments())
                .extracting(deployment -> deployment.marks().rollback())
                .containsExactly(false, false, false, true);
    }

    @Test
    void tellsWhoIsAtWorkAndWhoDecides() {
        var status = every();

        assertThat(status.transaction()).isEqualTo("Upgrade for :1.42");
        assertThat(status.driver()).isEqualTo(new OsStatus.Driver("Zincati", "zincati.service"));
    }

    @Test
    void readsTheUpdateThatTheDaemonKnowsOf() {
        var from = "5.2-1";

        assertThat(every().update())
                .isEqualTo(new Update(
                        new Source.Branch("fedora", "fedora/42/x86_64/silverblue"),
                        new Commit("9".repeat(64), "42.20261103.0", Instant.ofEpochSecond(1_793_700_000)),
                        new Signing(true, List.of()),
                        new Preview(
                                new PackageDiff(
                                        List.of(new InstalledPackage("new", "2-1", "noarch")),
                                        List.of(new InstalledPackage("old", "1-1", "noarch")),
                                        List.of(
                                                new VersionChange(fc33("bash", from), fc33("bash", "5.3-1")),
                                                new VersionChange(fc33("zlib", "1.3-1"), fc33("zlib", "1.3-2"))),
                                        List.of(new VersionChange(fc33("vim", "9.2-1"), fc33("vim", "9.1-1")))),
                                List.of(
                                        new Advisory(
                                                "FEDORA-2026-0123456789",
                                                true,
                                                Advisory.Severity.IMPORTANT,
                                                List.of("bash-5.3-1.x86_64"),
                                                List.of("CVE-2026-12345")),
                                        new Advisory(
                                                "FEDORA-2026-9876543210",
                                                false,
                                                Advisory.Severity.UNKNOWN,
                                                List.of("zlib-1.3-2.x86_64"),
                                                List.of())))));
    }

    @Test
    void knowsNoUpdateThatIsDeployedAlready() {
        var id = "os-" + "1".repeat(64) + ".0";
        var status = RpmOstreeStatus.parse("""
                {"deployments": [{"osname": "os", "checksum": "%s"}],
                 "cached-update": {"checksum": "%s", "deployment": "%s"}}""".formatted("1".repeat(64), "1".repeat(64), id));

        assertThat(status.update()).isNull();
    }

    @Test
    void toleratesAHostOfWhichNothingIsTold() {
        assertThat(RpmOstreeStatus.parse("{}")).isEqualTo(new RpmOstreeStatus(List.of(), null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"deployments\": [",
                "{\"deployments\": [{\"osname\": \"os\"}]}",
                "{\"deployments\": [{\"osname\": \"os\", \"checksum\": \"abc\"}]}",
                "{\"deployments\": [{\"osname\": \"os\", \"checksum\": 12}]}"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> RpmOstreeStatus.parse(text))
                .isInstanceOf(MalformedReport.class)
                .hasMessageStartingWith("The answer of `rpm-ostree status --json` cannot be understood: ");
    }
}
