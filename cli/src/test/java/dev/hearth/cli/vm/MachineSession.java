package dev.hearth.cli.vm;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine that is used in steps, each from switching it on to switching it off. What its disk then has is kept, so that a
 * session that failed goes on with that step; a session that came to its end begins anew.
 */
final class MachineSession {
    private final Path states;
    private final Path logs;

    private MachineDisk disk;
    private int number;
    private @Nullable Path payload;

    private MachineSession(Path states, Path logs, MachineDisk disk) {
        this.states = states;
        this.logs = logs;
        this.disk = disk;
    }

    /** What is done with a machine while it is on. */
    @FunctionalInterface
    interface Step {
        void carryOut(VirtualMachine machine) throws IOException;
    }

    /** Checks that machines can run here. */
    static void require() {
        Needed.root();
        Needed.programs("qemu-system-x86_64", "mke2fs", "debugfs", "ostree", "bwrap", "mmdebstrap", "gpg", "setpriv");
        Needed.programs("apt-get", "dpkg-scanpackages");
    }

    /**
     * Begins a session, or goes on with one.
     *
     * @param part the tests that it belongs to
     */
    static MachineSession begin(String part, ProvidedBase provided) throws IOException {
        var installed = MachineImage.installed(provided);
        var states =
                Files.createDirectories(provided.directory().resolve("sessions").resolve(part));
        return new MachineSession(states, logs(part), installed);
    }

    /** {@return where the consoles of a part's machines are kept} */
    static Path logs(String part) throws IOException {
        return Files.createDirectories(Path.of("target/vm").resolve(part).toAbsolutePath());
    }

    /** Gives the machine a second disk from now on. */
    void give(Path file) {
        payload = file;
    }

    /** Carries a step out, if it was not yet. */
    void step(String name, Step step) throws IOException {
        boot(name, machine -> {
            machine.awaitAgent();
            step.carryOut(machine);
            machine.powerOff();
        });
    }

    /** Switches the machine on, which has to reboot by itself, if it has not yet. */
    void rebootsByItself(String name) throws IOException {
        boot(name, VirtualMachine::awaitEnd);
    }

    private void boot(String name, Step all) throws IOException {
        number++;
        var file = "%02d-%s".formatted(number, name.replaceAll("[^A-Za-z0-9]+", "-"));
        var saved = new MachineDisk(states.resolve(file + ".raw"));
        if (Files.exists(saved.file())) {
            say("%s: an earlier run came that far; its disk is used".formatted(name));
            disk = saved;
            return;
        }
        var began = Instant.now();
        var work = states.resolve("work");
        Files.deleteIfExists(work);
        var parts = VirtualMachine.Parts.of(disk.copy(work), payload);
        try (var machine = VirtualMachine.boot(parts, logs.resolve(file + ".log"))) {
            all.carryOut(machine);
        }
        Files.move(work, saved.file());
        disk = saved;
        say("%s: passed after %d s".formatted(name, seconds(began)));
    }

    /** {@return the disk as the last step left it} */
    MachineDisk disk() {
        return disk;
    }

    /** {@return a file that lasts as long as the session} */
    Path file(String name) {
        return states.resolve(name);
    }

    /** Ends a session that came to its end: the next one begins anew. */
    void end() {
        DirectoryTree.delete(states);
    }

    static long seconds(Instant since) {
        return Duration.between(since, Instant.now()).toSeconds();
    }

    static void say(String line) {
        System.err.println("vm: " + line);
    }
}
