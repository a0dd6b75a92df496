package dev.hearth.cli.completion;

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

/** The names that there are at the moment, of what command lines can be about; each is asked for when it is needed. */
public record Names(
        Supplier<Pets> pets,
        Supplier<Images> images,
        Supplier<Catalogue> catalogue,
        Supplier<Exports> exports,
        Supplier<BaseOs> base) {

    /**
     * {@return the names of a kind; none of one that is not known}
     *
     * @throws dev.hearth.core.failure.Failure when nobody can tell
     */
    List<String> of(String kind) {
        return switch (kind) {
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
