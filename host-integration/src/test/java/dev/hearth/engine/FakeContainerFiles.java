package dev.hearth.engine;

import dev.hearth.core.failure.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The files of the fake engine's containers. */
final class FakeContainerFiles implements ContainerFiles {
    private final Faults faults;
    private final Function<ContainerId, FakeContainer> containers;
    private final Function<FakeContainer, FakeFiles> images;

    /**
     * Shows what containers have.
     *
     * @param images what the image of a container has
     */
    FakeContainerFiles(
            Faults faults, Function<ContainerId, FakeContainer> containers, Function<FakeContainer, FakeFiles> images) {
        this.faults = faults;
        this.containers = containers;
        this.images = images;
    }

    @Override
    public List<FileChange> changes(ContainerId id) {
        return faults.call("changes", () -> {
            var container = containers.apply(id);
            var before = images.apply(container).texts();
            var after = container.content().texts();
            var changes = new ArrayList<FileChange>();
            before.keySet().stream()
                    .filter(path -> !after.containsKey(path))
                    .forEach(path -> changes.add(change(FileChange.Kind.REMOVED, path)));
            after.forEach((path, text) -> {
                if (!text.equals(before.get(path))) {
                    var kind = before.containsKey(path) ? FileChange.Kind.CHANGED : FileChange.Kind.ADDED;
                    changes.add(change(kind, path));
                }
            });
            changes.sort(Comparator.comparing(change -> change.path().value()));
            return List.copyOf(changes);
        });
    }

    @Override
    public long written(ContainerId id) {
        return faults.call("written", () -> {
            var texts = containers.apply(id).content().texts();
            return texts.values().stream().mapToLong(String::length).sum();
        });
    }

    @Override
    public Optional<List<String>> lines(ContainerId id, ContainerPath file) {
        return faults.call(
                "lines",
                () -> Optional.ofNullable(containers.apply(id).content().texts().get(file.value()))
                        .map(text -> text.lines().toList()));
    }

    @Override
    public <T> Optional<T> archive(ContainerId id, ContainerPath path, TarReader<T> reader) {
        return faults.call("archive", () -> {
            var files = containers.apply(id).content();
            Predicate<String> wanted = file -> file.equals(path.value()) || file.startsWith(path.value() + "/");
            return files.paths().stream().anyMatch(wanted)
                    ? Optional.of(read(files, wanted, reader))
                    : Optional.<T>empty();
        });
    }

    @Override
    public <T> T export(ContainerId id, TarReader<T> reader) {
        return faults.call("export", () -> read(containers.apply(id).content(), _ -> true, reader));
    }

    private static <T> T read(FakeFiles files, Predicate<String> wanted, TarReader<T> reader) {
        try {
            return reader.read(files.tar(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChange change(FileChange.Kind kind, String path) {
        return new FileChange(kind, ContainerPath.of(path));
    }
}
