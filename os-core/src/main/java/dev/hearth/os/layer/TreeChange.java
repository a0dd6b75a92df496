package dev.hearth.os.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Brings what an overlay changed into a tree, in the form in which a tree holds it.
 *
 * @param tree with {@code etc}, as package managers see it
 * @param upper the overlay's upper directory
 */
record TreeChange(Path tree, Path upper) {
    private static final String TMPFILES = "usr/lib/tmpfiles.d";
    private static final String SYSUSERS = "usr/lib/sysusers.d";
    private static final String NAME = "hearth-layer.conf";
    private static final String OPT = "usr/lib/opt";

    void carryOut(VarContent var) {
        try {
            var optBefore = names(tree.resolve(OPT));
            var accountsBefore = accounts();
            var kernels = Kernels.of(tree, upper);
            new UpperDirectory(upper).applyTo(tree);
            kernels.settle(upper, tree);
            var lines = new ArrayList<>(var.moveInto(tree, namedByTmpfiles()));
            for (var name : names(tree.resolve(OPT))) {
                if (!optBefore.contains(name)) {
                    lines.add(Tmpfiles.link("/var/opt/" + name, "../../" + OPT + "/" + name));
                }
            }
            add(tree.resolve(TMPFILES), lines);
            add(tree.resolve(SYSUSERS), Sysusers.added(accountsBefore, accounts()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sysusers.Accounts accounts() throws IOException {
        return new Sysusers.Accounts(text(tree.resolve("etc/passwd")), text(tree.resolve("etc/group")));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    Set<String> namedByTmpfiles() throws IOException {
        var named = new LinkedHashSet<String>();
        var directory = tree.resolve(TMPFILES);
        for (var name : names(directory)) {
            if (name.endsWith(".conf")) {
                named.addAll(Tmpfiles.paths(text(directory.resolve(name)).lines()));
            }
        }
        return named;
    }

    private static Set<String> names(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return new LinkedHashSet<>(
                    children.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }

    /** Adds lines to those that a layered base has already; the file is exchanged, as it may be a link to the base's. */
    private static void add(Path directory, List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        var file = Files.createDirectories(directory).resolve(NAME);
        var all = new LinkedHashSet<String>();
        text(file).lines().forEach(all::add);
        all.addAll(lines);
        Files.deleteIfExists(file);
        Files.write(file, all);
    }
}
