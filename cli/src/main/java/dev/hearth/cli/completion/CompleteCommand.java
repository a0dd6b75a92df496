package dev.hearth.cli.completion;

import dev.hearth.cli.output.Output;
import dev.hearth.core.failure.Failure;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.catalogue.Distribution;
import dev.hearth.images.supply.Images;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth complete}: the names that completion scripts offer. */
@Command(name = "complete", hidden = true, description = "Print names for completion scripts.")
public final class CompleteCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Supplier<Images> images;
    private final Supplier<Catalogue> catalogue;
    private final Output output;

    @Parameters(paramLabel = "WHAT", description = "pets, images or distros.")
    private String what;

    public CompleteCommand(Supplier<Pets> pets, Supplier<Images> images, Supplier<Catalogue> catalogue, Output output) {
        this.pets = pets;
        this.images = images;
        this.catalogue = catalogue;
        this.output = output;
    }

    @Override
    public void run() {
        try {
            output.lines(names());
        } catch (Failure e) {
            // Somebody presses the tab key: nothing to offer is all there is to say.
        }
    }

    private List<String> names() {
        return switch (what) {
            case "pets" ->
                pets.get().list().stream().map(Pet::name).map(Object::toString).toList();
            case "images" ->
                images.get().local().stream()
                        .flatMap(image -> image.names().stream())
                        .toList();
            case "distros" ->
                catalogue.get().distributions().stream().map(Distribution::id).toList();
            default -> List.of();
        };
    }
}
