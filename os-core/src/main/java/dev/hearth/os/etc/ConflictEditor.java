package dev.hearth.os.etc;

import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.files.PrivateFiles;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Lets somebody make one text of a conflict, in an editor on their terminal. */
public final class ConflictEditor {
    private final Processes processes;
    private final List<String> editor;
    private final PrivateDirectory directory;

    /**
     * Edits with a program.
     *
     * @param editor the program and its first arguments; the file's name follows
     * @param directory where the text lies meanwhile; it may hold a secret
     */
    public ConflictEditor(Processes processes, List<String> editor, PrivateDirectory directory) {
        this.processes = processes;
        this.editor = List.copyOf(editor);
        this.directory = directory;
    }

    /**
     * {@return what was made of the conflict}
     *
     * @throws NothingToEdit when it is no conflict of lines
     * @throws EditingFailed when the editor says so by its status, or the file is gone
     * @throws MarkersLeft when there are lines still that nobody has decided
     */
    public Resolution.Edited edit(Path path, Decision.Conflict conflict) {
        var marked = conflict.marked();
        if (marked == null) {
            throw new NothingToEdit(path);
        }
        // Of the same name, by which an editor knows what language it is.
        var file = directory.prepared().resolve(String.valueOf(path.getFileName()));
        try {
            PrivateFiles.write(file, marked);
            int status = processes.runAttached(Command.of(editor).with(file.toString()));
            if (status != 0) {
                throw new EditingFailed(editor.getFirst(), status);
            }
            var text = Files.readString(file);
            if (TextMerge.hasMarkers(text)) {
                throw new MarkersLeft(path);
            }
            return new Resolution.Edited(text);
        } catch (NoSuchFileException e) {
            throw new EditingFailed(editor.getFirst(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
