package dev.hearth.between;

import dev.hearth.core.host.OsRelease;
import dev.hearth.guest.GuestFiles;
import dev.hearth.packages.PackageManager;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of packages that are installed in a pet, which its package manager fetches once more. */
final class PetPackageFiles {
    /** The pet says what the file is called. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~%^:-]*\\.(deb|rpm)");

    private final Pets pets;
    private final PetName pet;
    private final Narrator narrator;

    PetPackageFiles(Pets pets, PetName pet, Narrator narrator) {
        this.pets = pets;
        this.pet = pet;
        this.narrator = narrator;
    }

    /** {@return what the pet says it is} */
    OsRelease release() {
        var lines = new ArrayList<String>();
        pets.inside().ask(pet, List.of("cat", "/etc/os-release"), lines::add, narrator);
        return OsRelease.parse(String.join("\n", lines));
    }

    /**
     * {@return the file of a package in the version that is installed, in a directory of the host's}
     *
     * @throws NotInstalled when the pet has no such package
     * @throws PackageFileMissing when its sources do not have that version any more
     */
    Path fetch(PackageManager manager, String name, Path directory) {
        var words = List.of(GuestFiles.PACKAGE_FILE.value(), manager.program(), name);
        try (var answer = new Answer(directory)) {
            int status = pets.inside().administer(pet, words, answer::line, narrator);
            if (answer.version == null) {
                throw new NotInstalled(pet, name);
            }
            if (status != 0 || answer.file == null) {
                throw new PackageFileMissing(pet, name, answer.version, answer.said);
            }
            return answer.file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the in-pet half says, line by line. */
    private static final class Answer implements AutoCloseable {
        private final Path directory;
        private final List<String> said = new ArrayList<>();
        private @Nullable String version;
        private @Nullable Path file;
        private @Nullable OutputStream content;

        private Answer(Path directory) {
            this.directory = directory;
        }

        private void line(String line) {
            var rest = line.substring(line.indexOf(' ') + 1);
            try {
                if (line.startsWith("version ")) {
                    version = rest;
                } else if (line.startsWith("file ") && NAME.matcher(rest).matches()) {
                    file = directory.resolve(rest);
                    content = Files.newOutputStream(file);
                } else if (line.startsWith(" ") && content != null) {
                    content.write(Base64.getDecoder().decode(rest));
                } else if (line.startsWith("said ")) {
                    said.add(rest);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (content != null) {
                content.close();
            }
        }
    }
}
