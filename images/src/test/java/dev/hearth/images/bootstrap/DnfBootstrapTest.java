package dev.hearth.images.bootstrap;

import static dev.hearth.images.bootstrap.BootstrapFixture.DEBIAN_12;
import static dev.hearth.images.bootstrap.BootstrapFixture.FEDORA_44;
import static dev.hearth.images.bootstrap.BootstrapFixture.choice;
import static dev.hearth.images.bootstrap.BootstrapFixture.host;
import static dev.hearth.images.bootstrap.BootstrapFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.images.recipe.BootstrapMethod;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnfBootstrapTest {
    private static final Path WORK = Path.of("/c/bootstrap/work-1");
    private static final BootstrapMethod.Dnf METHOD =
            new BootstrapMethod.Dnf("/usr/lib/sysimage/rpm", "[fedora]\n", false, List.of("bash", "dnf"));

    @TempDir
    private Path directory;

    private Path root;

    @BeforeEach
    void makeAHost() {
        root = directory.resolve("host");
        write(root.resolve("etc/yum.repos.d/local.repo"), "[local]\n");
        write(root.resolve("etc/yum.repos.d/old.rpmsave"), "[old]\n");
        write(root.resolve("etc/pki/rpm-gpg/KEY"), "key");
        write(root.resolve("etc/pki/ca-trust/source/anchors/ours.pem"), "our authority");
    }

    @Test
    void usesTheHostsRepositoriesOnAHostOfTheSameDistribution() {
        var host = host(directory, FEDORA_44, 0);

        var plan = new DnfBootstrap(host).plan(METHOD, choice("fedora", "44"), new WorkLayout(host, WORK));

        assertThat(plan.texts()).containsOnlyKeys(".rpmmacros", "dnf-root.sh");
        assertThat(plan.carried())
                .extracting(CarriedFile::inside)
                .containsExactly(
                        "etc/yum.repos.d/local.repo",
                        "etc/pki/rpm-gpg/KEY",
                        "etc/pki/ca-trust/source/anchors/ours.pem");
        assertThat(plan.commands().getLast().argv())
                .containsExactly(
                        "env",
                        "--chdir=/",
                        "setpriv",
                        "--pdeathsig",
                        "KILL",
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child",
                        "sh",
                        "/c/bootstrap/work-1/dnf-root.sh",
                        "/c/bootstrap/work-1/root",
                        "/c/bootstrap/work-1/root.tar",
                        "/c/bootstrap/work-1/packages",
                        "/c/bootstrap/work-1/overlay.tar",
                        "--releasever=44",
                        "--assumeyes",
                        "--setopt=reposdir=" + root.resolve("etc/yum.repos.d"),
                        "--setopt=varsdir=" + root.resolve("etc/dnf/vars"),
                        "--setopt=install_weak_deps=False",
                        "install",
                        "bash",
                        "dnf");
    }

    @Test
    void usesTheRecipesRepositoriesElsewhere() {
        var host = host(directory, DEBIAN_12, 1000);

        var plan = new DnfBootstrap(host).plan(METHOD, choice("fedora", "44"), new WorkLayout(host, WORK));

        assertThat(plan.texts())
                .containsEntry("etc/yum.repos.d/fedora.repo", "[fedora]\n")
                .containsEntry(".rpmmacros", "%_dbpath /usr/lib/sysimage/rpm\n%_netsharedpath /dev:/proc:/sys\n");
        assertThat(plan.commands().getLast().argv())
                .containsSequence("unshare", "--map-auto", "--map-root-user", "--mount")
                .contains("--setopt=reposdir=/c/bootstrap/work-1/etc/yum.repos.d");
    }

    @Test
    void leavesRepositoriesInTheImageThatNoPackageBrings() {
        var host = host(directory, DEBIAN_12, 0);
        var ubi = new BootstrapMethod.Dnf("/var/lib/rpm", "[ubi-{major}]\n", true, List.of("bash"));

        var plan = new DnfBootstrap(host).plan(ubi, choice("rhel", "9.6"), new WorkLayout(host, WORK));

        assertThat(plan.texts()).containsEntry("overlay/etc/yum.repos.d/rhel.repo", "[ubi-9]\n");
        assertThat(plan.commands().getLast().argv())
                .contains("--setopt=reposdir=/c/bootstrap/work-1/overlay/etc/yum.repos.d");
    }
}
