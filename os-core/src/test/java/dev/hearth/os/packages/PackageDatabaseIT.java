package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads databases that the real package managers wrote. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PackageDatabaseIT {
    @TempDir
    Path tree;

    private final PackageDatabase database = new PackageDatabase(PackageManagers.PROCESSES);

    @Test
    void readsWhatDpkgListsOfThisMachine() {
        PackageManagers.require("dpkg-query");
        var listed = PackageManagers.run(Command.of(
                "dpkg-query",
                "--show",
                "--showformat",
                "${db:Status-Status} ${Package}-${Version}.${Architecture}\\n"));

        var read = database.read(Path.of("/"));

        assertThat(read.order()).isEqualTo(VersionOrder.DPKG);
        assertThat(read.packages().stream().map(item -> "installed " + item))
                .containsExactlyInAnyOrderElementsOf(listed.lines()
                        .filter(line -> line.startsWith("installed "))
                        .toList());
    }

    @Test
    void readsWhatRpmInstalledAndLeavesTheTreeAlone() throws IOException {
        PackageManagers.require("rpm", "rpmbuild");
        var directory = Files.createDirectories(tree.resolve("usr/lib/sysimage/rpm"));
        install(directory, "one", "3");
        install(directory, "two", "");
        var before = state(directory);

        var read = database.read(tree);

        assertThat(read)
                .isEqualTo(new InstalledPackages(
                        VersionOrder.RPM,
                        List.of(
                                new InstalledPackage("one", "3:1.0~rc1-2", "noarch"),
                                new InstalledPackage("two", "1.0~rc1-2", "noarch"))));
        assertThat(state(directory)).isEqualTo(before);
    }

    @Test
    void saysWhatRpmSaysOfADamagedDatabase() throws IOException {
        PackageManagers.require("rpm");
        var directory = Files.createDirectories(tree.resolve("usr/share/rpm"));
        Files.writeString(directory.resolve("rpmdb.sqlite"), "garbage ".repeat(1000));

        assertThatThrownBy(() -> database.read(tree))
                .isInstanceOf(DamagedPackageDatabase.class)
                .hasMessageContaining("rpm says \"error: cannot open Packages database");
    }

    private void install(Path directory, String name, String epoch) throws IOException {
        var work = Files.createDirectories(tree.resolve("build"));
        var specification = Files.writeString(
                work.resolve(name + ".spec"), """
                Name: %s
                Version: 1.0~rc1
                Release: 2
                %s
                Summary: A test
                License: None
                BuildArch: noarch
                %%description
                A test.
                %%files
                """.formatted(name, epoch.isEmpty() ? "" : "Epoch: " + epoch));
        PackageManagers.run(Command.of(
                "rpmbuild",
                "-bb",
                "--define",
                "_topdir " + work,
                "--define",
                "_rpmdir " + work.resolve(name),
                specification.toString()));
        try (var built = Files.walk(work.resolve(name))) {
            var file = built.filter(path -> path.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow();
            PackageManagers.run(Command.of("rpm", "--dbpath", directory.toString(), "--install", "--justdb", "--nodeps")
                    .withIf(Files.exists(Path.of("/etc/debian_version")), "--force-debian")
                    .with(file.toString()));
        }
    }

    /** {@return the names, sizes and times of all files} */
    private static List<String> state(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> file.getFileName() + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .toList();
        }
    }
}
