package dev.hearth.frombase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Files that a root cannot do without, for whoever may not read those of the base: the same accounts, none of which can
 * log in by a password, and sudo as it comes.
 */
record GuardedFiles(Path root) {
    private static final Path ETC = Path.of("etc");
    private static final int PRIVATE = 0600;
    private static final int SUDOERS = 0440;

    void write(RootEntries entries) throws IOException {
        accounts(entries, "passwd", "shadow", ":*:19000:0:99999:7:::");
        accounts(entries, "group", "gshadow", ":*::");
        if (exists("sudoers")) {
            write(entries, "sudoers", SUDOERS, "root ALL=(ALL:ALL) ALL\n@includedir /etc/sudoers.d\n");
        }
    }

    private void accounts(RootEntries entries, String accounts, String name, String rest) throws IOException {
        if (exists(accounts)) {
            var lines = Files.readAllLines(defaults(accounts)).stream()
                    .filter(line -> line.matches("[a-zA-Z0-9_.-]+:.*"))
                    .map(line -> line.substring(0, line.indexOf(':')) + rest + "\n")
                    .collect(Collectors.joining());
            write(entries, name, PRIVATE, lines);
        }
    }

    private static void write(RootEntries entries, String name, int mode, String content) throws IOException {
        // One that was read already is there, and stays.
        entries.file(ETC.resolve(name), mode, content.getBytes(UTF_8));
    }

    private boolean exists(String name) {
        return Files.exists(defaults(name), LinkOption.NOFOLLOW_LINKS);
    }

    private Path defaults(String name) {
        return root.resolve("usr/etc").resolve(name);
    }
}
