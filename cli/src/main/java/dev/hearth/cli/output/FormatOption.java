package dev.hearth.cli.output;

import picocli.CommandLine.Option;

/** The option of every command that lists or inspects. */
public final class FormatOption {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "For people (table) or for programs (json).")
    private Format format = Format.TABLE;

    /** {@return the format asked for} */
    public Format format() {
        return format;
    }
}
