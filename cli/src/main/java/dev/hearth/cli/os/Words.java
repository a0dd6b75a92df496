package dev.hearth.cli.os;

import java.util.Locale;

/** How constants are written in JSON and on the command line. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
