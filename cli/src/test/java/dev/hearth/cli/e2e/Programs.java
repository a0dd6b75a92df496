package dev.hearth.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs programs with an environment of their own. */
final class Programs {
    private static final Redirect NOTHING = Redirect.from(Path.of("/dev/null").toFile());

    private final Map<String, String> environment;

    Programs(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@return what the program left behind} */
    Ended run(Duration limit, Path directory, List<String> argv) {
        return run(limit, directory, NOTHING, argv);
    }

    /** {@return what the program left behind after reading that input} */
    Ended run(Duration limit, Path directory, Redirect input, List<String> argv) {
        try {
            var out = Files.createTempFile("it-", ".out");
            var err = Files.createTempFile("it-", ".err");
            try {
                var process = start(directory, input, Redirect.to(out.toFile()), Redirect.to(err.toFile()), argv);
                boolean ended = awaitEnd(process, limit);
                if (!ended) {
                    throw new AssertionError("%s did not end within %s%n%s%n%s"
                            .formatted(argv, limit, Files.readString(out), Files.readString(err)));
                }
                return new Ended(process.exitValue(), text(out), text(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the program, which runs and writes all it has to say to a file} */
    Process start(Path directory, Path log, List<String> argv) {
        try {
            return start(directory, NOTHING, Redirect.to(log.toFile()), Redirect.appendTo(log.toFile()), argv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a program as a closed terminal would, and all that it started when that does not help. */
    static void end(Process process) {
        process.destroy();
        awaitEnd(process, Duration.ofSeconds(20));
    }

    /** Kills a program and what it started, none of which gets to know. */
    static void kill(Process process) {
        // Listed before they lose their parent, and ended after it: it must not see them end.
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(process, Duration.ofSeconds(20));
    }

    /** Sends a signal, such as {@code HUP}. */
    static void signal(String name, Process process) {
        new Programs(System.getenv())
                .run(Duration.ofSeconds(10), Path.of("/"), List.of("kill", "-s", name, Long.toString(process.pid())))
                .succeeded();
    }

    /** {@return the exit status of a program that ends by itself} */
    static int status(Process process, Duration limit) {
        if (!awaitEnd(process, limit)) {
            throw new AssertionError("%s did not end within %s".formatted(process.info(), limit));
        }
        return process.exitValue();
    }

    private Process start(Path directory, Redirect input, Redirect out, Redirect err, List<String> argv)
            throws IOException {
        var builder = new ProcessBuilder(argv)
                .directory(directory.toFile())
                .redirectInput(input)
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean awaitEnd(Process process, Duration limit) {
        try {
            if (process.waitFor(limit)) {
                return true;
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(10, SECONDS);
            return false;
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }
}
