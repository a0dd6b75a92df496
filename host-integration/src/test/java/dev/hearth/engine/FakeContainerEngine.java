package dev.hearth.engine;

import dev.hearth.core.failure.Faults;
import dev.hearth.core.process.Command;
import dev.hearth.guest.GuestFiles;
import dev.hearth.images.FakeImageStore;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps containers in memory and behaves as the contract of the port says. */
public final class FakeContainerEngine implements ContainerEngine {
    private static final Instant EPOCH = Instant.parse("2026-01-02T00:00:00Z");
    private static final int KILLED = 137;
    private static final String SET_UP = GuestFiles.SETUP.value();
    private static final ContainerUsage IDLE = new ContainerUsage(Duration.ofMillis(20), 1_000_000);

    private final FakeImageStore images;
    private final Map<ContainerId, FakeContainer> containers = new LinkedHashMap<>();
    private final FakePrograms programs = new FakePrograms();
    private final Map<String, FakeFiles> files = new HashMap<>();
    private final Map<String, ContainerUsage> usages = new HashMap<>();
    private final Set<String> missingEntrypoints = new HashSet<>();
    private final List<ExecRequest> execs = new ArrayList<>();
    private EngineFacts facts = new EngineFacts(
            EngineKind.DOCKER,
            "20.10.24",
            "1.41",
            false,
            Path.of("/run/docker.sock"),
            Path.of("/var/lib/docker"),
            "overlay2",
            2,
            true,
            false,
            false,
            "amd64");
    private EngineSettings settings = new EngineSettings("1.12", List.of("127.0.0.0/8"));
    private boolean bridge = true;
    private boolean publishing = true;
    private int events;

    public FakeContainerEngine() {
        this(new FakeImageStore());
    }

    /** Makes an engine with these images; calls of both count towards the store's faults. */
    public FakeContainerEngine(FakeImageStore images) {
        this.images = images;
    }

    /** Is set up like this. */
    public FakeContainerEngine withSettings(EngineSettings newSettings) {
        settings = newSettings;
        return this;
    }

    /** Says this about itself. */
    public FakeContainerEngine withFacts(EngineFacts newFacts) {
        facts = newFacts;
        return this;
    }

    /** Has no network that ports could be published from. */
    public FakeContainerEngine withoutBridge() {
        bridge = false;
        return this;
    }

    /** Takes requests to publish ports from now on, and publishes none. */
    public FakeContainerEngine withoutPublishing() {
        publishing = false;
        return this;
    }

    /** Has an image of this name. */
    public FakeContainerEngine withImage(String name) {
        images.with(name);
        return this;
    }

    /** Has a container of this request, made before the test and not counted as a call; its image is added if missing. */
    public FakeContainerEngine with(ContainerRequest request, ContainerState state) {
        if (images.peek(request.image()).isEmpty()) {
            images.with(request.image());
        }
        var container = add(request);
        switch (state) {
            case CREATED, REMOVING -> {}
            case RUNNING, PAUSED -> container.start(now(), events);
            case STOPPED -> container.end(0);
        }
        return this;
    }

    /** Gives all images a program. */
    public FakeContainerEngine withProgram(String name, FakeProgram program) {
        programs.put(name, program);
        return this;
    }

    /** Lets containers whose entry point begins with this program fail to start. */
    public FakeContainerEngine withoutEntrypoint(String program) {
        missingEntrypoints.add(program);
        return this;
    }

    /** {@return what makes its calls fail} */
    public Faults faults() {
        return images.faults();
    }

    /** {@return its images} */
    public FakeImageStore imageStore() {
        return images;
    }

    /** {@return its containers, oldest first} */
    public List<FakeContainer> containers() {
        return List.copyOf(containers.values());
    }

    /** {@return its container of this name} */
    public FakeContainer container(String name) {
        return containers.values().stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no container '" + name + "'"));
    }

    /** {@return what was run in its containers, in order} */
    public List<ExecRequest> execs() {
        return List.copyOf(execs);
    }

    /** Takes a container away, as somebody else's hand may. */
    public void vanish(String name) {
        var container = container(name);
        containers.remove(container.id());
        images.release(name);
    }

    @Override
    public EngineFacts facts() {
        return faults().call("facts", () -> facts);
    }

    @Override
    public EngineSettings settings() {
        return faults().call("settings", () -> settings);
    }

    @Override
    public boolean canPublish() {
        return faults().call("canPublish", () -> bridge);
    }

    @Override
    public List<Container> withLabel(String label) {
        return faults().call(
                        "withLabel",
                        () -> containers.values().stream()
                                .filter(container ->
                                        container.request().labels().containsKey(label))
                                .map(FakeContainer::listed)
                                .sorted(Comparator.comparing(Container::name))
                                .toList());
    }

    @Override
    public Optional<Container> find(String nameOrId) {
        return faults().call("find", () -> lookUp(nameOrId).map(FakeContainer::inspected));
    }

    @Override
    public ContainerId create(ContainerRequest request) {
        return faults().call("create", () -> {
            requireFree(request.name());
            return add(request).id();
        });
    }

    @Override
    public void start(ContainerId id) {
        faults().run("start", () -> {
            var container = existing(id);
            if (container.state() != ContainerState.RUNNING) {
                launch(container);
            }
        });
    }

    @Override
    public void stop(ContainerId id, Duration grace) {
        faults().run("stop", () -> {
            var container = existing(id);
            if (container.state() == ContainerState.RUNNING) {
                container.end(KILLED);
            }
        });
    }

    @Override
    public void remove(ContainerId id) {
        faults().run("remove", () -> {
            var container = containers.remove(id);
            if (container != null) {
                images.release(container.name());
            }
        });
    }

    @Override
    public void rename(ContainerId id, String name) {
        faults().run("rename", () -> {
            var container = existing(id);
            requireFree(name);
            images.release(container.name());
            container.rename(name);
            images.use(container.inspected().imageId(), name);
        });
    }

    @Override
    public String commit(ContainerId id, ImageReference name, Map<String, String> labels) {
        return faults().call("commit", () -> {
            var container = existing(id);
            var own = images.peek(container.inspected().imageId()).orElseThrow();
            var all = new LinkedHashMap<>(own.labels());
            all.putAll(container.request().labels());
            all.putAll(labels);
            var image = images.withLayer(own, name, all);
            files.put(image, container.content().copy());
            return image;
        });
    }

    @Override
    public ContainerFiles files() {
        return new FakeContainerFiles(faults(), this::existing, container -> contentOf(container.imageId()));
    }

    /** Lets all containers that are made of an image have a file from the beginning. */
    public FakeContainerEngine withFile(String image, String path, String text) {
        var id = images.peek(image).orElseThrow().id();
        files.computeIfAbsent(id, _ -> new FakeFiles()).write(path, text);
        return this;
    }

    private FakeFiles contentOf(String image) {
        return files.getOrDefault(images.origin(image), new FakeFiles()).copy();
    }

    @Override
    public int exec(ContainerId id, ExecRequest request, Consumer<String> line) {
        return faults().call("exec", () -> {
            var container = existing(id);
            if (container.state() != ContainerState.RUNNING) {
                throw new ContainerNotRunning(container.name());
            }
            execs.add(request);
            return program(request).run(container, withVariables(container, request), line);
        });
    }

    @Override
    public int read(ContainerId id, ExecRequest request, ByteReader reader) {
        var bytes = new ByteArrayOutputStream();
        int status = exec(id, request, line -> bytes.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1)));
        try {
            reader.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return status;
    }

    /** Has a running container take this. */
    public FakeContainerEngine using(String name, ContainerUsage used) {
        usages.put(name, used);
        return this;
    }

    @Override
    public Optional<ContainerUsage> usage(ContainerId id) {
        return faults().call(
                        "usage",
                        () -> find(id.value())
                                .filter(Container::isRunning)
                                .map(container -> usages.getOrDefault(container.name(), IDLE)));
    }

    @Override
    public List<String> logs(ContainerId id, int lines) {
        return faults().call("logs", () -> {
            var log = existing(id).log();
            return log.subList(Math.max(0, log.size() - lines), log.size());
        });
    }

    @Override
    public Command terminal(ContainerId id, TerminalRequest request) {
        return Command.of(facts.kind().word(), "exec", "--user", request.user())
                .withIf(request.terminal(), "--tty")
                .with(request.variables().stream().map("--env=%s"::formatted).toList())
                .with(id.value())
                .with(request.command());
    }

    private FakeContainer add(ContainerRequest request) {
        var image = images.peek(request.image()).orElseThrow(() -> new ImageNotFound(request.image()));
        events++;
        var id = new ContainerId("%064x".formatted(0xc0ffee000L + events));
        var container = new FakeContainer(id, request, image, contentOf(image.id()), now());
        containers.put(id, container);
        images.use(image.id(), request.name());
        return container;
    }

    private void launch(FakeContainer container) {
        var command = container.request().entrypoint();
        if (missingEntrypoints.contains(command.getFirst())) {
            throw new ProgramNotInImage(container.request().image(), command.getFirst());
        }
        events++;
        if (!publishing) {
            container.publish(List.of());
        }
        container.start(now(), events);
        var request =
                new ExecRequest(container.request().user(), container.request().environment(), command);
        // Whatever no program is known for is taken for an init that stays.
        int status = programs.find(command.getFirst())
                .map(program -> program.run(container, request, container::print))
                .orElse(FakeProgram.KEEPS_RUNNING);
        if (status != FakeProgram.KEEPS_RUNNING) {
            container.end(status);
        }
    }

    /** A shell that brings the set-up along becomes that. */
    private FakeProgram program(ExecRequest request) {
        var words = request.command();
        var first = words.contains(SET_UP) ? SET_UP : words.getFirst();
        return programs.find(first).orElse(FakePrograms.missing());
    }

    private static ExecRequest withVariables(FakeContainer container, ExecRequest request) {
        var variables = new LinkedHashMap<>(container.request().environment());
        variables.putAll(request.environment());
        container.request().unset().forEach(variables::remove);
        return new ExecRequest(request.user(), variables, request.command());
    }

    private Optional<FakeContainer> lookUp(String nameOrId) {
        return containers.values().stream()
                .filter(container -> container.name().equals(nameOrId)
                        || container.id().value().equals(nameOrId))
                .findFirst();
    }

    private FakeContainer existing(ContainerId id) {
        return Optional.ofNullable(containers.get(id)).orElseThrow(() -> new ContainerGone(id.abbreviated()));
    }

    private void requireFree(String name) {
        if (lookUp(name).isPresent()) {
            throw new NameTaken(name);
        }
    }

    private Instant now() {
        return EPOCH.plusSeconds(events);
    }
}
