package dev.hearth.cli.e2e;

import java.nio.file.Path;
import java.util.List;

/**
 * The reference tool of development containers, by which editors attach to containers, from npm.
 *
 * @param program of node's
 */
record ReferenceTool(Path program) {
    private static final String VERSION = "0.89.0";

    /** {@return the tool for who owns a directory, in which it is copied} */
    static ReferenceTool in(Path directory) {
        var packages = NpmPackages.kept(
                "devcontainers-cli-" + VERSION, installed -> installed.install("@devcontainers/cli@" + VERSION));
        var copy = directory.resolve("tool");
        packages.copy(Path.of("node_modules/@devcontainers/cli"), copy);
        return new ReferenceTool(copy.resolve("devcontainer.js"));
    }

    /** {@return the first words of a command of the tool's} */
    List<String> words(String command) {
        return List.of("node", program.toString(), command);
    }
}
