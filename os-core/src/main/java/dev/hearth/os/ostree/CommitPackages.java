package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the packages of a commit of which no more than the package database need be here. */
final class CommitPackages {
    private final Ostree ostree;
    private final PackageDatabase database;

    CommitPackages(Ostree ostree, PackageDatabase database) {
        this.ostree = ostree;
        this.database = database;
    }

    /** {@return the packages by the commit's own database} */
    InstalledPackages read(String checksum) {
        try {
            var tree = Files.createTempDirectory("hearth-packages-");
            try {
                for (var path : PackageDatabase.PLACES) {
                    copyOut(checksum, path, tree.resolve(path));
                }
                return database.read(tree);
            } finally {
                DirectoryTree.delete(tree);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ostree copies what a directory holds, but a file or a link as what it is called. */
    private void copyOut(String checksum, String path, Path target) throws IOException {
        var kind = ostree.kind(checksum, path);
        if (kind.isPresent()) {
            var directory = kind.get() == 'd' ? target : target.getParent();
            ostree.copyOut(checksum, path, Files.createDirectories(directory));
        }
    }
}
