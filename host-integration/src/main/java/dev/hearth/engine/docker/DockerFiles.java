package dev.hearth.engine.docker;

import dev.hearth.engine.ContainerFiles;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerNotRunning;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.ExecRequest;
import dev.hearth.engine.FileChange;
import dev.hearth.engine.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of Docker's or Podman's containers. */
final class DockerFiles implements ContainerFiles {
    private static final List<String> MISSING = List.of("could not find the file", "no such file or directory");

    private final EngineApi api;
    private final Execution execution;
    private final KnownContainers known;

    DockerFiles(EngineApi api, Execution execution, KnownContainers known) {
        this.api = api;
        this.execution = execution;
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
    public Optional<List<String>> lines(ContainerId id, ContainerPath file) {
        if (api.kind() == EngineKind.DOCKER) {
            try {
                return printed(id, file);
            } catch (ContainerNotRunning _) {
                // Which has nothing mounted.
            }
        }
        return archive(id, file, DockerFiles::text).flatMap(text -> text);
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

    /** Before it packs files of a container that runs, Docker 20.10 mounts all that is mounted there once more, and keeps it. */
    private Optional<List<String>> printed(ContainerId id, ContainerPath file) {
        var lines = new ArrayList<String>();
        int status = execution.read(
                known.task("read the files of the container", id),
                id,
                ExecRequest.asRoot("cat", file.value()),
                bytes -> lines.addAll(linesOf(bytes)));
        return status == 0 ? Optional.of(List.copyOf(lines)) : Optional.empty();
    }

    private static Optional<List<String>> text(InputStream archive) throws IOException {
        var tar = new TarArchiveInputStream(archive);
        var entry = tar.getNextEntry();
        return entry != null && entry.isFile() ? Optional.of(linesOf(tar)) : Optional.empty();
    }

    private static List<String> linesOf(InputStream bytes) throws IOException {
        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
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
