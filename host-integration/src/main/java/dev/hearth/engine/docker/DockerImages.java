package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerGone;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.http.HttpBody;
import dev.hearth.engine.http.HttpRequest;
import dev.hearth.engine.json.Json;
import dev.hearth.images.BuildFailed;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageInUse;
import dev.hearth.images.ImageLayer;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LayeredImage;
import dev.hearth.images.LocalImage;
import dev.hearth.images.LoginRequired;
import dev.hearth.images.Platform;
import dev.hearth.images.PushBroken;
import dev.hearth.images.PushDenied;
import dev.hearth.images.RegistryUnreachable;
import dev.hearth.images.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The images that Docker or Podman keeps. */
final class DockerImages implements ImageStore {
    private static final String CONTAINERFILE = "Containerfile";
    /** What both engines call the storage that has a directory for each layer; Docker adds a number. */
    private static final String OVERLAY = "overlay";

    private static final String TAR = "application/x-tar";
    /** Registries, package mirrors and compilers may all be silent for long. */
    private static final Duration SILENCE = Duration.ofMinutes(30);

    private final EngineApi api;
    private final DockerJava dockerJava;
    private final Credentials credentials;

    DockerImages(EngineApi api, DockerJava dockerJava, Credentials credentials) {
        this.api = api;
        this.dockerJava = dockerJava;
        this.credentials = credentials;
    }

    @Override
    public List<LocalImage> images() {
        return api.get(Task.of("list images"), api.docker("images", "json")).items().stream()
                .map(ImageReader::listed)
                .sorted(Comparator.comparing((LocalImage image) -> image.names().isEmpty())
                        .thenComparing(LocalImage::displayName))
                .toList();
    }

    @Override
    public Optional<LocalImage> find(String nameOrId) {
        try {
            var task = Task.onImage("inspect the image", nameOrId);
            return Optional.of(ImageReader.inspected(api.get(task, api.docker("images", nameOrId, "json"))));
        } catch (ImageNotFound _) {
            return Optional.empty();
        }
    }

    @Override
    public long layers(String id) {
        var history = api.get(Task.onImage("measure the image", id), api.docker("images", id, "history"));
        return history.items().stream()
                .mapToLong(layer -> layer.at("Size").number())
                .sum();
    }

    @Override
    public Optional<Path> files(String id) {
        var driver = api.get(Task.onImage("inspect the image", id), api.docker("images", id, "json"))
                .at("GraphDriver");
        return driver.at("Name").text().startsWith(OVERLAY)
                ? driver.at("Data", "UpperDir").nonEmpty().map(Path::of).filter(Files::isWritable)
                : Optional.empty();
    }

    @Override
    public LocalImage pull(ImageReference reference, @Nullable Platform platform, Consumer<Transfer> progress) {
        var name = PullName.of(reference);
        var target = pullTarget(name, platform);
        var request = HttpRequest.of("POST", target.text()).withPatience(SILENCE);
        var login = credentials.header(name.domain());
        if (login.isPresent()) {
            request = request.withHeader("X-Registry-Auth", login.get());
        }
        stream(Task.onImage("pull the image", reference.toString()).with(name.domain()), request, progress);
        return existing(name.toString());
    }

    @Override
    public LocalImage importRootfs(
            Path tar, ImageReference name, ImageConfiguration configuration, Consumer<Transfer> progress) {
        return imported(upload(tar, progress), name, configuration, progress);
    }

    @Override
    public LocalImage importRootfs(InputStream tar, ImageReference name, ImageConfiguration configuration) {
        return imported(HttpBody.of(tar), name, configuration, _ -> {});
    }

    private LocalImage imported(
            HttpBody body, ImageReference name, ImageConfiguration configuration, Consumer<Transfer> progress) {
        var task = Task.onImage("import the image", name.toString());
        var request = HttpRequest.of("POST", importTarget(name, configuration).text())
                .withPatience(SILENCE)
                .withBody(TAR, body);
        var last = stream(task, request, progress);
        return existing(last.isEmpty() ? name.toString() : last);
    }

    @Override
    public LocalImage derive(String id, Map<String, String> labels) {
        var target = api.docker("build")
                .with("dockerfile", CONTAINERFILE)
                // Not one that was made the same way before, and may be about to go.
                .with("nocache", "1")
                .with("rm", "1")
                .with("forcerm", "1");
        // In one line: asked for by a parameter, each label would be a step, which Docker makes an image of.
        var lines = "FROM " + id + "\nLABEL" + ImageChanges.labels(labels) + "\n";
        var request = HttpRequest.of("POST", target.text())
                .withPatience(SILENCE)
                .withBody(TAR, HttpBody.of(BuildContext.of(CONTAINERFILE, lines)));
        return existing(stream(Task.onImage("derive an image from", id), request, _ -> {}));
    }

    @Override
    public void tag(String id, ImageReference name) {
        var target = api.docker("images", id, "tag")
                .with("repo", PullName.of(name).repository())
                .with("tag", name.effectiveTag().orElse("latest"));
        api.send(Task.onImage("name the image", id), HttpRequest.of("POST", target.text()));
    }

    @Override
    public LocalImage build(
            Path directory,
            ImageReference name,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<Transfer> progress) {
        var target = api.docker("build")
                .with("t", name.toString())
                .with("dockerfile", CONTAINERFILE)
                // As pets use it; a private network may not even be there.
                .with("networkmode", "host")
                .with("rm", "1")
                .with("forcerm", "1")
                .with("buildargs", Json.write(arguments))
                .with("labels", Json.write(labels));
        var request = HttpRequest.of("POST", target.text())
                .withPatience(SILENCE)
                .withBody(TAR, HttpBody.of(BuildContext.of(directory)));
        try {
            stream(Task.onImage("build the image", name.toString()), request, progress);
        } catch (EngineRefused e) {
            throw BuildBase.of(directory.resolve(CONTAINERFILE), arguments)
                    .map(PullName::of)
                    .flatMap(base -> ImageTrouble.ofBase(base.toString(), base.domain(), e.reason()))
                    .orElseGet(() -> new BuildFailed(name.toString(), e.reason()));
        }
        return existing(name.toString());
    }

    @Override
    public void load(List<LayeredImage> loaded) {
        var request = HttpRequest.of(
                        "POST", api.docker("images", "load").with("quiet", "1").text())
                .withPatience(SILENCE)
                .withBody(TAR, HttpBody.of(new LoadArchive(loaded).open()));
        var names = loaded.getFirst().names();
        stream(Task.onImage("take the image", names.getFirst().toString()), request, _ -> {});
    }

    @Override
    public List<ImageLayer> save(String id, Path directory) {
        var request =
                HttpRequest.of("GET", api.docker("images", id, "get").text()).withPatience(SILENCE);
        return api.read(
                Task.onImage("hand out the image", id),
                request,
                answer -> new SavedArchive(directory).read(answer.body()));
    }

    @Override
    public void push(ImageReference reference, Consumer<Transfer> progress) {
        var name = PullName.of(reference);
        var target = api.docker("images", name.repository(), "push")
                .with("tag", reference.effectiveTag().orElse("latest"));
        if (api.kind() == EngineKind.PODMAN && name.isOnThisMachine()) {
            target = target.with("tlsVerify", "false");
        }
        var request = HttpRequest.of("POST", target.text()).withPatience(SILENCE);
        var login = credentials.header(name.domain());
        if (login.isPresent() || api.kind() == EngineKind.DOCKER) {
            // Docker wants to be told also of nobody.
            request = request.withHeader("X-Registry-Auth", login.orElse(Credentials.NOBODY));
        }
        try {
            stream(Task.onImage("push the image", name.toString()).with(name.domain()), request, progress);
        } catch (LoginRequired _) {
            throw new PushDenied(name.toString(), name.domain());
        } catch (RegistryUnreachable e) {
            throw new PushBroken(name.toString(), e.reason());
        }
    }

    @Override
    public void remove(String nameOrId) {
        try {
            dockerJava.call(Task.onImage("remove the image", nameOrId), client -> {
                client.removeImageCmd(nameOrId).exec();
                return nameOrId;
            });
        } catch (ImageInUse e) {
            throw e.withContainer(containerName(e.container()));
        }
    }

    /** Engines tell the beginning of a container's id, which its user has never seen. */
    private String containerName(String id) {
        try {
            var task = Task.onContainer("inspect the container", id);
            return ContainerReader.inspected(api.get(task, api.docker("containers", id, "json")))
                    .name();
        } catch (ContainerGone _) {
            return id;
        }
    }

    private Target pullTarget(PullName name, @Nullable Platform platform) {
        if (api.kind() == EngineKind.PODMAN && name.isOnThisMachine()) {
            // As Docker takes such registries; through Docker's API Podman 4.3 cannot be told to.
            var target = api.podman("images", "pull")
                    .with("reference", name.toString())
                    .with("tlsVerify", "false");
            return platform == null
                    ? target
                    : target.with("OS", platform.os())
                            .with("Arch", platform.architecture())
                            .with("Variant", platform.variant());
        }
        var target = api.docker("images", "create").with("fromImage", name.toString());
        return platform == null ? target : target.with("platform", platform.toString());
    }

    private Target importTarget(ImageReference name, ImageConfiguration configuration) {
        var target = api.kind() == EngineKind.PODMAN
                // Through Docker's API Podman would ignore the tag.
                ? api.podman("images", "import").with("reference", name.toString())
                : api.docker("images", "create")
                        .with("fromSrc", "-")
                        .with("repo", PullName.of(name).repository())
                        .with("tag", name.effectiveTag().orElse("latest"));
        for (var change : ImageChanges.of(api.kind(), configuration)) {
            target = target.with("changes", change);
        }
        return target;
    }

    /** Follows the engine's messages to their end and returns the last id among them. */
    private String stream(Task task, HttpRequest request, Consumer<Transfer> progress) {
        return api.read(task, request, answer -> {
            var ids = new ArrayList<String>();
            Json.parseAll(answer.body(), message -> {
                message.at("error").nonEmpty().ifPresent(error -> {
                    throw api.refusal(task, error);
                });
                ImageMessage.id(message).ifPresent(ids::add);
                ImageMessage.transfer(message).ifPresent(progress);
            });
            return ids.isEmpty() ? "" : ids.getLast();
        });
    }

    private LocalImage existing(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> new ImageNotFound(nameOrId));
    }

    private static HttpBody upload(Path tar, Consumer<Transfer> progress) {
        try {
            long size = Files.size(tar);
            HttpBody.Source source = () -> new CountedInput(
                    Files.newInputStream(tar),
                    sent -> progress.accept(new Transfer.Part("root file system", "Importing", sent, size)));
            return new HttpBody(source, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
