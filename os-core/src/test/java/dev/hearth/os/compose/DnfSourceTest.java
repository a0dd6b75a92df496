package dev.hearth.os.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.compose.Recipe.Source;
import dev.hearth.os.compose.Recipe.Units;
import dev.hearth.os.layer.LayerFailed;
import dev.hearth.os.packages.InstalledPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DnfSourceTest {
    private static final RpmRepository UNCHECKED = new RpmRepository("it", "http://example.org/", null, null);

    private final ScriptedProcesses processes = new ScriptedProcesses();

    @TempDir
    private Path directory;

    @Test
    void asksDnfWhatWouldComeIn() {
        dnf("refresh", 0, "", "");
        dnf("solve", 0, """
                +\tbash\t5.2-1\tx86_64\t/cache/bash.rpm\t17\t1700000000
                +\tvim\t2:9.1-1\tx86_64\t/cache/vim.rpm\t0\t1600000000
                """, "");

        var coming = source("fedora", List.of()).resolve();

        assertThat(coming)
                .containsExactly(
                        new InstalledPackage("bash", "5.2-1", "x86_64"),
                        new InstalledPackage("vim", "2:9.1-1", "x86_64"));
        processes.verify();
        assertThat(processes.ran()).extracting(Command::input).last().asString().isEqualTo("""
                root %1$s/fetched
                release 43
                sources %1$s/sources
                install bash
                install coreutils
                install dracut
                install kernel-core
                install ostree
                install rpm
                install shadow-utils
                install systemd
                install systemd-udev
                install util-linux
                """.formatted(work()));
        assertThat(work()).isEmptyDirectory();
    }

    @Test
    void asksForNothingOfADistributionThatItDoesNotKnow() {
        dnf("refresh", 0, "", "");
        dnf("solve", 0, "", "");

        source("rpm", List.of(UNCHECKED)).resolve();

        assertThat(processes.ran())
                .extracting(Command::input)
                .last()
                .asString()
                .endsWith("sources\ninstall kernel-core\n");
    }

    @Test
    void saysWhatThereIsNot() {
        dnf("refresh", 0, "", "");
        dnf("solve", 3, "", "No source has a package kernel-core\n");

        assertThatThrownBy(() -> source("rpm", List.of(UNCHECKED)).resolve())
                .isInstanceOf(LayerFailed.class)
                .hasMessage("No source has a package kernel-core");
    }

    @Test
    void doesNotMakeDoWithoutARepository() {
        dnf("refresh", 0, "source-failed\tFailed to download metadata for repo 'it'\n", "");

        assertThatThrownBy(() -> source("rpm", List.of(UNCHECKED)).resolve())
                .isInstanceOf(LayerFailed.class)
                .hasMessage("Failed to download metadata for repo 'it'");
    }

    @Test
    void tellsMachinesOfTheRecipesRepositoriesAndKeys() throws IOException {
        var key = Files.writeString(directory.resolve("key.asc"), "a key\n");
        var checked = new RpmRepository(
                "checked", null, "https://example.org/?a", key.toUri().toString());

        var told = source("fedora", List.of(UNCHECKED, checked)).machineSources();

        assertThat(told)
                .isEqualTo(new MachineSources(
                        List.of("etc/yum.repos.d"),
                        Map.of(
                                "etc/yum.repos.d/it.repo",
                                """
                                [it]
                                name=it
                                baseurl=http://example.org/
                                enabled=1
                                gpgcheck=0
                                """,
                                "etc/yum.repos.d/checked.repo",
                                """
                                [checked]
                                name=checked
                                metalink=https://example.org/?a
                                enabled=1
                                gpgcheck=1
                                gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-checked
                                """,
                                "etc/pki/rpm-gpg/RPM-GPG-KEY-checked",
                                "a key\n")));
        assertThat(source("fedora", List.of()).machineSources()).isEqualTo(MachineSources.OF_PACKAGES);
    }

    @Test
    void isTheSameWhereverItsKeysLie() throws IOException {
        var one = Files.writeString(directory.resolve("one.asc"), "a key\n");
        var same = Files.writeString(directory.resolve("same.asc"), "a key\n");
        var other = Files.writeString(directory.resolve("other.asc"), "another key\n");

        assertThat(identity(one)).isEqualTo(identity(same)).isNotEqualTo(identity(other));
    }

    private String identity(Path key) {
        var repository =
                new RpmRepository("it", "http://example.org/", null, key.toUri().toString());
        return source("rpm", List.of(repository)).identity();
    }

    @Test
    void knowsTheRepositoriesOfDistributions() {
        assertThat(source("centos", List.of()).identity())
                .contains("repo=centos-baseos-43-stream", "RPM-GPG-KEY-CentOS-Official-SHA256");
        assertThat(source("fedora", List.of()).identity())
                .contains("repo=fedora-43", "repo=updates-released-f43", "https://fedoraproject.org/fedora.gpg");
        assertThat(RpmDistribution.of("fedora", "rawhide").repositories())
                .extracting(RpmRepository::id)
                .containsExactly("rawhide");
    }

    private void dnf(String mode, int status, String out, String err) {
        var script = work().resolve("dnf-transaction.py").toString();
        var packages = directory.resolve("dnf/packages").toString();
        processes.answer(status, out, err, "/usr/bin/python3", script, mode, packages);
    }

    private Path work() {
        return directory.resolve("dnf/work");
    }

    private DnfSource source(String distribution, List<RpmRepository> repositories) {
        var source = new Source.Dnf(distribution, "43", repositories);
        var none = List.<String>of();
        var recipe = new Recipe(
                "",
                "example/43/base",
                source,
                List.of("kernel-core"),
                "43",
                List.of(),
                List.of(),
                new Units(none, none, none),
                none,
                none);
        return new DnfSource(recipe, source, directory.resolve("dnf"), "a test", processes);
    }
}
