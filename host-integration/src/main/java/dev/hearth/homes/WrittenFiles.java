package dev.hearth.homes;

import dev.hearth.engine.ContainerEngine.ByteReader;
import dev.hearth.engine.ContainerPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the kernel keeps of a pet's writes, through a program that can read it: neither engine lets its users at it.
 *
 * <p>Names go both ways as bytes, and contents one after the other, told apart by their sizes.
 */
public final class WrittenFiles {
    private static final String SCRIPT = script();

    /** An argument list may have two megabytes on most machines; a quarter is left to the environment and to doubt. */
    private static final int WORDS_AT_ONCE = 50_000;

    private final Runner runner;
    private final String written;
    private final String view;

    /** Runs a program where the files are. */
    @FunctionalInterface
    public interface Runner {
        /** {@return the program's exit status} */
        int run(List<String> command, ByteReader output);
    }

    /**
     * Reads through a program.
     *
     * @param written the directory where the kernel keeps it
     * @param view the home as the pet sees it
     */
    public WrittenFiles(Runner runner, ContainerPath written, ContainerPath view) {
        this.runner = runner;
        this.written = written.value();
        this.view = view.value();
    }

    /** Reads the contents of files, one after the other. */
    @FunctionalInterface
    interface ContentReader {
        void read(Written file, InputStream content) throws IOException;
    }

    /** {@return all there is, directories before what is in them} */
    NavigableMap<HomePath, Written> list() {
        var names = new ArrayList<byte[]>();
        run("names", written, List.of(), bytes -> Records.read(bytes, '\0', names::add));
        var facts = new ArrayList<String>();
        run(
                "facts",
                written,
                List.of(),
                bytes -> Records.read(bytes, '\n', line -> facts.add(new String(line, StandardCharsets.US_ASCII))));
        if (names.size() != facts.size()) {
            throw new WrittenFilesUnreadable("it changed meanwhile");
        }
        var all = new TreeMap<HomePath, Written>();
        for (int index = 0; index < names.size(); index++) {
            var path = HomePath.found(names.get(index));
            if (!path.isTop()) {
                all.put(path, StatLine.read(path, facts.get(index)));
            }
        }
        return all;
    }

    /** {@return what the pet sees in these directories} */
    Set<HomePath> children(List<HomePath> directories) {
        var all = new TreeSet<HomePath>();
        for (var some : portions(directories)) {
            run("children", view, some, bytes -> Records.read(bytes, '\0', name -> all.add(HomePath.found(name))));
        }
        return all;
    }

    /** Reads files, in the order of the list. */
    void contents(List<Written> files, ContentReader reader) {
        for (var some : portions(files.stream().map(Written::path).toList())) {
            var portion =
                    files.stream().filter(file -> some.contains(file.path())).toList();
            run("content", written, some, bytes -> {
                for (var file : portion) {
                    var content = new LimitedInput(bytes, file.size());
                    reader.read(file, content);
                    content.requireEnd();
                }
            });
        }
    }

    /** {@return where links lead, in the order of the list, one character for each byte} */
    List<String> targets(List<Written> links) {
        var all = new ArrayList<String>();
        for (var some : portions(links.stream().map(Written::path).toList())) {
            var portion =
                    links.stream().filter(link -> some.contains(link.path())).toList();
            run("targets", written, some, bytes -> {
                for (var link : portion) {
                    var target = bytes.readNBytes((int) link.size());
                    if (target.length < link.size() || bytes.read() != '\n') {
                        throw new WrittenFilesUnreadable("it ended early");
                    }
                    all.add(new String(target, StandardCharsets.ISO_8859_1));
                }
            });
        }
        return all;
    }

    /** Removes what the kernel keeps at these paths; the pet sees what the home has there. */
    public void remove(List<HomePath> paths) {
        for (var some : portions(paths)) {
            run("remove", written, some, _ -> {});
        }
    }

    private void run(String action, String directory, Set<HomePath> paths, ByteReader reader) {
        run(action, directory, List.copyOf(paths), reader);
    }

    private void run(String action, String directory, List<HomePath> paths, ByteReader reader) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "written", action, directory));
        paths.forEach(path -> command.add(path.octal()));
        int status = runner.run(command, reader);
        if (status != 0) {
            throw new WrittenFilesUnreadable("a program in its image ended with status " + status);
        }
    }

    private static List<Set<HomePath>> portions(List<HomePath> paths) {
        var portions = new ArrayList<Set<HomePath>>();
        var portion = new LinkedHashSet<HomePath>();
        int length = 0;
        for (var path : paths) {
            length += path.octal().length() + 1;
            if (length > WORDS_AT_ONCE && !portion.isEmpty()) {
                portions.add(portion);
                portion = new LinkedHashSet<>();
                length = path.octal().length() + 1;
            }
            portion.add(path);
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    private static String script() {
        try (var resource = WrittenFiles.class.getResourceAsStream("written")) {
            if (resource == null) {
                throw new IllegalStateException("the distribution lacks the script written");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
