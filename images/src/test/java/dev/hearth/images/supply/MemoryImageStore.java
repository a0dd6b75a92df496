package dev.hearth.images.supply;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.ImageConfiguration;
import dev.hearth.images.ImageLayer;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.ImageReference;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LayeredImage;
import dev.hearth.images.LocalImage;
import dev.hearth.images.Platform;
import dev.hearth.images.Transfer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps images in memory and notes what was asked of registries. */
final class MemoryImageStore implements ImageStore {
    private final List<LocalImage> images = new ArrayList<>();
    private final Map<String, String> published = new HashMap<>();
    private final List<String> network = new ArrayList<>();
    private Platform platform = Platform.linux("amd64");
    private @Nullable Failure registry;
    private int made;

    MemoryImageStore with(String name, Map<String, String> labels) {
        images.add(image(name, "", labels));
        return this;
    }

    /** Lets the registry hand out an image of this digest, whatever was asked for. */
    MemoryImageStore withPublished(String name, String digest) {
        published.put(name, digest);
        return this;
    }

    /** Lets whatever comes from now on be for this platform. */
    MemoryImageStore withPlatform(String text) {
        platform = Platform.parse(text);
        return this;
    }

    MemoryImageStore withRegistry(Failure failure) {
        registry = failure;
        return this;
    }

    /** Returns the names that registries were asked for. */
    List<String> network() {
        return network;
    }

    @Override
    public List<LocalImage> images() {
        return List.copyOf(images);
    }

    @Override
    public Optional<LocalImage> find(String nameOrId) {
        return images.stream()
                .filter(image -> image.names().contains(nameOrId) || image.id().equals(nameOrId))
                .findFirst();
    }

    @Override
    public long layers(String id) {
        return find(id).orElseThrow(() -> new ImageNotFound(id)).size();
    }

    @Override
    public Optional<Path> files(String id) {
        return Optional.empty();
    }

    @Override
    public LocalImage pull(ImageReference reference, @Nullable Platform asked, Consumer<Transfer> progress) {
        network.add(reference.toString());
        if (registry != null) {
            throw registry;
        }
        var digest = published.get(reference.toString());
        if (digest == null) {
            throw new ImageNotFound(reference.toString());
        }
        return added(image(reference.toString(), reference.name() + "@" + digest, Map.of()));
    }

    @Override
    public LocalImage importRootfs(
            Path tar, ImageReference name, ImageConfiguration configuration, Consumer<Transfer> progress) {
        if (!Files.exists(tar)) {
            throw new IllegalStateException("no archive " + tar);
        }
        return added(image(name.toString(), "", configuration.labels()));
    }

    @Override
    public LocalImage build(
            Path directory,
            ImageReference name,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<Transfer> progress) {
        network.add(arguments.get("BASE"));
        if (registry != null) {
            throw registry;
        }
        if (!Files.exists(directory.resolve("Containerfile"))) {
            throw new IllegalStateException("no Containerfile in " + directory);
        }
        return added(image(name.toString(), "", labels));
    }

    @Override
    public LocalImage importRootfs(InputStream tar, ImageReference name, ImageConfiguration configuration) {
        return added(image(name.toString(), "", configuration.labels()));
    }

    @Override
    public LocalImage derive(String id, Map<String, String> labels) {
        return added(image("", "", labels));
    }

    @Override
    public void tag(String id, ImageReference name) {
        added(image(name.toString(), "", find(id).orElseThrow().labels()));
    }

    @Override
    public void load(List<LayeredImage> loaded) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ImageLayer> save(String id, Path directory) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void push(ImageReference name, Consumer<Transfer> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String nameOrId) {
        images.remove(find(nameOrId).orElseThrow(() -> new ImageNotFound(nameOrId)));
    }

    private LocalImage added(LocalImage image) {
        images.removeIf(other -> other.names().equals(image.names()));
        images.add(image);
        return image;
    }

    private LocalImage image(String name, String digest, Map<String, String> labels) {
        return new LocalImage(
                "sha256:" + made++,
                List.of(name),
                digest.isEmpty() ? List.of() : List.of(digest),
                labels,
                1,
                Instant.EPOCH,
                platform,
                List.of(),
                1);
    }
}
