package dev.hearth.cli.completion;

import dev.hearth.cli.output.Output;
import dev.hearth.core.failure.Failure;
import dev.hearth.exports.Export;
import dev.hearth.exports.Exports;
import dev.hearth.images.catalogue.Catalogue;
import dev.hearth.images.catalogue.Distribution;
import dev.hearth.images.supply.Images;
import dev.hearth.os.BaseOs;
import dev.hearth.os.Deployment;
import dev.hearth.pets.Pets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hearth complete}: the names that completion scripts offer. */
@Command(name = "complete", hidden = true, description = "Print names for completion scripts.")
public final class CompleteCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Supplier<Images> images;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<Exports> exports;
    private final Supplier<BaseOs> base;
    private final Output output;

    @Parameters(paramLabel = "WHAT", description = "pets, images, distros, exports, deployments or requests.")
    private String what;

    public CompleteCommand(
            Supplier<Pets> pets,
            Supplier<Images> images,
            Supplier<Catalogue> catalogue,
            Supplier<Exports> exports,
            Supplier<BaseOs> base,
            Output output) {
        this.pets = pets;
        this.images = images;
        this.catalogue = catalogue;
        this.exports = exports;
        this.base = base;
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
            case "pets" -> pets.get().names();
            case "images" ->
                images.get().local().stream()
                        .flatMap(image -> image.names().stream())
                        .toList();
            case "distros" ->
                catalogue.get().distributions().stream().map(Distribution::id).toList();
            case "exports" ->
                exports.get().list().stream().map(Export::name).distinct().toList();
            case "deployments" ->
                IntStream.range(0, base.get().status().deployments().size())
                        .mapToObj(Integer::toString)
                        .toList();
            case "requests" ->
                base.get().status().next().map(Deployment::layering).stream()
                        .flatMap(layering -> layering.requested().stream())
                        .toList();
            default -> List.of();
        };
    }
}
