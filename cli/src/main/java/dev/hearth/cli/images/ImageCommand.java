package dev.hearth.cli.images;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hearth image}, which only has commands of its own. */
@Command(
        name = "image",
        description = "List, fetch, make and remove the images that pets are made from.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Examples:", "  hearth image list", "  hearth image pull --distro=fedora"})
public final class ImageCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do with images is missing");
    }
}
