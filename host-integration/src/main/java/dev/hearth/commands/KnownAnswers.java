package dev.hearth.commands;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.pets.PetFollower;
import dev.hearth.pets.PetName;
import java.nio.file.Files;

/** What was answered before, a file for each command, which shells read without hearth while it is fresh. */
public final class KnownAnswers implements PetFollower {
    private final PrivateDirectory directory;

    /** Keeps them in the directory {@code commands} of a cache. */
    public KnownAnswers(PrivateDirectory cache) {
        this.directory = cache.directory("commands");
    }

    /**
     * Keeps an answer.
     *
     * @param line what to say; empty when nobody has the command
     */
    public void keep(CommandName command, String line) {
        PrivateFiles.write(directory.prepared().resolve(command.value()), line.isEmpty() ? "" : line + "\n");
    }

    /** Forgets them all: what pets have has changed. */
    public void forget() {
        if (Files.isDirectory(directory.path())) {
            DirectoryTree.delete(directory.path());
        }
    }

    @Override
    public void removed(PetName name) {
        forget();
    }

    @Override
    public void renamed(PetName from, PetName to) {
        forget();
    }
}
