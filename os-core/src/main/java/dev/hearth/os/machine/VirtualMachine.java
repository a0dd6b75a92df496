package dev.hearth.os.machine;

import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A machine without network that QEMU makes, with a disk that is made for it: what it writes is kept apart, for as long as
 * it runs.
 */
public final class VirtualMachine {
    /** For what a machine writes. */
    private static final long ROOM = 2L << 30;

    private static final Map<String, String> TOOLS =
            new TreeMap<>(Map.of("qemu-system-x86_64", "qemu-system-x86", "mke2fs", "e2fsprogs", "ostree", "ostree"));

    private final Path work;
    private final MachineSysroot sysroot;
    private final Processes processes;

    /**
     * A machine that has nothing yet.
     *
     * @param work an empty directory, which the caller removes
     * @param stateroot the operating system's name on the disk
     * @throws MachineToolMissing when it could not be booted
     */
    public VirtualMachine(Path work, String stateroot, Processes processes) {
        TOOLS.forEach((program, from) -> {
            if (processes.locate(program).isEmpty()) {
                throw new MachineToolMissing(program, from);
            }
        });
        this.work = work;
        this.sysroot = new MachineSysroot(work.resolve("sysroot"), stateroot, processes);
        this.processes = processes;
    }

    /**
     * How it is booted.
     *
     * @param limit how long the machine may take for all of it
     * @param megabytes its memory
     * @param accelerated whether the processor's own virtualization is used, rather than emulation
     */
    public record Hardware(Duration limit, int megabytes, boolean accelerated) {}

    /**
     * What is done in it.
     *
     * @param limit how long each task may take
     * @param environment variables that programs find
     */
    public record Tasks(List<MachineTask> list, Duration limit, Map<String, String> environment) {
        public Tasks {
            list = List.copyOf(list);
            environment = Map.copyOf(environment);
        }
    }

    /** {@return what is on its disk, before the disk is made} */
    public MachineSysroot sysroot() {
        return sysroot;
    }

    /** {@return the file with all that it said while it ran} */
    public Path console() {
        return work.resolve("console");
    }

    /**
     * Boots the only deployment that its sysroot has, and has it do the tasks.
     *
     * @param deployment the deployment's root
     * @return what it reported, as far as it came
     */
    public MachineReport boot(Path deployment, Tasks tasks, Hardware hardware, Consumer<OsEvent> events) {
        TaskAgent.place(deployment, sysroot.var(), tasks.list(), tasks.limit(), tasks.environment());
        events.accept(step("Make a disk of it"));
        var disk = sysroot.disk(work.resolve("disk"), ROOM);
        events.accept(step("Boot it, and run %d checks".formatted(tasks.list().size())));
        var report = work.resolve("report");
        try {
            PrivateFiles.createNew(console());
            PrivateFiles.createNew(report);
            run(disk, report, hardware);
            // What a machine writes need not be text.
            return MachineReport.parse(new String(Files.readAllBytes(report), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Path disk, Path report, Hardware hardware) {
        var start = sysroot.start();
        // With hearth killed, nobody else would switch the machine off.
        var command = Command.of("setpriv", "--pdeathsig=KILL", "--")
                .with("qemu-system-x86_64", "-nodefaults", "-no-user-config", "-display", "none")
                .with("-accel", hardware.accelerated() ? "kvm" : "tcg")
                .with("-m", Integer.toString(hardware.megabytes()), "-smp", "2", "-no-reboot", "-nic", "none")
                .with(
                        "-drive",
                        "if=virtio,format=raw,snapshot=on,file="
                                + disk.toString().replace(",", ",,"))
                .with("-serial", "file:" + console(), "-serial", "file:" + report)
                .with(
                        "-kernel",
                        start.kernel().toString(),
                        "-initrd",
                        start.initramfs().toString())
                .with("-append", start.arguments())
                .withEnvironment("TMPDIR", work.toString())
                .withTimeout(hardware.limit());
        try {
            processes.run(command).orThrow();
        } catch (ProgramTimedOut _) {
            // What it reported until then says how far it came.
        }
    }

    private static OsEvent step(String text) {
        return new OsEvent.Began(new Step(text));
    }
}
