package dev.hearth.cli.images;

import dev.hearth.core.prompt.Prompt;
import dev.hearth.images.ImageNarrator;
import dev.hearth.images.supply.Images;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hearth image build}. */
@Command(
        name = "build",
        description = "Make a distribution's image as hearth's own recipe says.",
        footer = {
            "",
            "Examples:",
            "  hearth image build",
            "  hearth image build --distro=debian --release=12 --bootstrap"
        })
public final class ImageBuildCommand implements Runnable {
    private final Supplier<Images> images;
    private final ImageNarrator narrator;
    private final Prompt prompt;

    @Mixin
    private ChoiceOptions options;

    @Option(names = "--bootstrap", description = "Make it from packages alone; no registry is asked.")
    private boolean bootstrap;

    public ImageBuildCommand(Supplier<Images> images, ImageNarrator narrator, Prompt prompt) {
        this.images = images;
        this.narrator = narrator;
        this.prompt = prompt;
    }

    @Override
    public void run() {
        var choice = options.choice(images.get());
        if (bootstrap) {
            images.get().bootstrap(choice, narrator);
        } else {
            images.get().build(choice, narrator, prompt);
        }
    }
}
