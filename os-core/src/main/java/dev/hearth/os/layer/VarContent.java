package dev.hearth.os.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What packages put into {@code /var}, which a tree cannot hold: kept as lines by which each machine makes it.
 *
 * @param upper the overlay's upper directory
 * @param before what was in it before the packages came
 */
record VarContent(Path upper, Set<Path> before) {
    private static final String FACTORY = "usr/share/factory";
    private static final Pattern OF_THE_SANDBOX = Pattern.compile("var/(backups|lock|run|tmp|opt/.*)"
            + "|var/lib/(apt|dnf|dpkg|rpm|rpm-state|systemd/deb-systemd-.*|dbus/machine-id)"
            + "|var/log/(apt|dnf\\..*|hawkey\\.log)"
            + "|var/cache/(apt|debconf|dnf|ldconfig|libdnf.*)");
    // Their directories may have to be there, with their owner; what is in them comes with time.
    private static final Pattern MADE_AGAIN = Pattern.compile("var/(cache|log)/.*");

    /** Notes what is there now. */
    static VarContent from(Path upper) {
        var found = new HashSet<Path>();
        visit(upper.resolve("var"), (path, _) -> {
            found.add(upper.relativize(path));
            return true;
        });
        return new VarContent(upper, Set.copyOf(found));
    }

    /** Links new files into the tree's factory, and returns the lines; without those for what the tree's own name. */
    List<String> moveInto(Path tree, Set<String> named) {
        var lines = new ArrayList<String>();
        visit(upper.resolve("var"), (path, kind) -> {
            var relative = upper.relativize(path);
            if (OF_THE_SANDBOX.matcher(relative.toString()).matches()) {
                return false;
            }
            if (!before.contains(relative)) {
                var inside = "/" + relative;
                boolean known = named.contains(inside);
                if (kind.isDirectory() && !known) {
                    lines.add(Tmpfiles.directory(inside, kind.permissions(), kind.owner(), kind.group()));
                } else if (kind.isLink() && !known) {
                    lines.add(Tmpfiles.link(inside, Files.readSymbolicLink(path).toString()));
                } else if (kind.isRegular()
                        && !known
                        && !MADE_AGAIN.matcher(relative.toString()).matches()) {
                    link(path, tree.resolve(FACTORY).resolve(relative));
                    lines.add(Tmpfiles.copy(inside, kind.permissions(), kind.owner(), kind.group()));
                }
            }
            return true;
        });
        return List.copyOf(lines);
    }

    private static void link(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        ExtendedAttributes.removeMarks(file);
        Files.createLink(target, file);
    }

    private interface Visitor {
        /** Returns whether to go on below it. */
        boolean visit(Path path, FileKind kind) throws IOException;
    }

    /** Visits what is below a directory, parents first and in order. */
    private static void visit(Path directory, Visitor visitor) {
        try (var children = Files.list(directory)) {
            for (var child : children.sorted().toList()) {
                var kind = FileKind.of(child);
                if (visitor.visit(child, kind) && kind.isDirectory()) {
                    visit(child, visitor);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
