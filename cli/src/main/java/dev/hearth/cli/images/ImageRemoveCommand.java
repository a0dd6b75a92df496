package dev.hearth.cli.images;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Each;
import dev.hearth.images.ImageName;
import dev.hearth.images.supply.Images;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth image rm}. */
@Command(
        name = "rm",
        description = "Remove images that no pet was made from.",
        footer = {"", "Examples:", "  hearth image rm localhost/hearth/debian:12"})
public final class ImageRemoveCommand implements Callable<Integer> {
    private final Supplier<Images> images;
    private final Each each;
    private final ConsoleNarrator narrator;

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "Names or ids of images.")
    private List<ImageName> names = List.of();

    public ImageRemoveCommand(Supplier<Images> images, Each each, ConsoleNarrator narrator) {
        this.images = images;
        this.each = each;
        this.narrator = narrator;
    }

    @Override
    public Integer call() {
        return each.run(names, name -> {
            images.get().remove(name.text());
            narrator.confirm("The image '%s' is gone".formatted(name));
        });
    }
}
