package dev.hearth.core.process;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.host.Environment;
import dev.hearth.core.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs programs on this host.
 *
 * <p>Captured output goes through files: a program that leaves a daemon behind, or that never reads its input, cannot
 * make hearth wait for a pipe.
 */
public final class HostProcesses implements Processes {
    private static final int TAIL_LINES = 40;
    private static final Duration FOLLOW_PAUSE = Duration.ofMillis(40);
    /** What a daemon may have written before its next start begins a new file. */
    private static final long LARGEST_LOG = 512 * 1024;

    private static final Path NULL_DEVICE = Path.of("/dev/null");

    private final Environment environment;
    private final Trace trace;

    /** Runs programs with this environment and notes each with its time. */
    public HostProcesses(Environment environment, Trace trace) {
        this.environment = environment;
        this.trace = trace;
    }

    @Override
    public Finished run(Command command) {
        return trace.timed("run " + command, () -> inScratch(directory -> captured(command, directory)));
    }

    @Override
    public Finished stream(Command command, Consumer<String> line) {
        return trace.timed("run " + command, () -> inScratch(directory -> streamed(command, directory, line)));
    }

    @Override
    public int runAttached(Command command) {
        return trace.timed("run " + command, () -> {
            // No limit of time: the user is at the other end.
            return awaitEnd(start(builder(command).inheritIO()));
        });
    }

    @Override
    public long startDetached(Command command, Path log) {
        // setsid: a daemon must not die with the terminal from which set-up happened to be run.
        var program = locate(command.program()).orElseThrow(() -> new ProgramMissing(command.program()));
        var rest = command.argv().subList(1, command.argv().size());
        var detached = Command.of("setsid", program.toString()).with(rest);
        var builder = builder(new Command(detached.argv(), command.environment(), null, command.timeout()));
        builder.redirectInput(ProcessBuilder.Redirect.from(NULL_DEVICE.toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectErrorStream(true);
        PrivateFiles.log(log, LARGEST_LOG);
        trace.note("start " + command + ", log in " + log);
        return start(builder).pid();
    }

    @Override
    public Optional<Path> locate(String program) {
        if (program.contains("/")) {
            return Optional.of(Path.of(program)).filter(Files::isExecutable);
        }
        return searchPath()
                .map(directory -> directory.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private Stream<Path> searchPath() {
        // The administrators' directories too: an ordinary user's path often lacks them, and daemons live there.
        var path = environment.get("PATH").orElse("/usr/bin:/bin") + ":/usr/local/sbin:/usr/sbin:/sbin";
        return Stream.of(path.split(":", -1))
                .filter(entry -> entry.startsWith("/"))
                .map(Path::of);
    }

    private Finished captured(Command command, Path directory) throws IOException {
        var out = directory.resolve("out");
        var err = directory.resolve("err");
        var builder = builder(command);
        builder.redirectInput(input(command, directory));
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        int status = awaitEnd(command, start(builder));
        return new Finished(command, status, text(out), text(err));
    }

    private Finished streamed(Command command, Path directory, Consumer<String> line) throws IOException {
        var out = directory.resolve("out");
        var builder = builder(command);
        builder.redirectInput(input(command, directory));
        builder.redirectOutput(out.toFile());
        builder.redirectErrorStream(true);
        var process = start(builder);
        var tail = new Tail(TAIL_LINES, line);
        boolean followed = false;
        try (var lines = new FollowedFile(out)) {
            int status = follow(command, process, lines, tail);
            followed = true;
            return new Finished(command, status, tail.text(), "");
        } finally {
            if (!followed) {
                killTree(process);
            }
        }
    }

    private static int follow(Command command, Process process, FollowedFile lines, Tail tail) throws IOException {
        long end = System.nanoTime() + command.timeout().toNanos();
        try {
            while (true) {
                // Asked before reading: what a program wrote before its end is then certainly read.
                boolean ended = !process.isAlive();
                boolean news = lines.advance(tail);
                if (ended && !news) {
                    lines.finish(tail);
                    return process.exitValue();
                }
                if (System.nanoTime() >= end) {
                    throw new ProgramTimedOut(command);
                }
                if (!news) {
                    var _ = process.waitFor(FOLLOW_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        }
    }

    private ProcessBuilder builder(Command command) {
        // The path found here, not the bare name: the kernel's search knows only PATH, this one more.
        var program = locate(command.program()).orElseThrow(() -> new ProgramMissing(command.program()));
        var argv = new ArrayList<>(command.argv());
        argv.set(0, program.toString());
        var builder = new ProcessBuilder(argv);
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        builder.environment().putAll(command.environment());
        return builder;
    }

    private static ProcessBuilder.Redirect input(Command command, Path directory) throws IOException {
        var text = command.input();
        if (text == null) {
            return ProcessBuilder.Redirect.from(NULL_DEVICE.toFile());
        }
        var file = directory.resolve("in");
        Files.writeString(file, text);
        return ProcessBuilder.Redirect.from(file.toFile());
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int awaitEnd(Command command, Process process) {
        try {
            if (!process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                killTree(process);
                throw new ProgramTimedOut(command);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            killTree(process);
            throw Interrupted.restoringFlag();
        }
    }

    private static int awaitEnd(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            killTree(process);
            throw Interrupted.restoringFlag();
        }
    }

    private static void killTree(Process process) {
        // Children first: they would be re-parented, and so be lost, if their parent ended before them.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private interface InDirectory {
        Finished run(Path directory) throws IOException;
    }

    private static Finished inScratch(InDirectory work) {
        try {
            var directory = Files.createTempDirectory("hearth-");
            try {
                return work.run(directory);
            } finally {
                for (var name : new String[] {"in", "out", "err"}) {
                    Files.deleteIfExists(directory.resolve(name));
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
