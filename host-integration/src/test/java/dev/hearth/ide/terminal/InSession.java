package dev.hearth.ide.terminal;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.process.Processes;
import dev.hearth.core.trace.Trace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs each program in a session of D-Bus of its own, with that home: dconf's service ends, and its file stays. */
record InSession(Path home) implements Processes {
    private static final HostProcesses PROCESSES = new HostProcesses(new Environment(System.getenv()), Trace.SILENT);

    @Override
    public Finished run(Command command) {
        return PROCESSES.run(inSession(command));
    }

    @Override
    public Finished stream(Command command, Consumer<String> line) {
        return PROCESSES.stream(inSession(command), line);
    }

    @Override
    public int runAttached(Command command) {
        return PROCESSES.runAttached(inSession(command));
    }

    @Override
    public long startDetached(Command command, Path log) {
        return PROCESSES.startDetached(inSession(command), log);
    }

    @Override
    public Optional<Path> locate(String program) {
        return PROCESSES.locate(program);
    }

    private Command inSession(Command command) {
        var wrapped = Command.of("dbus-run-session", "--").with(command.argv());
        var input = command.input();
        return (input == null ? wrapped : wrapped.withInput(input))
                .withEnvironment("HOME", home.toString())
                .withEnvironment("XDG_CONFIG_HOME", home.resolve("dconf").toString())
                .withEnvironment("XDG_RUNTIME_DIR", home.toString());
    }
}
