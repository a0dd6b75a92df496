package dev.hearth.os.gate;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Boots a commit in a virtual machine without network, on a disk that is made for it and thrown away.
 *
 * <p>What is added to what the commit has is state of that machine, in its {@code /etc} and {@code /var}: the checks, and
 * the unit that runs them once all else has started.
 */
public final class Gate {
    private static final String STATEROOT = "hearth";
    private static final String LABEL = "hearth-gate";
    private static final String PLACE = "lib/hearth-gate";
    private static final Duration WORK = Duration.ofMinutes(30);
    private static final long ROOM = 2L << 30;
    private static final Pattern WORD = Pattern.compile("'(?<single>[^']*)'|\"(?<double>[^\"]*)\"");

    private static final Map<String, String> TOOLS =
            new TreeMap<>(Map.of("qemu-system-x86_64", "qemu-system-x86", "mke2fs", "e2fsprogs", "ostree", "ostree"));

    private final Repository repository;
    private final Processes processes;
    private final InstantSource clock;

    /** Gates what a repository has. */
    public Gate(Repository repository, InstantSource clock) {
        this.repository = repository.required();
        this.processes = repository.processes();
        this.clock = clock;
    }

    /**
     * How it is booted.
     *
     * @param boot how long the machine may take for all of it
     * @param check how long a check may take
     * @param hardware whether the processor's own virtualization is used, rather than emulation
     */
    public record Machine(Duration boot, Duration check, boolean hardware) {}

    /** {@return what the checks found of a commit, which is kept, and signed} */
    public Verdict judge(String name, Path checks, Machine machine, ProviderKey key, Consumer<OsEvent> events) {
        TOOLS.forEach((program, from) -> {
            if (processes.locate(program).isEmpty()) {
                throw new GateToolMissing(program, from);
            }
        });
        var found = GateChecks.in(checks);
        var commit = repository.commit(name);
        var verdicts = new Verdicts(repository);
        var work = repository.extension().resolve("gate-work");
        DirectoryTree.clear(work);
        try {
            events.accept(step("Deploy " + commit));
            var sysroot = deploy(commit, work.resolve("sysroot"));
            place(sysroot, commit, found, machine);
            events.accept(step("Make a disk of it"));
            var disk = disk(sysroot, work.resolve("disk"));
            events.accept(
                    step("Boot it, and run %d checks".formatted(found.files().size())));
            boot(sysroot, disk, work, machine);
            var report = GateReport.parse(text(work.resolve("report")));
            var verdict = new Verdict(commit, clock.instant(), report.trouble(commit, found.names()), report.checks());
            verdicts.keep(verdict, key);
            Files.copy(work.resolve("console"), verdicts.console(commit), StandardCopyOption.REPLACE_EXISTING);
            return verdict;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DirectoryTree.delete(work);
        }
    }

    /** {@return where what a machine said while it ran is kept} */
    public Path console(Verdict verdict) {
        return new Verdicts(repository).console(verdict.commit());
    }

    private Path deploy(String commit, Path sysroot) throws IOException {
        Files.createDirectory(sysroot);
        run(Command.of("ostree", "admin", "init-fs", "--modern", sysroot.toString()));
        var made = new Repository(sysroot.resolve("ostree/repo"), processes);
        run(admin(sysroot, "os-init").with(STATEROOT));
        made.run("config", List.of("set", "sysroot.bootloader", "none"));
        made.run("pull-local", List.of(repository.directory().toString(), commit));
        run(admin(sysroot, "deploy")
                .with("--os=" + STATEROOT, "--karg-none")
                .with(kernelArguments(commit).stream()
                        .map(each -> "--karg-append=" + each)
                        .toList())
                .with(commit));
        return sysroot;
    }

    /** Without these rights ostree leaves the file system alone that the sysroot's directory is on. */
    private static Command admin(Path sysroot, String verb) {
        var rights = "-sys_admin,-linux_immutable";
        return Command.of("setpriv", "--bounding-set=" + rights, "--inh-caps=" + rights, "--")
                .with("ostree", "admin", verb, "--sysroot=" + sysroot);
    }

    /** Those that it is composed with, but for where its root and its console are. */
    private List<String> kernelArguments(String commit) {
        var arguments = new ArrayList<String>();
        var words = WORD.matcher(repository.noted(commit, "hearth.kernel-arguments"));
        while (words.find()) {
            var word = words.group("single") == null ? words.group("double") : words.group("single");
            if (!word.matches("(root|console|rw|ro|quiet|splash)(=.*)?")) {
                arguments.add(word);
            }
        }
        arguments.addAll(List.of("root=LABEL=" + LABEL, "rw", "console=ttyS0", "panic=-1", "systemd.show_status=1"));
        return arguments;
    }

    private static void place(Path sysroot, String commit, GateChecks checks, Machine machine) throws IOException {
        var stateroot = sysroot.resolve("ostree/deploy").resolve(STATEROOT);
        var directory =
                Files.createDirectories(stateroot.resolve("var").resolve(PLACE).resolve("checks"));
        for (var file : checks.files()) {
            var copy = Files.copy(file, directory.resolve(file.getFileName()));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        try (var script = Gate.class.getResourceAsStream("run-checks.sh")) {
            if (script == null) {
                throw new IllegalStateException("no resource run-checks.sh");
            }
            Files.copy(script, directory.resolveSibling("run-checks.sh"));
        }
        var units = stateroot.resolve("deploy").resolve(commit + ".0").resolve("etc/systemd/system");
        Files.createDirectories(units.resolve("multi-user.target.wants"));
        Files.writeString(units.resolve("hearth-gate.service"), unit(machine));
        Files.createSymbolicLink(
                units.resolve("multi-user.target.wants/hearth-gate.service"), Path.of("../hearth-gate.service"));
    }

    private static String unit(Machine machine) {
        return """
                [Unit]
                Description=Checks of this base by the gate
                After=multi-user.target

                [Service]
                Type=oneshot
                ExecStart=/bin/sh /var/%s/run-checks.sh %d
                TimeoutStartSec=infinity
                """.formatted(PLACE, machine.check().toSeconds());
    }

    private Path disk(Path sysroot, Path disk) {
        var used = run(Command.of("du", "--summarize", "--block-size=1", sysroot.toString()))
                .split("\t", 2)[0];
        run(Command.of("truncate", "--size=" + (Long.parseLong(used) * 5 / 4 + ROOM), disk.toString()));
        run(Command.of("mke2fs", "-q", "-t", "ext4", "-L", LABEL, "-d", sysroot.toString(), disk.toString()));
        return disk;
    }

    private void boot(Path sysroot, Path disk, Path work, Machine machine) throws IOException {
        var entry = new TreeMap<String, String>();
        try (var entries = Files.newDirectoryStream(sysroot.resolve("boot/loader/entries"), "*.conf")) {
            for (var line : Files.readAllLines(entries.iterator().next())) {
                var words = line.split(" ", 2);
                if (words.length == 2) {
                    entry.put(words[0], words[1]);
                }
            }
        }
        for (var name : List.of("console", "report")) {
            Files.writeString(work.resolve(name), "");
        }
        var command = Command.of("qemu-system-x86_64", "-nodefaults", "-no-user-config", "-display", "none")
                .with("-accel", machine.hardware() ? "kvm" : "tcg", "-m", "1024", "-smp", "2", "-no-reboot")
                .with("-nic", "none", "-drive", "if=virtio,format=raw,file=" + disk)
                .with("-serial", "file:" + work.resolve("console"), "-serial", "file:" + work.resolve("report"))
                .with("-kernel", boot(sysroot, entry.getOrDefault("linux", "")))
                .with("-initrd", boot(sysroot, entry.getOrDefault("initrd", "")))
                .with("-append", entry.getOrDefault("options", ""))
                .withTimeout(machine.boot());
        try {
            processes.run(command).orThrow();
        } catch (ProgramTimedOut _) {
            // What it reported until then says how far it came.
        }
    }

    private static String boot(Path sysroot, String inside) {
        return sysroot.resolve("boot").resolve(inside.substring(1)).toString();
    }

    private String run(Command command) {
        return processes
                .run(command.withEnvironment("LC_ALL", "C.UTF-8").withTimeout(WORK))
                .orThrow()
                .out();
    }

    /** What a machine writes need not be text. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static OsEvent step(String text) {
        return new OsEvent.Began(new Step(text));
    }
}
