package dev.hearth.engine;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.HostPaths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the places where an engine may be, the most wanted first. */
final class EnginePlaces {
    private final Environment environment;
    private final Account account;
    private final Path root;

    /**
     * Looks in an environment and below a root directory.
     *
     * @param root {@code /} but for tests
     */
    EnginePlaces(Environment environment, Account account, Path root) {
        this.environment = environment;
        this.account = account;
        this.root = root;
    }

    /**
     * {@return the places, in order; none after one that is binding}
     *
     * @throws InvalidEngine when what was asked for is neither an engine nor an address
     */
    List<EnginePlace> inOrder(@Nullable EngineChoice choice) {
        if (choice == null) {
            return upToBinding(all());
        }
        choice.requireWellFormed();
        if (choice.isAddress()) {
            // An address says nothing about the kind; whoever answers does.
            return List.of(EnginePlace.binding(EngineKind.DOCKER, choice.source(), choice.value()));
        }
        var kind = EngineKind.named(choice.value()).orElseThrow();
        return upToBinding(all().stream().filter(place -> place.kind() == kind).toList());
    }

    private List<EnginePlace> all() {
        var places = new ArrayList<EnginePlace>();
        named("CONTAINER_HOST", EngineKind.PODMAN).ifPresent(places::add);
        named("DOCKER_HOST", EngineKind.DOCKER).ifPresent(places::add);
        DockerContext.current(environment, account.home())
                .map(context -> new EnginePlace(
                        EngineKind.DOCKER,
                        "context '" + context.name() + "'",
                        context.address(),
                        EnginePlace.Manner.PASSED_OVER))
                .ifPresent(places::add);
        if (!account.isRoot()) {
            places.add(startable());
        }
        places.add(EnginePlace.of(EngineKind.PODMAN, "rootful Podman's socket", rootful()));
        places.add(EnginePlace.of(EngineKind.DOCKER, "Docker's socket", root.resolve("run/docker.sock")));
        if (account.isRoot()) {
            // Last: root has a Docker that runs already rather than a Podman that would have to be started.
            places.add(startable());
        }
        return places;
    }

    /** {@return the one place where hearth itself can make an engine answer} */
    EnginePlace startable() {
        return account.isRoot()
                ? EnginePlace.startable("rootful Podman, started when needed", rootful())
                : EnginePlace.startable(
                        "rootless Podman's socket", sessionRuntime().resolve("podman/podman.sock"));
    }

    private Optional<EnginePlace> named(String variable, EngineKind kind) {
        return environment.get(variable).map(address -> EnginePlace.binding(kind, variable, address));
    }

    private Path rootful() {
        return root.resolve("run/podman/podman.sock");
    }

    private Path sessionRuntime() {
        return HostPaths.sessionRuntime(environment)
                .orElseGet(() -> root.resolve("run/user").resolve(Long.toString(account.uid())));
    }

    private static List<EnginePlace> upToBinding(List<EnginePlace> places) {
        var result = new ArrayList<EnginePlace>();
        for (var place : places) {
            result.add(place);
            if (place.isBinding()) {
                break;
            }
        }
        return result;
    }
}
