package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads what packages consist of that the real package managers made. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class PackageContentsIT {
    @TempDir
    Path tree;

    @Test
    void readsWhatDpkgInstalledOnThisMachine() {
        PackageManagers.require("dpkg-query");

        try (var contents = new PackageDatabase(PackageManagers.PROCESSES).contents(Path.of("/"))) {
            var passwd = contents.read("passwd").orElseThrow();
            assertThat(passwd.source()).isEqualTo("shadow");
            assertThat(passwd.needs()).contains("libc6");
            assertThat(passwd.files()).contains(new PackagedFile("usr/bin/passwd", true));
            assertThat(passwd.scripts()).contains("#!/bin/sh");
            assertThat(contents.read("libc6").orElseThrow().files()).isNotEmpty();
            assertThat(contents.read("missing")).isEmpty();
        }
    }

    @Test
    void readsAnRpmAndItsDatabase() throws IOException {
        PackageManagers.require("rpm", "rpmbuild");
        var file = build();
        var database = Files.createDirectories(tree.resolve("usr/lib/sysimage/rpm"));
        PackageManagers.run(Command.of("rpm", "--dbpath", database.toString(), "--install", "--justdb", "--nodeps")
                .withIf(Files.exists(Path.of("/etc/debian_version")), "--force-debian")
                .with(file.toString()));
        var expected = new PackageContent(
                new InstalledPackage("it-agent", "2:1.0-1", "noarch"),
                "it-agent",
                List.of("bash", "it-library"),
                List.of(
                        new PackagedFile("usr/bin/it-agent", true),
                        new PackagedFile("usr/bin/it-ping", true),
                        new PackagedFile("usr/lib/systemd/system/it-agent.service", false)),
                "echo before\necho after\n");

        try (var contents = new PackageDatabase(PackageManagers.PROCESSES).contents(tree)) {
            assertThat(contents.read("it-agent")).contains(expected);
            assertThat(contents.called("/usr/bin/it-agent")).contains(expected);
            assertThat(contents.read("missing")).isEmpty();
            assertThat(contents.called("missing")).isEmpty();
        }
        assertThat(new PackageFileContent(PackageManagers.PROCESSES).read(file)).contains(expected);
    }

    @Test
    void readsADeb() throws IOException {
        PackageManagers.require("dpkg-deb");
        var root = Files.createDirectories(tree.resolve("it"));
        Files.createDirectories(root.resolve("usr/bin"));
        Files.writeString(root.resolve("usr/bin/it-agent"), "");
        Files.setAttribute(root.resolve("usr/bin/it-agent"), "unix:mode", 04755);
        Files.createDirectories(root.resolve("DEBIAN"));
        Files.writeString(root.resolve("DEBIAN/control"), """
                Package: it-agent
                Source: it
                Version: 1.0
                Architecture: all
                Maintainer: Tests <tests@localhost>
                Depends: it-library (>= 1), bash | dash
                Description: made for a test
                """);
        var file = tree.resolve("it.deb");
        PackageManagers.run(Command.of("dpkg-deb", "--root-owner-group", "--build", root.toString(), file.toString()));

        assertThat(new PackageFileContent(PackageManagers.PROCESSES).read(file))
                .contains(new PackageContent(
                        new InstalledPackage("it-agent", "1.0", "all"),
                        "it",
                        List.of("it-library", "bash", "dash"),
                        List.of(
                                new PackagedFile("usr", false),
                                new PackagedFile("usr/bin", false),
                                new PackagedFile("usr/bin/it-agent", true)),
                        ""));
    }

    private Path build() throws IOException {
        var work = Files.createDirectories(tree.resolve("build"));
        var specification = Files.writeString(work.resolve("it.spec"), """
                Name: it-agent
                Epoch: 2
                Version: 1.0
                Release: 1
                Summary: A test
                License: None
                BuildArch: noarch
                AutoReqProv: no
                Requires: it-library
                Requires: bash
                Requires: /usr/bin/true
                %description
                A test.
                %install
                mkdir -p %{buildroot}/usr/bin %{buildroot}/usr/lib/systemd/system
                touch %{buildroot}/usr/bin/it-agent %{buildroot}/usr/bin/it-ping
                touch %{buildroot}/usr/lib/systemd/system/it-agent.service
                %pre
                echo before
                %post
                echo after
                %files
                %attr(4755, root, root) /usr/bin/it-agent
                %attr(0755, root, root) %caps(cap_net_raw=ep) /usr/bin/it-ping
                /usr/lib/systemd/system/it-agent.service
                """);
        PackageManagers.run(Command.of(
                "rpmbuild",
                "-bb",
                "--define",
                "_topdir " + work,
                "--define",
                "_rpmdir " + work,
                "--define",
                "_rpmfilename it-agent.rpm",
                specification.toString()));
        return work.resolve("it-agent.rpm");
    }
}
