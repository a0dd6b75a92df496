package dev.hearth.pets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pets that start with the user's login, through the user's systemd.
 *
 * <p>Enabling is a link in the unit directory, as {@code systemctl --user enable} makes it; so it also holds where no
 * systemd runs just now, and a user who disables the unit has it stay so.
 */
final class Autostart {
    private final Path units;
    private final Function<PetName, LoginUnit> maker;

    /**
     * Keeps units in the user's directory for them.
     *
     * @param units usually {@code ~/.config/systemd/user}
     * @param maker makes a pet's unit as this hearth would write it
     */
    Autostart(Path units, Function<PetName, LoginUnit> maker) {
        this.units = units;
        this.maker = maker;
    }

    /** Makes sure that a pet can be enabled once it is there. */
    void prepare() {
        if (!canBeWritten()) {
            throw new UnitsNotWritable(units);
        }
    }

    private boolean canBeWritten() {
        try {
            return Files.isWritable(Files.createDirectories(units.resolve("default.target.wants")))
                    && Files.isWritable(units);
        } catch (IOException e) {
            return false;
        }
    }

    void enable(PetName name) {
        write(name);
        link(name);
    }

    void disable(PetName name) {
        delete(wants(name));
        delete(unit(name));
    }

    /** Lets the unit follow its pet, enabled or not; a user who removed it has it stay so. */
    void rename(PetName from, PetName to) {
        if (!Files.exists(unit(from))) {
            return;
        }
        write(to);
        if (Files.exists(wants(from), LinkOption.NOFOLLOW_LINKS)) {
            link(to);
        }
        disable(from);
    }

    /**
     * Has a pet's unit call this hearth if the one that it calls is gone.
     *
     * @return the one that is gone
     */
    Optional<Path> repair(PetName name) {
        var gone = text(name)
                .flatMap(LoginUnit::launcher)
                .filter(Files::notExists)
                .filter(_ -> Files.isWritable(unit(name)));
        gone.ifPresent(_ -> write(name));
        return gone;
    }

    private Optional<String> text(PetName name) {
        try {
            return Files.isRegularFile(unit(name))
                    ? Optional.of(new String(Files.readAllBytes(unit(name)), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(PetName name) {
        try {
            Files.createDirectories(units);
            Files.writeString(unit(name), maker.apply(name).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void link(PetName name) {
        try {
            Files.createDirectories(units.resolve("default.target.wants"));
            Files.deleteIfExists(wants(name));
            Files.createSymbolicLink(wants(name), unit(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            // Asked first: deleting fails where the home is none at all, such as /dev/null.
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unit(PetName name) {
        return units.resolve(LoginUnit.fileName(name));
    }

    private Path wants(PetName name) {
        return units.resolve("default.target.wants").resolve(LoginUnit.fileName(name));
    }
}
