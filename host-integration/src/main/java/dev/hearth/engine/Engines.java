package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import dev.hearth.core.trace.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the container engine that hearth is to use.
 *
 * <p>In order: what the user asked for, {@code CONTAINER_HOST}, {@code DOCKER_HOST}, Docker's current context, rootless
 * Podman, rootful Podman, Docker. Somebody who names an engine gets that one or a failure, never another.
 */
public final class Engines {
    private final EnginePlaces places;
    private final PodmanService podman;
    private final EngineConnector connector;
    private final Trace trace;
    private final @Nullable EngineChoice choice;

    /**
     * Looks for engines on this host.
     *
     * @param readiness whether a Podman that hearth would have to start is worth that
     * @param choice what the user asked for; absent when hearth is to choose
     */
    public Engines(
            Environment environment,
            HostPaths paths,
            Account account,
            Processes processes,
            Trace trace,
            PodmanReadiness readiness,
            EngineConnector connector,
            @Nullable EngineChoice choice) {
        this(
                new EnginePlaces(environment, account, Path.of("/")),
                new PodmanService(processes, account, paths, Path.of("/"), readiness),
                connector,
                trace,
                choice);
    }

    Engines(
            EnginePlaces places,
            PodmanService podman,
            EngineConnector connector,
            Trace trace,
            @Nullable EngineChoice choice) {
        this.places = places;
        this.podman = podman;
        this.connector = connector;
        this.trace = trace;
        this.choice = choice;
    }

    /**
     * {@return what to ask for later, in another environment, to be given the engine that answers on a socket}
     *
     * <p>An address is binding: where hearth starts the engine itself, only its name lets it do so again.
     */
    public static String lastingChoice(Path socket, Environment environment, Account account) {
        var startable = new EnginePlaces(environment, account, Path.of("/")).startable();
        return socket.equals(startable.socket())
                ? startable.kind().word()
                : EnginePlace.of(startable.kind(), "", socket).address();
    }

    /** {@return whether an address was asked for, so that no engine but the one that answers there will do} */
    public static boolean isBoundToAddress(@Nullable EngineChoice choice, Environment environment, Account account) {
        return new EnginePlaces(environment, account, Path.of("/"))
                .inOrder(choice)
                .getLast()
                .isBinding();
    }

    /**
     * {@return all places where an engine may be, each asked, and the one that {@link #choose} would take}
     *
     * @throws InvalidEngine when what was asked for is neither an engine nor an address
     */
    public EngineSurvey survey() {
        var candidates = places.inOrder(choice).stream().map(this::asked).toList();
        var chosen = candidates.stream().filter(EngineCandidate::isUsable).findFirst();
        return new EngineSurvey(candidates, chosen.orElse(null));
    }

    /**
     * {@return the first engine that can be used; later places are not asked}
     *
     * @throws InvalidEngine when what was asked for is neither an engine nor an address
     * @throws RemoteEngine when one on another machine was asked for
     * @throws NoEngine when there is none; another failure when there is one that cannot be used
     */
    public ConnectedEngine choose() {
        var asked = new ArrayList<EngineCandidate>();
        for (var place : places.inOrder(choice)) {
            var candidate = asked(place);
            if (candidate.isUsable()) {
                return connector.connect(candidate);
            }
            asked.add(candidate);
        }
        throw failure(asked);
    }

    private EngineCandidate asked(EnginePlace place) {
        var socket = place.socket();
        if (socket == null) {
            return place.candidate(new EngineCandidate.Verdict.Unusable(place.notHere()));
        }
        var candidate = asked(place, socket);
        trace.note("engine: %s, %s: %s".formatted(place.source(), place.address(), candidate.verdict()));
        return candidate;
    }

    private EngineCandidate asked(EnginePlace place, Path socket) {
        try {
            return usable(place, socket);
        } catch (EngineUnreachable e) {
            return place.isStartable() && podman.isInstalled()
                    ? started(place, socket)
                    : place.candidate(verdict(place, socket, e));
        } catch (Failure.Cancelled e) {
            throw e;
        } catch (Failure e) {
            return place.candidate(new EngineCandidate.Verdict.Unusable(e));
        }
    }

    private EngineCandidate usable(EnginePlace place, Path socket) {
        var answer = connector.ask(socket, place.kind());
        var verdict = new EngineCandidate.Verdict.Usable(answer.version(), answer.apiVersion(), answer.rootless());
        return new EngineCandidate(answer.kind(), place.source(), "unix://" + socket, verdict);
    }

    private EngineCandidate started(EnginePlace place, Path socket) {
        try {
            return podman.start(socket, () -> usable(place, socket));
        } catch (Failure.Cancelled e) {
            throw e;
        } catch (Failure e) {
            return place.candidate(new EngineCandidate.Verdict.Unusable(e));
        }
    }

    private static EngineCandidate.Verdict verdict(EnginePlace place, Path socket, EngineUnreachable failure) {
        if (place.isBinding() || Files.exists(socket)) {
            return new EngineCandidate.Verdict.Unusable(failure);
        }
        return new EngineCandidate.Verdict.Absent(
                place.isStartable() ? "Podman is not installed" : "there is no such socket");
    }

    private static Failure failure(List<EngineCandidate> asked) {
        var looked = new ArrayList<String>();
        for (var candidate : asked) {
            switch (candidate.verdict()) {
                // What is there and cannot be used is worth more to the user than a list of all that is not there.
                case EngineCandidate.Verdict.Unusable(Failure failure) -> {
                    return failure;
                }
                case EngineCandidate.Verdict.Absent(String reason) ->
                    looked.add("%s, '%s': %s".formatted(candidate.source(), candidate.address(), reason));
                case EngineCandidate.Verdict.Usable _ -> throw new IllegalStateException("usable: " + candidate);
            }
        }
        return new NoEngine(Printable.line(String.join("; ", looked)));
    }
}
