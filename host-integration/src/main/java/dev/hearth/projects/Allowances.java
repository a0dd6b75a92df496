package dev.hearth.projects;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.text.Sha256;
import dev.hearth.engine.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Which project files the user allowed: each by its path and its content, in a directory that is the user's alone. */
public final class Allowances {
    private static final int LARGEST = 64 * 1024;

    private final PrivateDirectory directory;
    private final InstantSource clock;

    public Allowances(PrivateDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** {@return whether the file was allowed with this content} */
    public boolean holds(ProjectFile file) {
        return read(record(file.path()))
                .filter(allowed -> allowed.path().equals(file.path()))
                .filter(allowed -> allowed.digest().equals(file.digest()))
                .isPresent();
    }

    /** {@return whether the file was allowed with whatever content} */
    public boolean knows(Path path) {
        return read(record(path)).isPresent();
    }

    /**
     * Checks that a file was allowed.
     *
     * @throws NotAllowed when it was not, or with another content
     */
    public void require(ProjectFile file) {
        if (!holds(file)) {
            throw new NotAllowed(file.path(), knows(file.path()));
        }
    }

    /** Allows a file with its present content, in place of any that it had. */
    public void allow(ProjectFile file) {
        var json = new LinkedHashMap<String, Object>();
        json.put("schema", 1);
        json.put("path", file.path().toString());
        json.put("sha256", file.digest());
        json.put("allowed", clock.instant().toString());
        var _ = directory.prepared();
        PrivateFiles.write(record(file.path()), Json.write(json) + "\n");
    }

    /**
     * Takes back that a file was allowed, whether it is still there or not.
     *
     * @throws NeverAllowed when it was not
     */
    public void revoke(Path file) {
        var path = ProjectFile.withoutLinks(file);
        try {
            if (!Files.deleteIfExists(record(path))) {
                throw new NeverAllowed(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all that was allowed, sorted by path} */
    public List<Allowance> list() {
        var all = new ArrayList<Allowance>();
        try (var records = Files.newDirectoryStream(directory.path(), "*.json")) {
            records.forEach(record -> read(record).ifPresent(all::add));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.sort(Comparator.comparing(Allowance::path));
        return List.copyOf(all);
    }

    private Path record(Path path) {
        return directory.file(Sha256.of(path.toString()) + ".json");
    }

    /** One that cannot be read allows nothing. */
    private static Optional<Allowance> read(Path record) {
        try (var content = Files.newInputStream(record)) {
            var json = Json.parse(new String(content.readNBytes(LARGEST), StandardCharsets.UTF_8));
            return Optional.of(new Allowance(
                    Path.of(json.at("path").text()),
                    json.at("sha256").text(),
                    Instant.parse(json.at("allowed").text())));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
