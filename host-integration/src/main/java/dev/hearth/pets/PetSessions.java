package dev.hearth.pets;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.Command;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.TerminalRequest;
import dev.hearth.guest.GuestFiles;
import dev.hearth.session.ContainerMark;
import dev.hearth.session.Handover;
import dev.hearth.session.SessionEnvironment;
import dev.hearth.session.StartedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sessions: what callers run in pets, from their terminal to its end.
 *
 * <p>Each has a file in the runtime directory for as long as its launcher lives. A file whose launcher is gone tells of
 * a session that was cut off by a kill; what it started inside is ended by the next command on the pet.
 */
final class PetSessions {

    private static final Pattern LAUNCHER = Pattern.compile("pid ([0-9]{1,10})\nstart ([0-9]{1,20})\n");

    /** Names, as the pet sees it, the pipe by which a command at a terminal says that it was stopped there. */
    private static final String STOPS = "HEARTH_STOPS";

    private final ContainerEngine engine;
    private final PrivateDirectory directory;
    private final PrivateDirectory stops;
    private final Environment environment;
    private final RandomGenerator random;

    PetSessions(ContainerEngine engine, PrivateDirectory runtime, Environment environment, RandomGenerator random) {
        this.environment = environment;
        this.engine = engine;
        this.directory = runtime.directory("sessions");
        this.stops = runtime.directory("stops");
        this.random = random;
    }

    /** {@return what the launcher is to run for a session in a pet that is up} */
    Handover open(Pet pet, EnterRequest request) {
        var session = "%s.%016x".formatted(pet.container().id().abbreviated(), random.nextLong());
        var variables = new ArrayList<>(
                PetMounts.isSeparate(pet.spec())
                        ? SessionEnvironment.namesWithoutLogin(environment)
                        : SessionEnvironment.names(environment));
        variables.addAll(List.of("HEARTH_PATH", "HEARTH_WORKDIR", STOPS));
        variables.addAll(request.variables().keySet());
        var client = engine.terminal(
                pet.container().id(),
                new TerminalRequest(
                        request.user(), request.terminal(), variables, List.of(GuestFiles.RUN.value(), session)));
        var end = engine.terminal(
                pet.container().id(),
                new TerminalRequest("0:0", false, List.of(), List.of(GuestFiles.END.value(), session)));
        var handover = atTerminal(
                Handover.of(withVariables(client, request))
                        .withTail(request.commandWords())
                        .withSession(directory.prepared().resolve(session), end),
                pet,
                request,
                session);
        return pet.spec().ephemeral() ? handover.withDiscard(pet.name().value()) : handover;
    }

    private Handover atTerminal(Handover handover, Pet pet, EnterRequest request, String session) {
        if (!request.terminal()) {
            return handover;
        }
        if (request.isShell()) {
            return handover.withMark(mark(pet));
        }
        var pipe = stops.prepared().resolve(session);
        return PetMounts.inside(pet.spec(), pipe)
                .map(inside -> handover.withStops(pipe).withExport(STOPS, inside.value()))
                .orElse(handover);
    }

    /** {@return whether a launcher of a session in the container lives} */
    boolean anyLive(Container container) {
        return files(container).stream().anyMatch(PetSessions::launcherLives);
    }

    /** Ends what sessions of the container started whose launchers are gone. */
    void endOrphans(Container container) {
        for (var file : files(container)) {
            if (launcherLives(file)) {
                continue;
            }
            // The launcher empties the file of a session that has ended where removing it would take too long.
            if (container.isRunning() && !content(file).equals(Optional.of(""))) {
                engine.exec(
                        container.id(),
                        ExecRequest.asRoot(
                                GuestFiles.END.value(), file.getFileName().toString(), "KILL"),
                        _ -> {});
            }
            delete(stops.file(file.getFileName().toString()));
            delete(file);
        }
    }

    private ContainerMark mark(Pet pet) {
        return new ContainerMark(pet.name().value(), engine.facts().kind().word(), directory.owner());
    }

    private Command withVariables(Command client, EnterRequest request) {
        var command = client.withEnvironment(
                        "HEARTH_WORKDIR", request.directory().toString())
                .withEnvironment("HEARTH_PATH", environment.get("PATH").orElse(""));
        // The caller may not have it (HostPaths.withSessionRuntime); some clients unset what they are to pass on and
        // lack.
        var session = HostPaths.sessionRuntime(environment);
        if (session.isPresent()) {
            command = command.withEnvironment("XDG_RUNTIME_DIR", session.get().toString());
        }
        for (var variable : request.variables().entrySet()) {
            command = command.withEnvironment(variable.getKey(), variable.getValue());
        }
        return command;
    }

    private List<Path> files(Container container) {
        if (!Files.isDirectory(directory.path())) {
            return List.of();
        }
        try (var files = Files.list(directory.path())) {
            var prefix = container.id().abbreviated() + ".";
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean launcherLives(Path file) {
        return content(file)
                .map(LAUNCHER::matcher)
                .filter(Matcher::matches)
                .filter(launcher -> new StartedProcess(launcher.group(1), launcher.group(2)).isThere())
                .isPresent();
    }

    private static Optional<String> content(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
