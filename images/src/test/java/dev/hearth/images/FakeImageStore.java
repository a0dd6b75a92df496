package dev.hearth.images;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.failure.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps images in memory, and knows what a registry would answer. */
public final class FakeImageStore implements ImageStore {
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Faults faults;
    private final List<LocalImage> images = new ArrayList<>();
    private final Map<String, LocalImage> registry = new HashMap<>();
    private final Map<String, Failure> domains = new HashMap<>();
    private final Map<String, String> users = new TreeMap<>();
    private final Map<String, String> origins = new HashMap<>();
    private int copies;
    private int made;

    public FakeImageStore() {
        this(new Faults());
    }

    /** Makes a store without images whose calls count towards these faults. */
    public FakeImageStore(Faults faults) {
        this.faults = faults;
    }

    /** {@return what makes its calls fail} */
    public Faults faults() {
        return faults;
    }

    /** Has an image of this name, with no labels. */
    public FakeImageStore with(String name) {
        return with(name, Map.of());
    }

    /** Has an image of this name and labels. */
    public FakeImageStore with(String name, Map<String, String> labels) {
        add(image(name, labels, List.of()));
        return this;
    }

    /** Has an image of this name for another platform than its own. */
    public FakeImageStore with(String name, Platform platform) {
        var image = image(name, Map.of(), List.of());
        add(new LocalImage(
                image.id(),
                image.names(),
                image.digests(),
                image.labels(),
                image.size(),
                image.created(),
                platform,
                image.environment(),
                image.layers()));
        return this;
    }

    /** Has this image. */
    public FakeImageStore with(LocalImage image) {
        add(image);
        return this;
    }

    /** Has one more image, with a layer of its own on that one; {@return its id} */
    public String withLayer(LocalImage base, ImageReference name, Map<String, String> labels) {
        return add(onTop(base, List.of(nameOf(name)), labels, base.layers() + 1))
                .id();
    }

    private LocalImage onTop(LocalImage base, List<String> names, Map<String, String> labels, int layers) {
        var image = image("nameless", labels, List.of());
        return new LocalImage(
                image.id(),
                names,
                List.of(),
                labels,
                image.size(),
                image.created(),
                base.platform(),
                base.environment(),
                layers);
    }

    /** Lets a registry have an image; all others are unknown to it. */
    public FakeImageStore withPublished(ImageReference reference, Map<String, String> labels) {
        registry.put(reference.toString(), image(nameOf(reference), labels, List.of()));
        return this;
    }

    /** Lets a registry answer every request with a failure. */
    public FakeImageStore withRegistry(String domain, Failure failure) {
        domains.put(domain, failure);
        return this;
    }

    /** Lets something use the image of this id, so that it cannot be removed. */
    public FakeImageStore use(String id, String user) {
        users.put(user, id);
        return this;
    }

    /** Takes back that something of this name uses images. */
    public FakeImageStore release(String user) {
        users.remove(user);
        return this;
    }

    /** Keeps a copy of each image beside it, with other owners, and counts that as part of its size. */
    public FakeImageStore keepingCopies() {
        copies = 1;
        return this;
    }

    /** {@return what {@link #find} would, but not counted as a call} */
    public Optional<LocalImage> peek(String nameOrId) {
        return lookUp(nameOrId);
    }

    @Override
    public List<LocalImage> images() {
        return faults.call(
                "images.images",
                () -> images.stream()
                        .sorted(Comparator.comparing(
                                        (LocalImage image) -> image.names().isEmpty())
                                .thenComparing(LocalImage::displayName))
                        .toList());
    }

    @Override
    public Optional<LocalImage> find(String nameOrId) {
        return faults.call("images.find", () -> lookUp(nameOrId));
    }

    @Override
    public long layers(String id) {
        return faults.call(
                "images.layers",
                () -> lookUp(id).orElseThrow(() -> new ImageNotFound(id)).size() / (1 + copies));
    }

    @Override
    public Optional<Path> files(String id) {
        return Optional.empty();
    }

    @Override
    public LocalImage pull(ImageReference reference, @Nullable Platform platform, Consumer<Transfer> progress) {
        return faults.call("images.pull", () -> {
            var failure = domains.get(domainOf(reference));
            if (failure != null) {
                throw failure;
            }
            var image = registry.get(reference.toString());
            if (image == null) {
                throw new ImageNotFound(reference.toString());
            }
            progress.accept(new Transfer.Part("layer", "Downloading", image.size(), image.size()));
            return add(image);
        });
    }

    @Override
    public LocalImage importRootfs(
            Path tar, ImageReference name, ImageConfiguration configuration, Consumer<Transfer> progress) {
        return faults.call(
                "images.importRootfs",
                () -> add(image(nameOf(name), configuration.labels(), configuration.environment())));
    }

    @Override
    public LocalImage importRootfs(InputStream tar, ImageReference name, ImageConfiguration configuration) {
        return faults.call("images.importRootfs", () -> {
            try {
                tar.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return add(image(nameOf(name), configuration.labels(), configuration.environment()));
        });
    }

    @Override
    public LocalImage derive(String id, Map<String, String> labels) {
        return faults.call("images.derive", () -> {
            var base = lookUp(id).orElseThrow(() -> new ImageNotFound(id));
            var all = new TreeMap<>(base.labels());
            all.putAll(labels);
            var derived = add(onTop(base, List.of(), all, base.layers()));
            origins.put(derived.id(), base.id());
            return derived;
        });
    }

    @Override
    public void tag(String id, ImageReference name) {
        faults.run("images.tag", () -> {
            var image = lookUp(id).orElseThrow(() -> new ImageNotFound(id));
            var names = new ArrayList<>(image.names());
            names.add(nameOf(name));
            add(renamed(image, names.stream().distinct().toList()));
        });
    }

    /** {@return the image that one was derived from, in the end} */
    public String origin(String id) {
        return origins.containsKey(id) ? origin(origins.get(id)) : id;
    }

    @Override
    public LocalImage build(
            Path directory,
            ImageReference name,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<Transfer> progress) {
        return faults.call("images.build", () -> {
            LocalImage built = image(nameOf(name), labels, List.of());
            for (var line : lines(directory.resolve("Containerfile"))) {
                progress.accept(new Transfer.Line(line));
                built = built(built, directory, List.of(line.strip().split("\\s+", -1)), arguments);
            }
            return add(built);
        });
    }

    @Override
    public void load(List<LayeredImage> loaded) {
        faults.run(
                "images.load",
                () -> loaded.forEach(image -> {
                    var named = image("nameless", image.configuration().labels(), List.of());
                    add(new LocalImage(
                            named.id(),
                            image.names().stream().map(FakeImageStore::nameOf).toList(),
                            List.of(),
                            named.labels(),
                            named.size(),
                            named.created(),
                            Platform.linux(image.architecture()),
                            image.configuration().environment(),
                            image.layers().size()));
                }));
    }

    @Override
    public List<ImageLayer> save(String id, Path directory) {
        return faults.call("images.save", () -> {
            var image = lookUp(id).orElseThrow(() -> new ImageNotFound(id));
            return IntStream.rangeClosed(1, image.layers())
                    .mapToObj(number -> new ImageLayer(
                            written(directory.resolve("layer-" + number)), "sha256:%064x".formatted(number)))
                    .toList();
        });
    }

    private static Path written(Path file) {
        try {
            return Files.writeString(file, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void push(ImageReference name, Consumer<Transfer> progress) {
        faults.run("images.push", () -> {
            var failure = domains.get(domainOf(name));
            if (failure != null) {
                throw failure;
            }
            var image = lookUp(name.toString()).orElseThrow(() -> new ImageNotFound(name.toString()));
            progress.accept(new Transfer.Part("layer", "Pushing", image.size(), image.size()));
            registry.put(name.toString(), image);
        });
    }

    @Override
    public void remove(String nameOrId) {
        faults.run("images.remove", () -> {
            var image = lookUp(nameOrId).orElseThrow(() -> new ImageNotFound(nameOrId));
            var left = image.names().stream()
                    .filter(name -> !name.equals(tagged(nameOrId)))
                    .toList();
            boolean byName = left.size() < image.names().size();
            if (!byName || left.isEmpty()) {
                requireUnused(image);
            }
            images.remove(image);
            if (byName && !left.isEmpty()) {
                images.add(renamed(image, left));
            }
        });
    }

    private void requireUnused(LocalImage image) {
        for (var use : users.entrySet()) {
            if (use.getValue().equals(image.id())) {
                throw new ImageInUse(image.displayName(), use.getKey());
            }
        }
    }

    private LocalImage built(LocalImage image, Path directory, List<String> words, Map<String, String> arguments) {
        return switch (words.getFirst()) {
            case "FROM" -> onBase(image, words.getLast());
            case "ENV" -> withVariable(image, substituted(words.getLast(), arguments));
            case "COPY" -> {
                if (!Files.exists(directory.resolve(words.get(1)))) {
                    throw new BuildFailed(image.displayName(), "no such file: " + words.get(1));
                }
                yield image;
            }
            default -> image;
        };
    }

    private LocalImage onBase(LocalImage image, String base) {
        var found = lookUp(base);
        if (found.isEmpty()) {
            var pulled = pull(ImageReference.parse(base), null, _ -> {});
            return copy(image, image.names(), image.labels(), pulled.environment());
        }
        var labels = new TreeMap<>(found.get().labels());
        labels.putAll(image.labels());
        return copy(image, image.names(), labels, found.get().environment());
    }

    private static String substituted(String text, Map<String, String> arguments) {
        var result = text;
        for (var argument : arguments.entrySet()) {
            result = result.replace("$" + argument.getKey(), argument.getValue());
        }
        return result;
    }

    private static LocalImage withVariable(LocalImage image, String variable) {
        var more = new ArrayList<>(image.environment());
        more.add(variable);
        return copy(image, image.names(), image.labels(), more);
    }

    private static LocalImage renamed(LocalImage image, List<String> names) {
        return copy(image, names, image.labels(), image.environment());
    }

    private static LocalImage copy(
            LocalImage image, List<String> names, Map<String, String> labels, List<String> environment) {
        return new LocalImage(
                image.id(),
                names,
                image.digests(),
                labels,
                image.size(),
                image.created(),
                image.platform(),
                environment,
                image.layers());
    }

    private Optional<LocalImage> lookUp(String nameOrId) {
        var bare = nameOrId.startsWith("sha256:") ? nameOrId.substring("sha256:".length()) : nameOrId;
        return images.stream()
                .filter(image -> image.names().contains(tagged(nameOrId))
                        || image.digests().contains(nameOrId)
                        || image.id().startsWith("sha256:" + bare))
                .findFirst();
    }

    private LocalImage add(LocalImage image) {
        // A name means one image: the one that had it keeps only its others.
        images.replaceAll(other -> renamed(
                other,
                other.names().stream()
                        .filter(name -> !image.names().contains(name))
                        .toList()));
        images.removeIf(other -> other.id().equals(image.id()));
        images.add(image);
        return image;
    }

    private LocalImage image(String name, Map<String, String> labels, List<String> environment) {
        made++;
        return new LocalImage(
                "sha256:%064x".formatted(0xabc0000L + made),
                List.of(tagged(name)),
                List.of(),
                labels,
                1_000_000L * made,
                EPOCH.plusSeconds(made),
                Platform.linux("amd64"),
                environment,
                1);
    }

    private static String nameOf(ImageReference reference) {
        return tagged((reference.domain() == null ? "docker.io/" : reference.domain() + "/")
                + reference.path()
                + reference.effectiveTag().map(tag -> ":" + tag).orElse(""));
    }

    private static String domainOf(ImageReference reference) {
        return reference.domain() == null ? "docker.io" : reference.domain();
    }

    private static String tagged(String name) {
        return name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
