package dev.hearth.os.health;

import dev.hearth.os.program.Action;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A check that a pet of a user's starts.
 *
 * @param pet its name, of which the caller has made sure that it is one
 * @param user whose it is
 */
public record PetCheck(String pet, String user) {
    private static final String USER = "[A-Za-z_][A-Za-z0-9_.-]*";
    private static final String MARK = "# Written by `hearth os health add`: says whether the pet ";
    /** The mark is in the second line. */
    private static final int HEAD = 200;

    public PetCheck {
        if (!user.matches(USER) || !pet.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException("words that a script would have to quote: " + user + ", " + pet);
        }
    }

    /** {@return whether a name can be a user's} */
    public static boolean isUser(String name) {
        return name.matches(USER);
    }

    /** {@return whether a program is such a check} */
    public static boolean isOne(Path file) {
        try (var content = Files.newInputStream(file)) {
            return new String(content.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("\n" + MARK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return what puts it among the checks of a machine}
     *
     * @param launcher of the hearth that is to be asked
     */
    public Action placing(Path root, boolean required, Path launcher) {
        var file = CheckProgram.directory(root, required).resolve("pet-" + user + "-" + pet);
        return new Action.PlaceProgram(file, text(launcher));
    }

    /** Without a login: a rootless engine's runtime directory is there at boot where the user lingers. */
    private String text(Path launcher) {
        return """
                #!/bin/sh
                %4$s'%1$s' of %2$s starts.
                set -eu
                uid=$(id -u %2$s)
                home=$(getent passwd %2$s | cut -d: -f6)
                cd "$home"
                exec runuser -u %2$s -- env -i PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 HOME="$home" USER=%2$s \\
                    LOGNAME=%2$s XDG_RUNTIME_DIR="/run/user/$uid" '%3$s' run -c %1$s true
                """.formatted(pet, user, launcher.toString().replace("'", "'\\''"), MARK);
    }
}
