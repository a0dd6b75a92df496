package dev.hearth.devcontainer;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.projects.ProjectFile;
import dev.hearth.projects.ProjectSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the files by which projects say what they are developed in. */
public final class DevcontainerFiles {
    private static final String DIRECTORY = ".devcontainer";
    private static final String FILE = "devcontainer.json";
    private static final String HIDDEN = ".devcontainer.json";

    private final ProjectSearch search;

    public DevcontainerFiles(ProjectSearch search) {
        this.search = search;
    }

    /** {@return whether a file is one of these, by its name} */
    public static boolean isOne(Path file) {
        return file.endsWith(FILE) || file.endsWith(HIDDEN);
    }

    /**
     * {@return the file of a project, or the file itself that is named}
     *
     * @throws NoDevcontainer when there is none
     * @throws SeveralDevcontainers when there are several of equal rank
     */
    public Path find(Path named) {
        if (!Files.isDirectory(named)) {
            return named;
        }
        for (var file : List.of(named.resolve(DIRECTORY).resolve(FILE), named.resolve(HIDDEN))) {
            if (isThere(file)) {
                return file;
            }
        }
        var below = below(named.resolve(DIRECTORY));
        if (below.size() > 1) {
            throw new SeveralDevcontainers(named, below);
        }
        return below.stream().findFirst().orElseThrow(() -> new NoDevcontainer(named));
    }

    /** {@return the directory, or the nearest above it, that has such a file; none of it is read} */
    public Optional<Path> project(Path directory) {
        return search.nearest(
                directory,
                place -> isThere(place.resolve(HIDDEN))
                        || Files.isDirectory(place.resolve(DIRECTORY), LinkOption.NOFOLLOW_LINKS));
    }

    /**
     * {@return a file, together with the one that its image is built by: the user allows both as one}
     *
     * @throws YamlError when it is malformed
     */
    public static ProjectFile read(Path file) {
        var own = ProjectFile.read(file);
        var whole = new DevcontainerText(own.path(), own.content(), "");
        return whole.dockerfile()
                .map(dockerfile -> whole.with(ProjectFile.read(dockerfile).content()))
                .orElse(whole)
                .file();
    }

    private static List<Path> below(Path directory) {
        var files = new ArrayList<Path>();
        if (!Files.isDirectory(directory)) {
            return files;
        }
        try (var entries = Files.list(directory)) {
            entries.map(entry -> entry.resolve(FILE))
                    .filter(DevcontainerFiles::isThere)
                    .sorted()
                    .forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean isThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
