package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** The boot loader would not boot what hearth makes the default. */
public final class UnsupportedBootLoader extends Failure.Unavailable {
    private static final String HINT =
            "`ostree admin` writes its menu. Where it reads the entries in /boot/loader/entries"
                    + " after all, `ostree config set sysroot.bootloader none` says so.";

    private UnsupportedBootLoader(String message) {
        super(message, HINT);
    }

    static UnsupportedBootLoader configured(String name) {
        return new UnsupportedBootLoader(
                "The boot loader %s has a menu of its own, which hearth does not write".formatted(name));
    }

    static UnsupportedBootLoader with(Path menu) {
        return new UnsupportedBootLoader(
                "The boot loader reads its menu from '%s', which hearth does not write".formatted(menu));
    }
}
