package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ScriptedProcesses;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageDatabaseTest {
    @TempDir
    Path tree;

    @Test
    void findsNothingInATreeWithoutADatabase() {
        assertThat(new PackageDatabase(new ScriptedProcesses()).read(tree)).isEqualTo(InstalledPackages.NONE);
    }

    @Test
    void readsWhatDpkgHasInstalled() throws IOException {
        write("var/lib/dpkg/status", """
                Package: zlib1g
                Status: hold ok installed
                Architecture: amd64
                Multi-Arch: same
                Version: 1:1.2.13.dfsg-1
                Description: compression library
                 Package: not a field
                 .
                 More.

                Package: left
                Status: deinstall ok config-files
                Version: 1.0
                Architecture: amd64


                Package: known
                Status: unknown ok not-installed

                Package: half
                Status: install ok half-configured
                Version: 1
                Architecture: all

                Package: base-files
                Status: install ok installed
                Architecture: amd64
                Version: 12.4""");

        assertThat(read(new ScriptedProcesses()))
                .isEqualTo(new InstalledPackages(
                        VersionOrder.DPKG,
                        List.of(
                                new InstalledPackage("base-files", "12.4", "amd64"),
                                new InstalledPackage("zlib1g", "1:1.2.13.dfsg-1", "amd64"))));
    }

    @Test
    void prefersTheDatabaseThatBelongsToTheImage() throws IOException {
        write("usr/lib/sysimage/dpkg/status", paragraph("image"));
        write("var/lib/dpkg/status", paragraph("variable"));

        assertThat(read(new ScriptedProcesses()).packages()).extracting("name").containsExactly("image");
    }

    @Test
    void readsADescriptionInAnOldEncoding() throws IOException {
        write("var/lib/dpkg/status", "");
        Files.write(
                tree.resolve("var/lib/dpkg/status"),
                (paragraph("a") + "Maintainer: J\u00fcrgen\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(new ScriptedProcesses()).packages()).hasSize(1);
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        requireDamage(paragraph("a") + "\nnonsense\n", "line 6 is no field");
        requireDamage(" begins inside\n", "line 1 continues a field, and none has begun");
        requireDamage("Package: a\nStatus: install ok installed\n\n", "line 3 ends a package without 'Version'");
        requireDamage(paragraph("a") + "Version: 2\n", "line 5 has a second 'Version' of one package");
        requireDamage("Package: a\nStatus: installed\n", "line 2 ends a package whose 'Status' is not three words");
        requireDamage("Package: " + "a".repeat(5000), "line 1 has a 'Package' that is too long");
    }

    @Test
    void refusesAFileThatIsTooLargeToBeOne() throws IOException {
        write("var/lib/dpkg/status", "x");
        try (var file = new RandomAccessFile(tree.resolve("var/lib/dpkg/status").toFile(), "rw")) {
            file.setLength(300L << 20);
        }

        assertThatThrownBy(() -> read(new ScriptedProcesses()))
                .isInstanceOf(DamagedPackageDatabase.class)
                .hasMessageEndingWith("cannot be read: it has more than 256 MiB");
    }

    @Test
    void doesNotFollowALinkToTheHostsDatabase() throws IOException {
        write("elsewhere/status", paragraph("host"));
        Files.createDirectories(tree.resolve("tree/var/lib"));
        Files.createSymbolicLink(tree.resolve("tree/var/lib/dpkg"), tree.resolve("elsewhere"));

        assertThatThrownBy(() -> new PackageDatabase(new ScriptedProcesses()).read(tree.resolve("tree")))
                .isInstanceOf(DamagedPackageDatabase.class)
                .hasMessageEndingWith("cannot be read: a link on its way leads out of the tree");
    }

    @Test
    void followsTheLinkThatATreeHasFromVarIntoUsr() throws IOException {
        write("usr/lib/real/status", paragraph("a"));
        Files.createDirectories(tree.resolve("var/lib"));
        Files.createSymbolicLink(tree.resolve("var/lib/dpkg"), Path.of("../../usr/lib/real"));

        assertThat(read(new ScriptedProcesses()).packages()).hasSize(1);
    }

    @Test
    void asksRpmForACopyOfItsDatabase() throws IOException {
        write("var/lib/dpkg/status", "");
        write("usr/share/rpm/rpmdb.sqlite", "a database");
        var rpm = new AnsweringRpm(0, "bash\t5.2-1.fc42\tx86_64\ngpg-pubkey\t1-1\t(none)\nacl\t1:2-1\tnoarch\n", "");

        assertThat(read(rpm))
                .isEqualTo(new InstalledPackages(
                        VersionOrder.RPM,
                        List.of(
                                new InstalledPackage("acl", "1:2-1", "noarch"),
                                new InstalledPackage("bash", "5.2-1.fc42", "x86_64"))));
        assertThat(rpm.database).isNotEqualTo(tree.resolve("usr/share/rpm")).doesNotExist();
        assertThat(rpm.content).isEqualTo("a database");
        assertThat(tree.resolve("usr/share/rpm")).isDirectoryNotContaining("glob:**wal");
    }

    @Test
    void saysThatRpmIsMissing() throws IOException {
        write("usr/lib/sysimage/rpm/rpmdb.sqlite", "a database");

        assertThatThrownBy(() -> read(new ScriptedProcesses()))
                .isInstanceOf(RpmMissing.class)
                .hasMessage("Only the program 'rpm' can read the package database '%s', and it is not installed"
                        .formatted(tree.resolve("usr/lib/sysimage/rpm")))
                .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
                .satisfies(failure ->
                        assertThat(failure.hint()).hasValue("Install rpm with the system's package manager."));
    }

    @Test
    void passesOnWhatRpmSaysOfADamagedDatabase() throws IOException {
        write("usr/share/rpm/rpmdb.sqlite", "garbage");

        for (int status : new int[] {0, 1}) {
            assertThatThrownBy(() -> read(new AnsweringRpm(status, "", "error: file is not a database\n")))
                    .isInstanceOf(DamagedPackageDatabase.class)
                    .hasMessageEndingWith("cannot be read: rpm says \"error: file is not a database\"");
        }
    }

    @Test
    void refusesAListingThatIsNone() throws IOException {
        write("usr/share/rpm/rpmdb.sqlite", "a database");

        assertThatThrownBy(() -> read(new AnsweringRpm(0, "a\t1-1\tnoarch\nb\n", "")))
                .isInstanceOf(DamagedPackageDatabase.class)
                .hasMessageEndingWith("line 2 of rpm's listing is no package");
    }

    private void requireDamage(String status, String what) throws IOException {
        write("var/lib/dpkg/status", status);

        assertThatThrownBy(() -> read(new ScriptedProcesses()))
                .isInstanceOf(DamagedPackageDatabase.class)
                .hasMessage("The package database '%s' cannot be read: %s"
                        .formatted(tree.resolve("var/lib/dpkg/status"), what));
    }

    private InstalledPackages read(Processes processes) {
        return new PackageDatabase(processes).read(tree);
    }

    private static String paragraph(String name) {
        return "Package: %s\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n".formatted(name);
    }

    private void write(String name, String content) throws IOException {
        var file = tree.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
