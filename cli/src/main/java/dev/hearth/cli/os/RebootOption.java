package dev.hearth.cli.os;

import picocli.CommandLine.Option;

/** The option of every command after which something else may boot. */
final class RebootOption {
    @Option(names = "--reboot", description = "Reboot at once when there is something new to boot.")
    private boolean reboot;

    boolean reboot() {
        return reboot;
    }
}
