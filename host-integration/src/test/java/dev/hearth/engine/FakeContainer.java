package dev.hearth.engine;

import dev.hearth.images.LocalImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A container of the fake engine, open for tests to look at and to change behind hearth's back. */
public final class FakeContainer {
    private final ContainerId id;
    private final ContainerRequest request;
    private final String imageId;
    /** As the engine has them: also those of its image. */
    private final Map<String, String> labels;

    private final Instant created;
    private final List<String> log = new ArrayList<>();
    private final FakeFiles files;
    private String name;
    private ContainerState state = ContainerState.CREATED;
    private @Nullable Instant started;
    private long pid;
    private int exitStatus;
    private List<ContainerRequest.PublishedPort> published;

    FakeContainer(ContainerId id, ContainerRequest request, LocalImage image, FakeFiles files, Instant created) {
        this.files = files;
        this.id = id;
        this.request = request;
        this.imageId = image.id();
        this.labels = new LinkedHashMap<>(image.labels());
        this.labels.putAll(request.labels());
        this.created = created;
        this.name = request.name();
        this.published = request.ports();
    }

    public ContainerId id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** {@return what it was made from} */
    public ContainerRequest request() {
        return request;
    }

    public ContainerState state() {
        return state;
    }

    /** {@return the paths of the files that were made in it, or in what it was made from} */
    public Set<String> files() {
        return files.paths();
    }

    /** {@return the same files with what is in them} */
    public FakeFiles content() {
        return files;
    }

    String imageId() {
        return imageId;
    }

    /** {@return what its first process printed} */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Lets its first process print a line. */
    public void print(String line) {
        log.add(line);
    }

    /** Lets its first process end by itself. */
    public void end(int status) {
        state = ContainerState.STOPPED;
        pid = 0;
        exitStatus = status;
    }

    /** Lets the host answer on these ports only, whatever was asked for. */
    void publish(List<ContainerRequest.PublishedPort> ports) {
        published = ports;
    }

    void start(Instant now, long newPid) {
        state = ContainerState.RUNNING;
        started = now;
        pid = newPid;
        exitStatus = 0;
    }

    void rename(String newName) {
        name = newName;
    }

    Container inspected() {
        return new Container(
                id,
                name,
                imageId,
                request.image(),
                state,
                labels,
                created,
                started,
                pid,
                exitStatus,
                state == ContainerState.RUNNING ? published : List.of(),
                volumes());
    }

    Container listed() {
        return new Container(
                id, name, imageId, request.image(), state, labels, created, null, 0, 0, List.of(), List.of());
    }

    private List<Mount.Volume> volumes() {
        return request.mounts().stream()
                .flatMap(mount -> switch (mount) {
                    case Mount.Volume volume -> Stream.of(volume);
                    case Mount.HandedOn(var volume, var target) -> Stream.of(new Mount.Volume(volume, target, false));
                    case Mount.Overlay overlay ->
                        overlay.volumes().stream().map(name -> new Mount.Volume(name, overlay.target(), false));
                    case Mount.Bind _, Mount.Tmpfs _, Mount.Devpts _ -> Stream.<Mount.Volume>empty();
                })
                .toList();
    }
}
