package dev.hearth.homes;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.engine.ContainerEngine.ByteReader;
import dev.hearth.engine.ContainerPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A home, and what the kernel would keep of a pet's writes and show the pet, in three directories. */
final class PetOnAHome {
    private final Path home;
    private final Path written;
    private final Path view;
    private final List<String> shell;

    PetOnAHome(Path directory, List<String> shell) throws IOException {
        this.home = Files.createDirectory(directory.resolve("home"));
        this.written = Files.createDirectory(directory.resolve("written"));
        this.view = Files.createDirectory(directory.resolve("view"));
        this.shell = shell;
    }

    PetOnAHome(Path directory) throws IOException {
        this(directory, List.of("/bin/sh"));
    }

    Path home() {
        return home;
    }

    /** {@return where the kernel would keep what the pet writes at a path} */
    Path written(String path) {
        return written.resolve(path);
    }

    /** {@return where the pet sees a path} */
    Path view(String path) {
        return view.resolve(path);
    }

    /** The home has a file, which the pet sees. */
    PetOnAHome has(String path, String text) {
        write(home.resolve(path), text);
        write(view.resolve(path), text);
        return this;
    }

    /** The pet writes a file. */
    PetOnAHome writes(String path, String text) {
        DirectoryTree.delete(view.resolve(path));
        write(written.resolve(path), text);
        write(view.resolve(path), text);
        return this;
    }

    /** The pet makes a directory. */
    PetOnAHome makes(String path) {
        directories(written.resolve(path));
        directories(view.resolve(path));
        return this;
    }

    /** The pet makes a link. */
    PetOnAHome links(String path, String target) throws IOException {
        directories(written.resolve(path).resolveSibling(""));
        Files.createSymbolicLink(written.resolve(path), Path.of(target));
        DirectoryTree.delete(view.resolve(path));
        Files.createSymbolicLink(view.resolve(path), Path.of(target));
        return this;
    }

    /** The pet removes something; the kernel notes that as a device that is none. */
    PetOnAHome removes(String path) {
        directories(written.resolve(path).resolveSibling(""));
        DirectoryTree.delete(written.resolve(path));
        run(List.of("mknod", written.resolve(path).toString(), "c", "0", "0"), _ -> {});
        DirectoryTree.delete(view.resolve(path));
        return this;
    }

    /** The pet makes a directory anew, which hides what the home has there; the kernel notes that where nobody can look. */
    PetOnAHome makesAnew(String path) {
        DirectoryTree.delete(view.resolve(path));
        return makes(path);
    }

    WrittenFiles files() {
        return files(this::run);
    }

    WrittenFiles files(WrittenFiles.Runner runner) {
        return new WrittenFiles(runner, ContainerPath.of(written.toString()), ContainerPath.of(view.toString()));
    }

    OverlaidHome overlaid() {
        return new OverlaidHome(home, Path.of("/var/lib/docker"));
    }

    PetChanges changes() {
        return overlaid().changes(files());
    }

    /** Merges all, whoever wins. */
    void merge() {
        var changes = changes();
        overlaid().merge(files(), changes, overlaid().plan(changes, List.of(), OnConflict.TAKE_PET), "it");
    }

    /** Runs a program with the shell in the place of the pet's. */
    int run(List<String> command, ByteReader output) {
        var words = new ArrayList<>(command);
        if (words.getFirst().equals("/bin/sh")) {
            words.removeFirst();
            words.addAll(0, shell);
        }
        try {
            var process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var bytes = process.getInputStream()) {
                output.read(bytes);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            directories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void directories(Path directory) {
        try {
            if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
