package dev.hearth.core.process;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.host.Environment;
import dev.hearth.core.trace.Trace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
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
            var process = start(command, builder(command).inheritIO());
            return awaitEnd(command, process);
        });
    }

    @Override
    public long startDetached(Command command, Path log) {
        // setsid: a daemon must not die with the terminal from which set-up happened to be run.
        var detached = Command.of("setsid").with(command.argv());
        var builder = builder(command);
        builder.command(detached.argv());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectErrorStream(true);
        trace.note("start " + command + ", log in " + log);
        return start(command, builder).pid();
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
        int status = awaitEnd(command, start(command, builder));
        return new Finished(command, status, text(out), text(err));
    }

    private Finished streamed(Command command, Path directory, Consumer<String> line) throws IOException {
        var builder = builder(command);
        builder.redirectInput(input(command, directory));
        builder.redirectErrorStream(true);
        var process = start(command, builder);
        var tail = new ArrayDeque<String>();
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var next = reader.readLine(); next != null; next = reader.readLine()) {
                line.accept(next);
                tail.add(next);
                if (tail.size() > TAIL_LINES) {
                    tail.remove();
                }
            }
        }
        int status = awaitEnd(command, process);
        return new Finished(command, status, String.join("\n", tail), "");
    }

    private ProcessBuilder builder(Command command) {
        var builder = new ProcessBuilder(command.argv());
        builder.environment().putAll(command.environment());
        return builder;
    }

    private static ProcessBuilder.Redirect input(Command command, Path directory) throws IOException {
        var text = command.input();
        if (text == null) {
            return ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile());
        }
        var file = directory.resolve("in");
        Files.writeString(file, text);
        return ProcessBuilder.Redirect.from(file.toFile());
    }

    private Process start(Command command, ProcessBuilder builder) {
        if (locate(command.program()).isEmpty()) {
            throw new ProgramMissing(command.program());
        }
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
