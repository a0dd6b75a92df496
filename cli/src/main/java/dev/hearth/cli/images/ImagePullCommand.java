package dev.hearth.cli.images;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageNarrator;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Platform;
import dev.hearth.images.supply.Images;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hearth image pull}. */
@Command(
        name = "pull",
        description = "Fetch an image from its registry, or get hold of a distribution's otherwise.",
        footer = {
            "",
            "Examples:",
            "  hearth image pull quay.io/toolbx/ubuntu-toolbox:24.04",
            "  hearth image pull --distro=fedora"
        })
public final class ImagePullCommand implements Runnable {
    private final Supplier<Images> images;
    private final ImageNarrator narrator;
    private final Prompt prompt;

    @Parameters(paramLabel = "IMAGE", arity = "0..1", description = "Its name; else a distribution's image.")
    private @Nullable ImageReference image;

    @Mixin
    private ChoiceOptions options;

    @Option(names = "--platform", paramLabel = "PLATFORM", description = "For linux/arm64 and the like.")
    private @Nullable Platform platform;

    @Spec
    private CommandSpec spec;

    public ImagePullCommand(Supplier<Images> images, ImageNarrator narrator, Prompt prompt) {
        this.images = images;
        this.narrator = narrator;
        this.prompt = prompt;
    }

    @Override
    public void run() {
        if (image == null) {
            images.get().ensure(options.choice(images.get()), platform, narrator, prompt);
        } else if (options.isUsed()) {
            throw new ParameterException(spec.commandLine(), "An image and a distribution cannot both be asked for");
        } else {
            images.get().pull(image, platform, narrator);
        }
    }
}
