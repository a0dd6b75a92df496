package dev.hearth.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.DockerCmd;
import com.github.dockerjava.api.command.SyncDockerCmd;
import dev.hearth.core.process.Command;
import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import dev.hearth.engine.ContainerFiles;
import dev.hearth.engine.ContainerGone;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequest;
import dev.hearth.engine.ContainerUsage;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.EngineSettings;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.TerminalRequest;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Docker or Podman behind a unix socket.
 *
 * <p>What users wait for (listing, finding, starting) and what streams goes straight over the transport; the rest goes
 * through docker-java, which is loaded only then.
 */
final class DockerEngine implements ContainerEngine {
    /** What an engine may need beyond the grace period to end a container and take its mounts apart. */
    static final Duration SETTLING = Duration.ofMinutes(2);

    /** What an engine may need to read and pack all files of a container. */
    static final Duration COPYING = Duration.ofMinutes(30);

    /** The name and the driver of the network that Docker connects containers to. */
    private static final String DEFAULT_NETWORK = "bridge";

    private static final String REMOVE = "remove the container";

    private final EngineApi api;
    private final DockerJava dockerJava;
    private final Execution execution;
    private final OverlayVolumes overlays;
    private final KnownContainers known = new KnownContainers();
    private @Nullable EngineFacts facts;

    DockerEngine(EngineApi api, DockerJava dockerJava) {
        this.api = api;
        this.dockerJava = dockerJava;
        this.execution = new Execution(api);
        this.overlays = new OverlayVolumes(api, this::facts);
    }

    @Override
    public EngineFacts facts() {
        if (facts == null) {
            facts = FactsReader.ask(api);
        }
        return facts;
    }

    @Override
    public EngineSettings settings() {
        return FactsReader.askSettings(api);
    }

    @Override
    public boolean canPublish() {
        // Podman always finds a way; a Docker daemon may have been started with `--bridge=none`.
        return api.kind() == EngineKind.PODMAN
                || api.get(Task.of("list networks"), api.docker("networks")).items().stream()
                        .anyMatch(network -> network.at("Driver").text().equals(DEFAULT_NETWORK)
                                && network.at("Name").text().equals(DEFAULT_NETWORK));
    }

    @Override
    public List<Container> withLabel(String label) {
        var target = api.docker("containers", "json")
                .with("all", "1")
                .with("filters", Json.write(Map.of("label", List.of(label))));
        return api.get(Task.of("list containers"), target).items().stream()
                .map(ContainerReader::listed)
                .map(known::remember)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    @Override
    public Optional<Container> find(String nameOrId) {
        if (nameOrId.isEmpty()) {
            return Optional.empty();
        }
        try {
            var json = api.get(Task.onContainer("inspect the container", nameOrId), container(nameOrId, "json"));
            // Engines also take the beginning of an id for it.
            return Optional.of(ContainerReader.inspected(json))
                    .filter(found ->
                            found.name().equals(nameOrId) || found.id().value().equals(nameOrId))
                    .map(known::remember);
        } catch (ContainerGone _) {
            return Optional.empty();
        }
    }

    @Override
    public ContainerId create(ContainerRequest request) {
        var task = Task.onContainer("make the container", request.name()).from(request.image());
        overlays.make(task, request.mounts());
        var id = new ContainerId(
                api.kind() == EngineKind.PODMAN ? createInPodman(task, request) : createInDocker(task, request));
        known.remember(id, request.name(), request.image());
        return id;
    }

    @Override
    public void start(ContainerId id) {
        post(known.task("start the container", id), container(id.value(), "start"), SETTLING);
    }

    @Override
    public void stop(ContainerId id, Duration grace) {
        var target = container(id.value(), "stop").with("t", Long.toString(grace.toSeconds()));
        try {
            post(known.task("stop the container", id), target, grace.plus(SETTLING));
        } catch (EngineRefused e) {
            // Podman reports an error after it has stopped a container in which a client left a program behind.
            if (find(id.value()).filter(container -> !container.isRunning()).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public void remove(ContainerId id) {
        var task = known.task(REMOVE, id);
        try {
            var volumes = overlays.of(api.get(task, container(id.value(), "json")));
            if (api.kind() == EngineKind.PODMAN) {
                removeFromPodman(id);
            } else {
                new DockerRemoval(api).remove(task, id);
            }
            overlays.removeUnused(task, volumes);
        } catch (ContainerGone _) {
            // Which is what was asked for.
        }
    }

    @Override
    public void rename(ContainerId id, String name) {
        run(
                known.task("rename the container", id),
                client -> client.renameContainerCmd(id.value()).withName(name));
    }

    @Override
    public ContainerFiles files() {
        return new DockerFiles(api, execution, known);
    }

    @Override
    public String commit(ContainerId id, ImageReference name, Map<String, String> labels) {
        var target = api.docker("commit")
                .with("container", id.value())
                .with("repo", PullName.of(name).repository())
                .with("tag", name.effectiveTag().orElse("latest"))
                // Without control groups Podman cannot, and refuses.
                .with("pause", facts().endsByCgroup() ? "1" : "0");
        for (var change : ImageChanges.of(api.kind(), new ImageConfiguration(labels, List.of(), List.of()))) {
            target = target.with("changes", change);
        }
        var request = HttpRequest.of("POST", target.text()).withPatience(COPYING);
        return ImageReader.id(
                api.json(known.task("keep the content of the container", id), EngineApi.withJson(request, Map.of()))
                        .at("Id")
                        .text());
    }

    @Override
    public int exec(ContainerId id, ExecRequest request, Consumer<String> line) {
        return execution.run(known.task("run a program in the container", id), id, request, line);
    }

    @Override
    public int read(ContainerId id, ExecRequest request, ByteReader reader) {
        return execution.read(known.task("run a program in the container", id), id, request, reader);
    }

    @Override
    public Optional<ContainerUsage> usage(ContainerId id) {
        // Without the second, Docker would wait for a second answer to compare the first with.
        var target = container(id.value(), "stats").with("stream", "false").with("one-shot", "true");
        try {
            return UsageReader.read(api.get(known.task("ask what is taken by the container", id), target));
        } catch (EngineRefused | ContainerGone _) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> logs(ContainerId id, int lines) {
        var target = container(id.value(), "logs")
                .with("stdout", "1")
                .with("stderr", "1")
                .with("tail", Integer.toString(lines));
        var request = HttpRequest.of("GET", target.text());
        return api.read(known.task("read the log of the container", id), request, answer -> {
            var log = new ArrayList<String>();
            Execution.forEachLine(answer.body(), log::add);
            return List.copyOf(log);
        });
    }

    @Override
    public Command terminal(ContainerId id, TerminalRequest request) {
        return TerminalCommand.of(api.kind(), api.http().socket(), id, request);
    }

    private String createInDocker(Task task, ContainerRequest request) {
        var version = ApiVersion.parse(facts().apiVersion());
        return dockerJava.call(
                task,
                client ->
                        DockerCreation.command(client, request, version).exec().getId());
    }

    private String createInPodman(Task task, ContainerRequest request) {
        var target = api.podman("containers", "create");
        return api.post(task, target, PodmanCreation.specification(request))
                .at("Id")
                .text();
    }

    private void removeFromPodman(ContainerId id) {
        // Through Docker's API Podman would wait ten seconds for the container before it kills it.
        var target = api.podman("containers", id.value())
                .with("force", "true")
                .with("volumes", "true")
                .with("timeout", "0");
        var task = known.task(REMOVE, id);
        var request = HttpRequest.of("DELETE", target.text()).withPatience(SETTLING);
        for (var removed : api.json(task, request).items()) {
            removed.at("Err").nonEmpty().ifPresent(error -> {
                throw api.refusal(task, error);
            });
        }
    }

    private <C extends DockerCmd<Void> & SyncDockerCmd<Void>> void run(Task task, Function<DockerClient, C> command) {
        dockerJava.call(task, client -> {
            command.apply(client).exec();
            return task;
        });
    }

    private void post(Task task, Target target, Duration patience) {
        api.send(task, HttpRequest.of("POST", target.text()).withPatience(patience));
    }

    private Target container(String nameOrId, String what) {
        return api.docker("containers", nameOrId, what);
    }
}
