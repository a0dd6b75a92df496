package dev.hearth.cli.e2e;

import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The reference tool of development containers, by which editors attach to containers, from npm.
 *
 * @param program of node's
 */
record ReferenceTool(Path program) {
    private static final String VERSION = "0.89.0";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** {@return the tool for who owns a directory, in which it is copied} */
    static ReferenceTool in(Path directory) {
        Needed.programs("node", "npm");
        var kept = Path.of(Needed.variable("HEARTH_IT_CACHE")).resolve("devcontainers-cli-" + VERSION);
        var root = new Programs(System.getenv());
        if (!Files.exists(kept.resolve("done"))) {
            var installed = root.run(
                    LIMIT,
                    Path.of("/"),
                    List.of(
                            "npm",
                            "install",
                            "--no-audit",
                            "--no-fund",
                            "--ignore-scripts",
                            "--prefix",
                            kept.toString(),
                            "@devcontainers/cli@" + VERSION));
            Needed.that(installed.status() == 0, "npm does not have @devcontainers/cli: " + installed);
            try {
                Files.createFile(kept.resolve("done"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var copy = directory.resolve("tool");
        // The cache is root's, and who uses the tool need not get there.
        root.run(
                        LIMIT,
                        Path.of("/"),
                        List.of(
                                "cp",
                                "-rL",
                                kept.resolve("node_modules/@devcontainers/cli").toString(),
                                copy.toString()))
                .succeeded();
        return new ReferenceTool(copy.resolve("devcontainer.js"));
    }

    /** {@return the first words of a command of the tool's} */
    List<String> words(String command) {
        return List.of("node", program.toString(), command);
    }
}
