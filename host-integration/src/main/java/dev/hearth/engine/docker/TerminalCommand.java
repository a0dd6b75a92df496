package dev.hearth.engine.docker;

import dev.hearth.core.process.Command;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.TerminalRequest;
import java.nio.file.Path;

/** Says which command of the engine hands the caller's terminal to a program in a container. */
final class TerminalCommand {
    /**
     * Two keys that nobody presses one after the other: each engine's default begins with Ctrl-P, which shells use for
     * their history, and Docker cannot do without any.
     */
    private static final String DETACH_KEYS = "--detach-keys=ctrl-^,ctrl-@";

    private TerminalCommand() {}

    static Command of(EngineKind kind, Path socket, ContainerId id, TerminalRequest request) {
        return Command.of(kind.word(), kind == EngineKind.DOCKER ? "--host" : "--url", "unix://" + socket)
                .with("exec", "--interactive", DETACH_KEYS, "--user", request.user())
                .withIf(request.terminal(), "--tty")
                // Names only: the engine's command takes the values from its own environment, where `ps` shows none.
                .with(request.variables().stream()
                        .map(variable -> "--env=" + variable)
                        .toList())
                .with(id.value())
                .with(request.command());
    }
}
