package dev.hearth.cli;

import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Errors;
import dev.hearth.cli.output.Talk;
import dev.hearth.core.account.AccountReader;
import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine;

/** The program: collects the world, runs hearth in it, and ends. */
public final class Main {
    private static final Path ROOT = Path.of("/");

    private Main() {}

    /** Runs hearth for the launcher, which tells the rest by system properties. */
    public static void main(String[] arguments) {
        var stopping = new StopSignal(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(stopping);
        int status = run(List.of(arguments));
        if (!stopping.hasCome()) {
            // Nothing is left to be done, and unwinding the machine in order would take time.
            Runtime.getRuntime().halt(status);
        }
    }

    static int run(List<String> arguments) {
        var err = new PrintWriter(writer(FileDescriptor.err));
        try {
            var world = world(writer(FileDescriptor.out), err);
            return new Hearth(world, trace -> new HostPorts(world, trace), arguments).run();
        } catch (Failure e) {
            // There is no account to run for, and so no place for a log either.
            var talk = new Talk(err, Terminals.NONE.columns(), () -> false);
            return new Errors(talk, () -> Colors.PLAIN, Trace.SILENT, Optional::empty, () -> false).report(e);
        } finally {
            err.flush();
        }
    }

    /** {@return the parser for all that a command line can mean} */
    static CommandLine parser() {
        var nobody = Writer.nullWriter();
        var world = world(nobody, new PrintWriter(nobody));
        return new Hearth(world, trace -> new HostPorts(world, trace), List.of()).parser();
    }

    private static World world(Writer out, PrintWriter err) {
        var inherited = new Environment(System.getenv());
        var account = new AccountReader(ROOT, new HostProcesses(inherited, Trace.SILENT)).read(inherited);
        var environment = HostPaths.withSessionRuntime(inherited, account, ROOT);
        return new World(
                environment,
                account,
                HostPaths.from(environment, account),
                ROOT,
                Path.of("").toAbsolutePath(),
                Clock.systemUTC(),
                new SplittableRandom(),
                terminals(),
                new FileInputStream(FileDescriptor.in),
                out,
                err,
                Long.getLong("hearth.pid", ProcessHandle.current().pid()),
                Path.of(System.getProperty("hearth.launcher", "hearth")),
                property("hearth.handover").map(Path::of).orElse(null));
    }

    private static Terminals terminals() {
        var digits = property("hearth.terminals").orElse("000");
        return new Terminals(
                digits.startsWith("1"),
                digits.startsWith("1", 1),
                digits.startsWith("1", 2),
                Integer.getInteger("hearth.columns", Terminals.NONE.columns()));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isEmpty());
    }

    private static Writer writer(FileDescriptor stream) {
        return new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8);
    }
}
