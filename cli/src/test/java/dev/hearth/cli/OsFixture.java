package dev.hearth.cli;

import static dev.hearth.os.CannedBase.deployment;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.os.CannedBase;
import dev.hearth.os.Deployment;
import dev.hearth.os.Layering;
import dev.hearth.os.Signature;
import dev.hearth.os.Signature.Verdict;
import dev.hearth.os.Signing;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A base that is all fakes, for the commands that are about it. */
abstract class OsFixture {
    static final String KEY = "ACB5EE4E831C74BB7C168D27F55AD3FB5323552A";
    static final Deployment OLD = deployment("a", "42.20261101.0", 1);
    static final Deployment NEW = deployment("b", "42.20261102.0", 2);
    static final PackageDiff PACKAGES = new PackageDiff(
            List.of(item("added", "1-1")),
            List.of(item("removed", "2-1")),
            List.of(new VersionChange(item("vim", "9.0-1"), item("vim", "9.1-1"))),
            List.of(new VersionChange(item("zlib", "2.0-1"), item("zlib", "1.9-1"))));

    @TempDir
    Path directory;

    HearthFixture hearth;
    CannedBase base;

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

    static InstalledPackage item(String name, String version) {
        return new InstalledPackage(name, version, "x86_64");
    }

    static Deployment layered() {
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

    static void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text());
    }
}
