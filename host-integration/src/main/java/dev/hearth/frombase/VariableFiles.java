package dev.hearth.frombase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a root has in {@code /var}: in a base that is empty, and made at boot by the lines of {@code tmpfiles.d}. */
final class VariableFiles {
    private static final int OPEN = 0755;
    private static final int EVERYBODYS = 01777;
    private static final Path LINES = Path.of("usr/lib/tmpfiles.d");
    private static final Path FACTORY = Path.of("usr/share/factory");
    private static final Path VAR = Path.of("var");

    private final Path root;
    private final Map<String, Integer> users;
    private final Map<String, Integer> groups;

    VariableFiles(Path root) throws IOException {
        this.root = root;
        this.users = ids("passwd");
        this.groups = ids("group");
    }

    void write(RootEntries entries) throws IOException {
        for (var line : lines()) {
            write(entries, line.strip().split("\\s+", 7));
        }
        for (var name : List.of("cache", "lib", "local", "log", "opt", "spool")) {
            entries.directory(VAR.resolve(name), OPEN);
        }
        entries.directory(VAR.resolve("tmp"), EVERYBODYS);
        entries.link(VAR.resolve("run"), "../run");
        entries.link(VAR.resolve("lock"), "../run/lock");
        database(entries, "dpkg", "usr/lib/sysimage/dpkg");
        database(entries, "rpm", "usr/lib/sysimage/rpm");
        database(entries, "rpm", "usr/share/rpm");
        if (Files.exists(root.resolve("usr/bin/apt-get"))) {
            for (var name : List.of("cache/apt/archives/partial", "lib/apt/lists/partial", "log/apt")) {
                parents(entries, VAR.resolve(name));
                entries.directory(VAR.resolve(name), OPEN);
            }
        }
    }

    /** Package managers look for their database there. */
    private void database(RootEntries entries, String manager, String place) throws IOException {
        if (Files.isDirectory(root.resolve(place))) {
            parents(entries, VAR.resolve("lib").resolve(manager));
            entries.link(VAR.resolve("lib").resolve(manager), "../../" + place);
        }
    }

    private List<String> lines() throws IOException {
        var directory = root.resolve(LINES);
        var lines = new TreeSet<String>((one, other) ->
                path(one).equals(path(other)) ? one.compareTo(other) : path(one).compareTo(path(other)));
        if (Files.isDirectory(directory)) {
            for (var file : BaseArchive.children(directory)) {
                if (file.toString().endsWith(".conf") && Files.isReadable(file)) {
                    Files.readAllLines(file).stream()
                            // What depends on the machine is not told apart here.
                            .filter(line -> path(line).startsWith("/var/")
                                    && !path(line).contains("%"))
                            .forEach(lines::add);
                }
            }
        }
        return List.copyOf(lines);
    }

    private static String path(String line) {
        var fields = line.strip().split("\\s+", 3);
        return fields.length < 2 ? "" : fields[1];
    }

    /** The fields are type, path, mode, owner, group, age and argument. */
    private void write(RootEntries entries, String[] fields) throws IOException {
        var name = Path.of(fields[1].substring(1)).normalize();
        if (!name.startsWith(VAR)) {
            return;
        }
        switch (fields[0].charAt(0)) {
            case 'd', 'D', 'q', 'Q', 'v' -> {
                parents(entries, name);
                entries.directory(name, mode(fields), id(users, fields, 3), id(groups, fields, 4));
            }
            case 'L' -> {
                if (fields.length == 7) {
                    parents(entries, name);
                    entries.link(name, fields[6]);
                }
            }
            case 'C' -> {
                var source = fields.length == 7 && fields[6].startsWith("/")
                        ? Path.of(fields[6].substring(1))
                        : FACTORY.resolve(name);
                if (Files.exists(root.resolve(source))) {
                    parents(entries, name);
                    entries.tree(root.resolve(source), name, _ -> true);
                }
            }
            default -> {}
        }
    }

    private static int mode(String[] fields) {
        var mode = fields.length < 3 ? "-" : fields[2].replaceFirst("^[~:]+", "");
        return mode.matches("[0-7]{3,4}") ? Integer.parseInt(mode, 8) : OPEN;
    }

    private static int id(Map<String, Integer> known, String[] fields, int index) {
        var name = fields.length <= index ? "-" : fields[index];
        return name.matches("\\d{1,9}") ? Integer.parseInt(name) : known.getOrDefault(name, 0);
    }

    private static void parents(RootEntries entries, Path name) throws IOException {
        for (int count = 1; count < name.getNameCount(); count++) {
            entries.directory(name.subpath(0, count), OPEN);
        }
    }

    private Map<String, Integer> ids(String file) throws IOException {
        var ids = new HashMap<String, Integer>();
        for (var directory : List.of("usr/lib", "usr/etc")) {
            var path = root.resolve(directory).resolve(file);
            if (Files.isReadable(path)) {
                for (var line : Files.readAllLines(path)) {
                    var fields = line.split(":", 4);
                    if (fields.length > 2 && fields[2].matches("\\d{1,9}")) {
                        ids.put(fields[0], Integer.parseInt(fields[2]));
                    }
                }
            }
        }
        return ids;
    }
}
