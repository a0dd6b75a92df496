package dev.hearth.os.etc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of accounts: one line each, which begins with the name; the fields are parted by colons. */
enum AccountFile {
    PASSWD,
    GROUP,
    SHADOW,
    GSHADOW,
    SUBUID,
    SUBGID;

    static Optional<AccountFile> of(Path path) {
        return Stream.of(values()).filter(file -> file.path().equals(path)).findFirst();
    }

    Path path() {
        return Path.of(name().toLowerCase(Locale.ROOT));
    }

    /** {@return whether a field holds an id, which files on the disk have too and which therefore stays} */
    boolean isNumber(int field) {
        return switch (this) {
            case PASSWD -> field == 2 || field == 3;
            case GROUP -> field == 2;
            case SUBUID, SUBGID -> true;
            case SHADOW, GSHADOW -> false;
        };
    }

    /** {@return whether a field lists names, parted by commas} */
    boolean isList(int field) {
        return switch (this) {
            case GROUP -> field == 3;
            case GSHADOW -> field == 2 || field == 3;
            case PASSWD, SHADOW, SUBUID, SUBGID -> false;
        };
    }

    boolean holdsRanges() {
        return this == SUBUID || this == SUBGID;
    }

    boolean holdsIds() {
        return this == PASSWD || this == GROUP;
    }
}
