package dev.hearth.cli;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.host.Terminals;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What hearth starts with, collected once.
 *
 * @param root of the host's files, which is {@code /} but for tests
 * @param process the id that users see: the launcher's where there is one
 * @param program what the user calls to run hearth, for hints and units
 * @param handover where the launcher reads what to run in hearth's place; absent where no launcher waits
 */
record World(
        Environment environment,
        Account account,
        HostPaths paths,
        Path root,
        Path workingDirectory,
        Clock clock,
        RandomGenerator random,
        Terminals terminals,
        InputStream in,
        Writer out,
        PrintWriter err,
        long process,
        Path program,
        @Nullable Path handover) {

    /** {@return where hearth has its own scripts, beside the launcher that a link on the search path leads to} */
    Path library() {
        return real(program.toAbsolutePath()).resolve("../../lib").normalize();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            // The launcher is not there while tests run.
            return path;
        }
    }
}
