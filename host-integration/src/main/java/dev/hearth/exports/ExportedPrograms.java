package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of pets that a directory of the host has. */
public final class ExportedPrograms {
    private final ExportFiles files;
    private final String undo;

    /**
     * Keeps them in a directory, which is made when it is needed.
     *
     * @param undo the command that takes one back, with {@code %s} for its name
     */
    public ExportedPrograms(Path directory, String undo) {
        this.files = ExportFiles.programs(directory);
        this.undo = undo;
    }

    /** {@return where they are} */
    public Path directory() {
        return files.directory();
    }

    /** {@return those that are there, sorted by name} */
    public List<Export> list() {
        return files.list();
    }

    /**
     * Exports a program.
     *
     * @param path of the program in the pet
     */
    public Export write(PetName pet, String path, ExportName name, HearthCall call) {
        var mark = new ExportMark(pet, path);
        return files.write(name.value(), mark, shim(mark, name, call));
    }

    /** {@return whether a program is exported, and calls hearth so} */
    public boolean has(PetName pet, String path, ExportName name, HearthCall call) {
        var file = files.file(name.value());
        return Files.isExecutable(file) && files.text(file).equals(shim(new ExportMark(pet, path), name, call));
    }

    /** Takes one back. */
    public void remove(Export export) {
        files.delete(export.file());
    }

    void rename(Export export, PetName to) {
        files.rename(export, to);
    }

    private String shim(ExportMark mark, ExportName name, HearthCall call) {
        return new Shim(undo.formatted(name), mark, call.fromShell()).text();
    }
}
