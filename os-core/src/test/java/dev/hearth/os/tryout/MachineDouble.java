package dev.hearth.os.tryout;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An ostree and a QEMU that do no more than leave what the next step looks for, and the host's own small tools. */
final class MachineDouble implements Processes {
    private final Path sysroot;
    private final String report;
    private final List<Command> ran = new ArrayList<>();

    /**
     * Makes machines.
     *
     * @param sysroot of the copy that they get
     * @param report what they say
     */
    MachineDouble(Path sysroot, String report) {
        this.sysroot = sysroot;
        this.report = report;
    }

    /** {@return the words with which something was run that has this one} */
    List<String> ran(String word) {
        return ran.stream()
                .map(Command::argv)
                .filter(argv -> argv.contains(word))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Finished run(Command command) {
        ran.add(command);
        var argv = command.argv();
        try {
            if (List.of("du", "cp").contains(command.program())) {
                return ItHost.processes().run(command);
            }
            if (argv.contains("os-init")) {
                Files.createDirectories(sysroot.resolve("ostree/deploy/it/var/lib"));
            } else if (argv.contains("deploy")) {
                Files.createDirectories(sysroot.resolve("ostree/deploy/it/deploy/" + argv.getLast() + ".0/etc"));
                Files.createDirectories(sysroot.resolve("boot/loader/entries"));
                Files.writeString(sysroot.resolve("boot/loader/entries/it.conf"), "linux /k\ninitrd /i\noptions o\n");
            } else if (argv.contains("qemu-system-x86_64")) {
                Files.writeString(sysroot.resolveSibling("report"), report);
                Files.writeString(sysroot.resolveSibling("console"), "Linux version 6\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Finished(command, 0, "", "");
    }

    @Override
    public Finished stream(Command command, Consumer<String> line) {
        return run(command);
    }

    @Override
    public int runAttached(Command command) {
        return run(command).status();
    }

    @Override
    public long startDetached(Command command, Path log) {
        throw new UnsupportedOperationException("nothing outlives a tryout");
    }

    @Override
    public Optional<Path> locate(String program) {
        return Optional.of(Path.of("/usr/bin", program));
    }
}
