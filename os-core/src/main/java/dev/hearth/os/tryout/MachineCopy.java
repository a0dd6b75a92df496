package dev.hearth.os.tryout;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.os.Deployment;
import dev.hearth.os.health.HealthUnits;
import dev.hearth.os.machine.MachineSysroot;
import dev.hearth.os.ostree.Sysroot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lays a deployment out for another machine, with the configuration with which it will boot here. */
final class MachineCopy {
    private static final Duration WORK = Duration.ofMinutes(30);

    private final Sysroot from;
    private final Path root;
    private final MachineSysroot to;
    private final Processes processes;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /**
     * Copies from a sysroot, which is only read.
     *
     * @param root of what runs
     */
    MachineCopy(Sysroot from, Path root, MachineSysroot to, Processes processes) {
        this.from = from;
        this.root = root;
        this.to = to;
        this.processes = processes;
    }

    /** Lays it out; {@return the root of the deployment} */
    Path deploy(Candidate candidate) {
        to.create();
        var earlier = candidate.mergedFrom();
        if (earlier == null) {
            var deployed = to.deploy(version(candidate, candidate.pending()));
            copyConfiguration(candidate.pending(), deployed);
            withoutDisks(deployed);
            return deployed;
        }
        copyConfiguration(earlier, to.deploy(version(candidate, earlier)));
        var deployed = to.deploy(version(candidate, candidate.pending()));
        to.undeployEarlier();
        withoutDisks(deployed);
        return deployed;
    }

    /** {@return what the copy does not have} */
    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    private MachineSysroot.Version version(Candidate candidate, Deployment deployment) {
        var origin = from.originFile(deployment.id());
        return new MachineSysroot.Version(
                from.repository(),
                deployment.id().checksum(),
                kernelArguments(candidate),
                Files.exists(origin) ? origin : null);
    }

    /** Boots are not judged there: nothing is to go back by itself. */
    private List<String> kernelArguments(Candidate candidate) {
        var arguments = new ArrayList<>(candidate.pending().kernelArguments());
        if (arguments.isEmpty() && candidate.running() != null) {
            arguments.addAll(List.of(text(root.resolve("proc/cmdline")).strip().split("\\s+", -1)));
        }
        HealthUnits.NAMES.forEach(unit -> arguments.add("systemd.mask=" + unit));
        return arguments;
    }

    private void copyConfiguration(Deployment deployment, Path deployed) {
        var etc = deployed.resolve("etc");
        DirectoryTree.delete(etc);
        processes
                .run(Command.of("cp", "--archive", "--no-target-directory", "--")
                        .with(from.deployment(deployment.id()).resolve("etc").toString(), etc.toString())
                        .withTimeout(WORK))
                .orThrow();
    }

    /** A boot would wait for what is not there, and fail. */
    private void withoutDisks(Path deployed) {
        var fstab = deployed.resolve("etc/fstab");
        var crypttab = deployed.resolve("etc/crypttab");
        try {
            if (Files.isRegularFile(fstab, LinkOption.NOFOLLOW_LINKS)) {
                var table = MountTable.parse(text(fstab));
                Files.writeString(fstab, table.text());
                table.leftOut().forEach(place -> leftOut.add(new LeftOut(place, "the machine has no such disk")));
            }
            if (Files.deleteIfExists(crypttab)) {
                leftOut.add(new LeftOut("/etc/crypttab", "the machine has none of these disks"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
