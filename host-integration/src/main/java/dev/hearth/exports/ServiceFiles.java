package dev.hearth.exports;

import dev.hearth.pets.PetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Units on the host for services of pets. */
record ServiceFiles(ExportFiles files) {

    List<Export> list() {
        return files.list();
    }

    Export write(PetName pet, OfferedUnit service, ExportName name, HearthCall call) {
        var mark = new ExportMark(pet, service.name() + ".service");
        return files.write(name.value(), mark, new ServiceUnit(mark, service, call.fromSession()).text());
    }

    void rename(Export export, PetName to) {
        files.rename(export, to);
    }

    /** Removes a unit, and what enables it. */
    void remove(Export export) {
        if (Files.isDirectory(files.directory())) {
            try (var wants = Files.newDirectoryStream(files.directory(), "*.wants")) {
                for (var wanted : wants) {
                    removeLink(wanted.resolve(export.file().getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        files.delete(export.file());
    }

    private void removeLink(Path link) {
        if (Files.isSymbolicLink(link)) {
            files.delete(link);
        }
    }
}
