package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerFiles;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.FileChange;
import dev.hearth.engine.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The files of Docker's or Podman's containers. */
final class DockerFiles implements ContainerFiles {
    private static final List<String> MISSING = List.of("could not find the file", "no such file or directory");

    private final EngineApi api;
    private final KnownContainers known;

    DockerFiles(EngineApi api, KnownContainers known) {
        this.api = api;
        this.known = known;
    }

    @Override
    public List<FileChange> changes(ContainerId id) {
        var target = api.docker("containers", id.value(), "changes");
        var request = HttpRequest.of("GET", target.text()).withPatience(DockerEngine.COPYING);
        // Docker says null where nothing is different.
        return api.json(known.task("compare the container", id), request).items().stream()
                .map(change -> new FileChange(
                        kind(change.at("Kind").number()),
                        ContainerPath.of(change.at("Path").text())))
                .toList();
    }

    @Override
    public long written(ContainerId id) {
        var target = api.docker("containers", id.value(), "json").with("size", "1");
        var request = HttpRequest.of("GET", target.text()).withPatience(DockerEngine.COPYING);
        return api.json(known.task("measure the container", id), request)
                .at("SizeRw")
                .number();
    }

    @Override
    public <T> Optional<T> archive(ContainerId id, ContainerPath path, TarReader<T> reader) {
        var target = api.docker("containers", id.value(), "archive").with("path", path.value());
        try {
            return Optional.of(read(id, target, reader));
        } catch (EngineRefused e) {
            var words = e.reason().toLowerCase(Locale.ROOT);
            if (MISSING.stream().anyMatch(words::contains)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public <T> T export(ContainerId id, TarReader<T> reader) {
        return read(id, api.docker("containers", id.value(), "export"), reader);
    }

    private <T> T read(ContainerId id, Target target, TarReader<T> reader) {
        var request = HttpRequest.of("GET", target.text()).withPatience(DockerEngine.COPYING);
        return api.read(
                known.task("read the files of the container", id), request, answer -> reader.read(answer.body()));
    }

    private static FileChange.Kind kind(long number) {
        return switch ((int) number) {
            case 1 -> FileChange.Kind.ADDED;
            case 2 -> FileChange.Kind.REMOVED;
            default -> FileChange.Kind.CHANGED;
        };
    }
}
