package dev.hearth.os.layer;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import dev.hearth.core.trace.Trace;
import java.time.Duration;
import java.util.List;

/** Runs programs of the host for integration tests. */
public final class ItHost {
    static final HostProcesses PROCESSES = new HostProcesses(new Environment(System.getenv()), Trace.SILENT);

    private ItHost() {}

    public static Processes processes() {
        return PROCESSES;
    }

    /** {@return what a program that must succeed printed} */
    public static String run(String... argv) {
        var command = Command.of(List.of(argv)).withTimeout(Duration.ofMinutes(5));
        return PROCESSES.run(command).orThrow().out();
    }
}
