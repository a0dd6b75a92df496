package dev.hearth.cli.packages;

import dev.hearth.cli.output.Format;
import dev.hearth.core.host.Terminals;
import dev.hearth.pets.PackageScreen;

/** Decides where what package managers say is to be seen. */
public record Screens(Terminals terminals) {

    /** {@return where, for a command with these options} */
    public PackageScreen of(boolean quiet, Format format) {
        if (quiet) {
            return PackageScreen.NONE;
        }
        boolean all = terminals.input() && terminals.output() && terminals.error();
        return all && format == Format.TABLE ? PackageScreen.TERMINAL : PackageScreen.LINES;
    }

    /** {@return where, for a command that has several work at once} */
    PackageScreen ofSeveral(boolean quiet) {
        return quiet ? PackageScreen.NONE : PackageScreen.NAMED_LINES;
    }
}
