package dev.hearth.images.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The programs with which distributions install packages. */
public enum PackageManager {
    APT,
    DNF,
    PACMAN,
    ZYPPER,
    APK;

    /** {@return the program of this name} */
    static Optional<PackageManager> find(String program) {
        return Arrays.stream(values())
                .filter(manager -> manager.program().equals(program))
                .findFirst();
    }

    /** {@return the names of all} */
    static List<String> programs() {
        return Arrays.stream(values()).map(PackageManager::program).toList();
    }

    /** {@return the program's name} */
    public String program() {
        return name().toLowerCase(Locale.ROOT);
    }
}
