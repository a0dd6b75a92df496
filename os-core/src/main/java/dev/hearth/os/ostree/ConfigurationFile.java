package dev.hearth.os.ostree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads how a repository, or a remote, is configured. */
final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * {@return what a file says; nothing when it is not there}
     *
     * @throws DamagedSysroot when it is no key file
     */
    static KeyFile read(Path file) {
        try {
            return KeyFile.parse(TextFile.read(file));
        } catch (NoSuchFileException _) {
            return KeyFile.EMPTY;
        } catch (KeyFile.Malformed | TextFile.NoText e) {
            throw DamagedSysroot.configuration(file, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
