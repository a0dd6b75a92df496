package dev.hearth.os.etc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Three trees of configuration and a place for what comes of them, as real files. */
final class EtcFixture {
    /** In place of a text: there is no such file. */
    static final String NONE = "\0none";

    static final HostProcesses PROCESSES =
            new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), Trace.SILENT);

    final Path old;
    final Path fresh;
    final Path local;
    final Path target;

    EtcFixture(Path directory) {
        old = made(directory.resolve("old"));
        fresh = made(directory.resolve("new"));
        local = made(directory.resolve("local"));
        target = made(directory.resolve("target"));
    }

    /** Writes a file into each tree; {@link #NONE} leaves it out of that one. */
    EtcFixture with(String path, String oldText, String freshText, String localText) {
        write(old, path, oldText);
        write(fresh, path, freshText);
        write(local, path, localText);
        return this;
    }

    static void write(Path root, String path, String text) {
        if (text.equals(NONE)) {
            return;
        }
        try {
            var file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void link(Path root, String path, String to) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createSymbolicLink(root.resolve(path), Path.of(to));
    }

    static void mode(Path root, String path, int mode) throws IOException {
        Files.setAttribute(root.resolve(path), "unix:mode", mode, NOFOLLOW_LINKS);
    }

    EtcSources sources() {
        return EtcSources.read(old, fresh, local);
    }

    MergePlan plan() {
        return plan(Resolutions.NONE);
    }

    MergePlan plan(Resolutions resolutions) {
        return new ConfigMerge(PROCESSES).plan(sources(), resolutions);
    }

    Decision decision(String path) {
        var decision = plan().decisions().get(Path.of(path));
        return decision == null ? new Decision.Skipped() : decision;
    }

    EtcReport write() {
        return new MergedEtc(target).write(plan());
    }

    /** {@return all that lies in a directory, in words: kind or content, and mode} */
    static Map<String, String> snapshot(Path root) {
        var tree = EtcTree.read(root);
        var words = new TreeMap<String, String>();
        for (var path : tree.paths()) {
            var entry = tree.at(path);
            if (entry != null) {
                var what = switch (entry.kind()) {
                    case FILE -> "file " + new String(tree.content(path), StandardCharsets.UTF_8);
                    case DIRECTORY -> "directory";
                    case LINK -> "link to " + entry.target();
                    case OTHER -> "other";
                };
                words.put(path.toString(), what + " " + entry.metadata());
            }
        }
        return words;
    }

    /** {@return what is in a file of the outcome} */
    String written(String path) throws IOException {
        return Files.readString(target.resolve(path));
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
