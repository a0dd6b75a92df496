package dev.hearth.cli.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an engine leaves behind: a killed Docker daemon its programs, Podman for minutes the one that looks after a command in a
 * container, and both what they mounted.
 */
final class Leftovers {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private Leftovers() {}

    /** Ends the programs of an engine that keeps all that it has in a directory, which they name, and what is mounted there. */
    static void end(Path directory) {
        processes(directory).forEach(ProcessHandle::destroyForcibly);
        Eventually.see("the end of what the engine ran", () -> processes(directory), List::isEmpty);
        var programs = new Programs(System.getenv());
        mounts(directory)
                .forEach(mount -> programs.run(LIMIT, Path.of("/"), List.of("umount", "--lazy", mount))
                        .succeeded());
    }

    /** {@return those that name the directory, and what they run} */
    private static List<ProcessHandle> processes(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(directory + "/"))
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    /** {@return what is mounted below the directory, deepest first} */
    private static List<String> mounts(Path directory) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/mounts"))) {
            return lines.map(line -> line.split(" ", -1)[1])
                    .filter(mount -> mount.startsWith(directory + "/"))
                    .toList()
                    .reversed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
