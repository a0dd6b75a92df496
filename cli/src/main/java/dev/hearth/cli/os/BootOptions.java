package dev.hearth.cli.os;

import picocli.CommandLine.Option;

/** The options of every command after which something else may boot. */
final class BootOptions {
    @Option(
            names = "--skip-checks",
            description = "Do not look first whether what is to boot would work (plain ostree only).")
    private boolean skipChecks;

    @Option(names = "--reboot", description = "Reboot at once when there is something new to boot.")
    private boolean reboot;

    boolean skipChecks() {
        return skipChecks;
    }

    boolean reboot() {
        return reboot;
    }
}
