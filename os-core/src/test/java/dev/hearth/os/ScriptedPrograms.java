package dev.hearth.os;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Programs of our own on the search path that stand in for a base engine's: real processes, which note how they were
 * called and say what was laid down for exactly those arguments.
 */
public final class ScriptedPrograms {
    private final Path directory;

    /** Keeps the programs and their answers in an empty directory. */
    public ScriptedPrograms(Path directory) {
        this.directory = directory;
    }

    /** {@return processes that find these programs first} */
    public Processes processes() {
        return new HostProcesses(new Environment(Map.of("PATH", directory + ":/usr/bin:/bin")), _ -> {});
    }

    /** Makes a program say this from now on. */
    public ScriptedPrograms answer(String out, String... argv) {
        return answer(0, out, "", argv);
    }

    /** Makes a program end like this from now on. */
    public ScriptedPrograms answer(int status, String out, String err, String... argv) {
        install(argv[0]);
        lay(answers(directory, argv), status, out, err);
        return this;
    }

    /** Makes a program that has an answer change what another one says. */
    public ScriptedPrograms then(List<String> changing, int status, String out, String... argv) {
        var after = answers(directory, changing.toArray(String[]::new)).resolve("then");
        lay(after.resolve(argv[0]).resolve(key(argv)), status, out, "");
        return this;
    }

    /** {@return how programs were called, in order} */
    public List<String> calls() {
        try {
            var calls = directory.resolve("calls");
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install(String program) {
        var file = directory.resolve(program);
        try {
            if (Files.notExists(file)) {
                Files.writeString(file, Recording.text("scripted-program"));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path answers(Path directory, String... argv) {
        return directory.resolve("answers").resolve(argv[0]).resolve(key(argv));
    }

    private static String key(String... argv) {
        return String.join(" ", List.of(argv).subList(1, argv.length)).replaceAll("[^A-Za-z0-9.=-]", "_");
    }

    private static void lay(Path answer, int status, String out, String err) {
        try {
            Files.createDirectories(answer);
            Files.writeString(answer.resolve("out"), out);
            Files.writeString(answer.resolve("err"), err);
            Files.writeString(answer.resolve("status"), Integer.toString(status));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
