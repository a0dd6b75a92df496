package dev.hearth.manifests;

import dev.hearth.devcontainer.DevcontainerFiles;
import dev.hearth.devcontainer.Devcontainers;
import dev.hearth.pets.PetChoice;
import dev.hearth.projects.ProjectFile;
import dev.hearth.projects.ProjectSearch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the project file that a command is about, and says what it asks for. */
public final class ManifestFiles {
    private final ManifestReader reader;
    private final ProjectSearch search;
    private final Path directory;

    /** Looks for files from a directory on upwards. */
    public ManifestFiles(ManifestReader reader, ProjectSearch search, Path directory) {
        this.reader = reader;
        this.search = search;
        this.directory = directory;
    }

    /**
     * {@return the file that is named, or the manifest that is found}
     *
     * @throws NoManifest when none is named or found
     */
    public Path path(@Nullable Path named) {
        return named != null
                ? directory.resolve(named)
                : search.find(directory, ManifestReader.FILE).orElseThrow(() -> NoManifest.in(directory));
    }

    /**
     * {@return the same, read}
     *
     * @throws NoManifest when it is not there
     */
    public ProjectFile read(@Nullable Path named) {
        var path = path(named);
        if (named != null && Files.notExists(path)) {
            throw NoManifest.named(path);
        }
        if (DevcontainerFiles.isOne(path)) {
            return DevcontainerFiles.read(path);
        }
        return PetChoice.isDirectoryFile(path) ? PetChoice.read(path) : ProjectFile.read(path);
    }

    /** {@return what a manifest declares} */
    public Manifest manifest(ProjectFile file) {
        return reader.read(file);
    }

    /** {@return what a file asks for, in lines for people} */
    public List<String> meaning(ProjectFile file) {
        if (PetChoice.isDirectoryFile(file.path())) {
            return List.of("That commands in its directory mean the pet '%s'".formatted(PetChoice.named(file)));
        }
        if (DevcontainerFiles.isOne(file.path())) {
            return Devcontainers.meaning(file);
        }
        return ManifestText.of(reader.read(file).pets()).lines().toList();
    }
}
