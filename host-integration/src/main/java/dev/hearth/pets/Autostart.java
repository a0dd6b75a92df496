package dev.hearth.pets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Pets that start with the user's login, through the user's systemd.
 *
 * <p>Enabling is a link in the unit directory, as {@code systemctl --user enable} makes it; so it also holds where no
 * systemd runs just now.
 */
final class Autostart {
    private final Path units;
    private final Path launcher;

    /**
     * Keeps units in the user's directory for them.
     *
     * @param units usually {@code ~/.config/systemd/user}
     * @param launcher the hearth that a unit calls
     */
    Autostart(Path units, Path launcher) {
        this.units = units;
        this.launcher = launcher;
    }

    void enable(PetName name) {
        try {
            Files.createDirectories(wants(name).getParent());
            Files.writeString(unit(name), content(name));
            Files.deleteIfExists(wants(name));
            Files.createSymbolicLink(wants(name), unit(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void disable(PetName name) {
        try {
            Files.deleteIfExists(wants(name));
            Files.deleteIfExists(unit(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unit(PetName name) {
        return units.resolve("hearth-pet-" + name + ".service");
    }

    private Path wants(PetName name) {
        return units.resolve("default.target.wants").resolve("hearth-pet-" + name + ".service");
    }

    private String content(PetName name) {
        return """
                [Unit]
                Description=Pet container %s

                [Service]
                Type=oneshot
                RemainAfterExit=yes
                ExecStart=%s start %s
                ExecStop=%s stop %s

                [Install]
                WantedBy=default.target
                """.formatted(name, quoted(launcher), name, quoted(launcher), name);
    }

    /** Quotes a path by the rules of unit files, where per cent signs and dollars have a meaning of their own. */
    private static String quoted(Path path) {
        var escaped = path.toString()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("%", "%%")
                .replace("$", "$$");
        return "\"" + escaped + "\"";
    }
}
