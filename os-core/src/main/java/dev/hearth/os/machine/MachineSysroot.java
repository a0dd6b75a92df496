package dev.hearth.os.machine;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sysroot that a machine's disk is made of. */
public final class MachineSysroot {
    static final String LABEL = "hearth-machine";

    private static final Duration WORK = Duration.ofMinutes(30);
    /** Without these rights ostree leaves the file system alone that the sysroot's directory is on. */
    private static final String RIGHTS = "-sys_admin,-linux_immutable";

    private final Path directory;
    private final String stateroot;
    private final Processes processes;

    MachineSysroot(Path directory, String stateroot, Processes processes) {
        this.directory = directory;
        this.stateroot = stateroot;
        this.processes = processes;
    }

    /**
     * What is deployed.
     *
     * @param repository which has the commit
     * @param kernelArguments those that it has elsewhere
     * @param origin the file that says where it comes from; absent for the commit itself
     */
    public record Version(
            Path repository,
            String commit,
            List<String> kernelArguments,
            @Nullable Path origin) {}

    /** What a boot loader would start. */
    record Start(Path kernel, Path initramfs, String arguments) {}

    /** Makes it, without any deployment. */
    public void create() {
        try {
            Files.createDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(Command.of("ostree", "admin", "init-fs", "--modern", directory.toString()));
        run(admin("os-init").with(stateroot));
        configure("sysroot.bootloader", "none");
        // Whether there is room is asked before, and what is thrown away need not be on the disk for sure.
        configure("core.min-free-space-percent", "0");
        configure("core.fsync", "false");
    }

    private void configure(String key, String value) {
        run(Command.of("ostree", "config", "--repo=" + repository(), "set", key, value));
    }

    /**
     * Deploys a version, which boots next, with its own configuration; after another, with what was changed in that one's.
     *
     * @return the deployment's root
     */
    public Path deploy(Version version) {
        run(Command.of("ostree", "pull-local", "--repo=" + repository())
                .with(version.repository().toString(), version.commit()));
        var deployed = deployment(version.commit());
        var command = admin("deploy").with("--os=" + stateroot, "--karg-none");
        if (version.origin() != null) {
            command = command.with("--origin-file=" + version.origin());
        }
        run(command.with(GuestKernelArguments.of(version.kernelArguments(), LABEL).stream()
                        .map(each -> "--karg-append=" + each)
                        .toList())
                .with(version.commit()));
        return deployed;
    }

    /** Removes the version that was deployed before the last. */
    public void undeployEarlier() {
        run(admin("undeploy").with("1"));
    }

    /** {@return what is {@code /var} in the machine} */
    public Path var() {
        return directory.resolve("ostree/deploy").resolve(stateroot).resolve("var");
    }

    /** The same commit may be there already. */
    private Path deployment(String commit) {
        var deployments = var().resolveSibling("deploy");
        int serial = 0;
        while (Files.exists(deployments.resolve(commit + "." + serial))) {
            serial++;
        }
        return deployments.resolve(commit + "." + serial);
    }

    /** {@return what boots, of a sysroot with one deployment} */
    Start start() {
        var entry = new HashMap<String, String>();
        var boot = directory.resolve("boot");
        try (var entries = Files.newDirectoryStream(boot.resolve("loader/entries"), "*.conf")) {
            for (var line : Files.readAllLines(entries.iterator().next())) {
                var words = line.split(" ", 2);
                if (words.length == 2) {
                    entry.put(words[0], words[1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Start(file(boot, entry, "linux"), file(boot, entry, "initrd"), entry.getOrDefault("options", ""));
    }

    private static Path file(Path boot, Map<String, String> entry, String key) {
        return boot.resolve(entry.getOrDefault(key, "/").substring(1));
    }

    /** {@return a disk with all of it, and room for what the machine writes} */
    Path disk(Path file, long room) {
        var used = run(Command.of("du", "--summarize", "--block-size=1", directory.toString()))
                .split("\t", 2)[0];
        run(Command.of("truncate", "--size=" + (Long.parseLong(used) * 5 / 4 + room), file.toString()));
        run(Command.of("mke2fs", "-q", "-t", "ext4", "-L", LABEL, "-d", directory.toString(), file.toString()));
        return file;
    }

    private Path repository() {
        return directory.resolve("ostree/repo");
    }

    private Command admin(String verb) {
        return Command.of("setpriv", "--bounding-set=" + RIGHTS, "--inh-caps=" + RIGHTS, "--")
                .with("ostree", "admin", verb, "--sysroot=" + directory);
    }

    private String run(Command command) {
        return processes
                .run(command.withEnvironment("LC_ALL", "C.UTF-8").withTimeout(WORK))
                .orThrow()
                .out();
    }
}
