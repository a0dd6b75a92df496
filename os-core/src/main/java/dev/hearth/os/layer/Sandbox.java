package dev.hearth.os.layer;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs programs of a tree on an overlay over it, away from the host: without its files, processes and devices, with a
 * tenth of root's capabilities, and without network unless one is asked for.
 */
final class Sandbox {
    /** Where programs inside find what hearth gives them. */
    static final String GIVEN = "/run/hearth/";

    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");
    private static final List<String> CAPABILITIES = List.of(
            "chown",
            "dac_override",
            "fowner",
            "fsetid",
            "kill",
            "setgid",
            "setuid",
            "setpcap",
            "sys_chroot",
            "setfcap");
    // bubblewrap itself needs these, and drops them.
    private static final List<String> SETTING_UP = List.of("sys_admin", "net_admin");
    // The kernel lets uid 0 write here whatever its capabilities, and bubblewrap leaves some of it writable: a script
    // could make the host run a program of its choice.
    private static final List<String> GUARDED =
            List.of("sys", "sysrq-trigger", "irq", "bus", "fs", "acpi", "scsi", "mtrr");

    private final Processes processes;
    private final SandboxWork work;
    private final Network network;
    private final SandboxLimits limits;

    Sandbox(Processes processes, SandboxWork work, Network network, SandboxLimits limits) {
        this.processes = processes;
        this.work = work;
        this.network = network;
        this.limits = limits;
    }

    SandboxWork work() {
        return work;
    }

    SandboxLimits limits() {
        return limits;
    }

    Network network() {
        return network;
    }

    /** Makes sure that the sandbox works before anything that fails in it is blamed on a package. */
    void requireWorking() {
        var finished = run(SandboxedCommand.query(List.of("true")));
        if (!finished.succeeded()) {
            throw new SandboxBroken(Printable.lastLine(finished.err()));
        }
    }

    /** Runs a program whose output is read. */
    Finished run(SandboxedCommand command) {
        return run(command, processes::run);
    }

    /** Runs a program that may print any amount; the end of it is kept, standard output and error merged. */
    Finished stream(SandboxedCommand command, Consumer<String> line) {
        return run(command, prepared -> processes.stream(prepared, line));
    }

    private interface Runner {
        Finished run(Command command);
    }

    private Finished run(SandboxedCommand command, Runner runner) {
        if (command.upper().equals(SandboxWork.SCRATCH)) {
            work.renew(SandboxWork.SCRATCH);
        }
        if (command.online()) {
            carryNames();
        }
        try (var limit = ProcessLimit.open(CONTROL_GROUPS, limits.processes())) {
            return runner.run(prepared(command, limit.path()));
        }
    }

    private Command prepared(SandboxedCommand command, String controlGroup) {
        var argv = new ArrayList<>(List.of("unshare", "--mount", "--propagation=private", "sh"));
        argv.addAll(
                List.of(work.resolve("sandbox.sh").toString(), work.directory().toString()));
        argv.addAll(List.of(command.upper(), controlGroup));
        argv.addAll(List.of("setpriv", "--bounding-set=" + boundingSet(), "bwrap"));
        argv.addAll(bubblewrap(command));
        argv.add("--");
        argv.addAll(command.argv());
        var prepared = Command.of(argv).withTimeout(command.timeout());
        return command.input().isEmpty() ? prepared : prepared.withInput(command.input());
    }

    private List<String> bubblewrap(SandboxedCommand command) {
        var merged = work.resolve("merged");
        var words = new ArrayList<>(List.of("--bind", merged.toString(), "/"));
        words.addAll(kernelFiles(""));
        words.addAll(List.of("--size", "67108864", "--tmpfs", "/run", "--dir", "/run/lock"));
        // Made by hand, or only root could enter it: apt reads certificates there without root's rights.
        words.addAll(List.of("--dir", GIVEN));
        words.addAll(List.of("--bind", work.resolve("tmp").toString(), "/tmp"));
        words.addAll(List.of("--bind", work.resolve("var-tmp").toString(), "/var/tmp"));
        // Where packages may own something in /opt, although that is the machine's.
        words.addAll(List.of("--bind", merged.resolve("usr/lib/opt").toString(), "/var/opt"));
        words.addAll(List.of("--ro-bind", work.resolve("ostree-booted").toString(), "/run/ostree-booted"));
        command.places()
                .forEach((inside, place) -> words.addAll(List.of(
                        command.writable().contains(inside) ? "--bind" : "--ro-bind", place.toString(), inside)));
        // A session of its own: a script that reaches the user's terminal could type into it.
        words.addAll(List.of("--chdir", "/", "--die-with-parent", "--new-session"));
        words.addAll(List.of("--unshare-pid", "--unshare-uts", "--unshare-ipc", "--unshare-cgroup-try"));
        if (!command.online()) {
            words.add("--unshare-net");
        }
        words.addAll(capabilities());
        words.addAll(environment());
        if (command.online()) {
            network.proxies().forEach((name, value) -> words.addAll(List.of("--setenv", name, value)));
        }
        return words;
    }

    /** {@return bubblewrap's words for {@code /dev} and {@code /proc} of a root} */
    static List<String> kernelFiles(String root) {
        var words = new ArrayList<>(List.of("--dev", root + "/dev", "--proc", root + "/proc"));
        for (var guarded : GUARDED) {
            words.addAll(List.of("--ro-bind-try", "/proc/" + guarded, root + "/proc/" + guarded));
        }
        return words;
    }

    /** {@return bubblewrap's words for the rights that scripts of packages get} */
    static List<String> capabilities() {
        var words = new ArrayList<>(List.of("--cap-drop", "ALL"));
        CAPABILITIES.forEach(capability -> words.addAll(List.of("--cap-add", "cap_" + capability)));
        return words;
    }

    /** {@return bubblewrap's words for the variables that scripts of packages get} */
    static List<String> environment() {
        var words = new ArrayList<>(List.of("--clearenv", "--setenv", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
        words.addAll(List.of("--setenv", "HOME", "/root", "--setenv", "LC_ALL", "C.UTF-8"));
        words.addAll(List.of("--setenv", "DEBIAN_FRONTEND", "noninteractive", "--setenv", "SYSTEMD_OFFLINE", "1"));
        // Packages of kernels would each make an initramfs; hearth makes it, once, at the end.
        words.addAll(List.of("--setenv", "INITRD", "No", "--setenv", "KERNEL_INSTALL_BYPASS", "1"));
        return words;
    }

    private static String boundingSet() {
        return Stream.concat(CAPABILITIES.stream(), SETTING_UP.stream())
                .map(capability -> "+" + capability)
                .collect(Collectors.joining(",", "-all,", ""));
    }

    /** Files, not mounts: the tree's resolv.conf is often a link to what only a running system has. */
    private void carryNames() {
        var etc = work.resolve(SandboxWork.SCRATCH).resolve("etc");
        try {
            Files.createDirectories(etc);
            for (var file : List.of(network.resolvConf(), network.hosts())) {
                if (Files.isReadable(file)) {
                    Files.copy(file.toRealPath(), etc.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
