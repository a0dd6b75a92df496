package dev.hearth.os.ostree;

import dev.hearth.os.Deployment;
import dev.hearth.os.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The room in {@code /boot}, where that is a file system of its own: elsewhere kernels are linked to. */
final class BootRoom {
    private static final String MODULES = "usr/lib/modules";
    /** For the boot loader's entries, and for what a file takes more than it holds. */
    private static final long MARGIN = 1_000_000;

    private final Sysroot sysroot;
    private final Ostree ostree;

    BootRoom(Sysroot sysroot, Ostree ostree) {
        this.sysroot = sysroot;
        this.ostree = ostree;
    }

    /**
     * Makes sure that a commit's kernel finds room, unless it lies there for a deployment that boots the same.
     *
     * @throws NoSpaceInBoot when it does not
     */
    void require(String checksum, List<Deployment> present) {
        if (!isApart()) {
            return;
        }
        var needed = bootFiles(checksum);
        boolean isThere = present.stream()
                .filter(deployment -> !deployment.marks().staged())
                .map(deployment -> bootFiles(deployment.id().checksum()))
                .anyMatch(needed::equals);
        long free = Space.of(sysroot.boot()).free();
        if (!isThere && needed.size() + MARGIN > free) {
            throw new NoSpaceInBoot(sysroot.boot(), needed.size() + MARGIN, free);
        }
    }

    private BootFiles bootFiles(String checksum) {
        return BootFiles.parse(ostree.list(checksum, MODULES));
    }

    private boolean isApart() {
        try {
            return Files.isDirectory(sysroot.boot()) && !device(sysroot.boot()).equals(device(sysroot.repository()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object device(Path path) throws IOException {
        return Files.getAttribute(path, "unix:dev");
    }
}
