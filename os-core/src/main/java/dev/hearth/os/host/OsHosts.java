package dev.hearth.os.host;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEngine;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.os.bootc.BootcEngine;
import dev.hearth.os.bootc.BootcStatus;
import dev.hearth.os.ostree.Sysroot;
import dev.hearth.os.ostree.SysrootMissing;
import dev.hearth.os.rpmostree.RpmOstreeEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the engine that keeps a base. What is cheap to ask is asked first; a program is only run where two could keep the
 * same host.
 *
 * @param root of the host's file system
 * @param own makes hearth's own engine for a sysroot
 * @param pause waits for so long
 */
public record OsHosts(
        Path root,
        Environment environment,
        Processes processes,
        Function<Sysroot, OsEngine> own,
        Consumer<Duration> pause) {
    /** What says that hearth sees a container's files and not the host's; the last is the host, seen from a pet. */
    private static final List<String> CONTAINER_MARKS =
            List.of("run/.containerenv", ".dockerenv", "run/host/run/ostree-booted");

    /**
     * {@return hearth's own engine for a sysroot, whatever keeps the host itself}
     *
     * @throws SysrootMissing when the directory is none
     */
    public OsEngine at(Path directory) {
        var sysroot = new Sysroot(directory);
        if (!sysroot.exists()) {
            throw new SysrootMissing(directory);
        }
        return own.apply(sysroot);
    }

    /**
     * {@return the engine that keeps the base of this host}
     *
     * @throws InsideContainer when this is no host
     * @throws PlainHost when it has no immutable base
     * @throws EngineMissing when the program is missing that alone can keep it
     */
    public OsEngine engine() {
        if (isContainer()) {
            throw new InsideContainer();
        }
        if (!Files.exists(root.resolve("run/ostree-booted"))) {
            return usesComposefs() ? bootcAlone() : unbooted();
        }
        boolean rpmOstree = isInstalled("rpm-ostree");
        if (isInstalled("bootc")) {
            return rpmOstree ? eitherOf() : bootcOrOwn();
        }
        return rpmOstree ? rpmOstree() : own.apply(new Sysroot(root));
    }

    private boolean isContainer() {
        return environment.get("container").isPresent()
                || CONTAINER_MARKS.stream().map(root::resolve).anyMatch(Files::exists);
    }

    /** bootc's newer way of keeping images, which has no ostree below. */
    private boolean usesComposefs() {
        try {
            return Stream.of(Files.readString(root.resolve("proc/cmdline")).split("\\s+", -1))
                    .anyMatch(argument -> argument.startsWith("composefs="));
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OsEngine bootcAlone() {
        if (!isInstalled("bootc")) {
            throw new EngineMissing("bootc", "it was booted as an image without ostree");
        }
        return bootc();
    }

    /** A disk may be laid out for ostree before the first boot from it. */
    private OsEngine unbooted() {
        var sysroot = new Sysroot(root);
        if (!sysroot.exists()) {
            throw new PlainHost();
        }
        return own.apply(sysroot);
    }

    /**
     * Both can keep an image that nothing was layered on, and bootc is what its maker meant; all else is rpm-ostree's. An
     * ordinary user cannot ask bootc: rpm-ostree then answers for it.
     */
    private OsEngine eitherOf() {
        var bootc = bootc();
        try {
            var host = bootc.host();
            return isForBootc(host) ? bootc : rpmOstree();
        } catch (PrivilegesMissing | Failure.ToolFailed _) {
            return rpmOstree();
        }
    }

    /** bootc is also installed where ostree branches are followed, which it has nothing to do with. */
    private OsEngine bootcOrOwn() {
        var bootc = bootc();
        return bootc.host().isBootcHost() ? bootc : own.apply(new Sysroot(root));
    }

    private static boolean isForBootc(BootcStatus host) {
        return host.isBootcHost() && !host.isLayered();
    }

    private boolean isInstalled(String program) {
        return processes.locate(program).isPresent();
    }

    private BootcEngine bootc() {
        return new BootcEngine(root, processes);
    }

    private OsEngine rpmOstree() {
        return new RpmOstreeEngine(root, processes, pause);
    }
}
