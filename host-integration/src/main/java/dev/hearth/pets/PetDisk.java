package dev.hearth.pets;

import dev.hearth.engine.ContainerEngine;
import dev.hearth.generations.Generations;
import dev.hearth.images.ImageStore;
import dev.hearth.images.LocalImage;
import dev.hearth.pets.DiskUse.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts what pets take on the disk, and all that is there because of them. */
public final class PetDisk {
    private static final String MADE_HERE = "localhost/hearth/";
    private static final String SAVED = "generation:";

    private final ContainerEngine engine;
    private final ImageStore images;
    private final PetReader pets;
    private final Generations generations;
    private final PetContents contents;
    private final long owner;
    private final Path cache;

    PetDisk(
            ContainerEngine engine,
            ImageStore images,
            PetReader pets,
            Generations generations,
            PetContents contents,
            long owner,
            Path cache) {
        this.engine = engine;
        this.images = images;
        this.pets = pets;
        this.generations = generations;
        this.contents = contents;
        this.owner = owner;
        this.cache = cache;
    }

    /** {@return all of it, kind by kind} */
    public List<DiskUse> use() {
        var containers = engine.withLabel(PetSpec.LABEL);
        var own = pets.among(containers);
        var all = new ArrayList<DiskUse>();
        own.forEach(pet -> all.add(new DiskUse(
                Kind.PET,
                pet.name().value(),
                1,
                engine.files().written(pet.container().id()))));
        all.addAll(generations(own));
        images.images().stream()
                .filter(image -> isOfPets(image, own))
                .forEach(image -> all.addAll(stored(Kind.IMAGE, image.displayName(), image)));
        own.forEach(pet -> all.addAll(content(pet)));
        var left = contents.without(PetReader.settled(containers)).values().stream()
                .flatMap(List::stream)
                .toList();
        if (!left.isEmpty()) {
            long bytes = left.stream().mapToLong(LocalImage::size).sum();
            all.add(new DiskUse(Kind.LEFTOVERS, "", left.size(), bytes));
        }
        all.add(cached());
        return List.copyOf(all);
    }

    /** What a pet was made with is one of its generations, which is counted, unless it comes from elsewhere. */
    private List<DiskUse> content(Pet pet) {
        return contents
                .find(pet)
                .map(image -> stored(Kind.CONTENT, pet.name().value(), image))
                .orElse(List.of())
                .stream()
                .filter(use ->
                        use.kind() != Kind.CONTENT || contents.standsOn(pet).isEmpty())
                .toList();
    }

    /** What is no layer, and more than the image's configuration, is a copy. */
    private List<DiskUse> stored(Kind kind, String name, LocalImage image) {
        long layers = images.layers(image.id());
        long copied = image.size() - layers;
        return copied > layers / 2
                ? List.of(new DiskUse(kind, name, 1, layers), new DiskUse(Kind.MAPPED_COPY, name, 1, copied))
                : List.of(new DiskUse(kind, name, 1, image.size()));
    }

    private List<DiskUse> generations(List<Pet> own) {
        var names = own.stream()
                .collect(Collectors.toMap(pet -> GenerationSaver.identity(pet.spec()), Pet::name, (first, _) -> first));
        var all = new ArrayList<DiskUse>();
        generations.all(owner).forEach((identity, saved) -> {
            var name = names.get(identity);
            all.add(new DiskUse(
                    name == null ? Kind.ORPHANED_GENERATIONS : Kind.GENERATIONS,
                    name == null ? identity.made().toString() : name.value(),
                    saved.size(),
                    saved.stream()
                            .mapToLong(generation -> generation.changed().bytes())
                            .sum()));
        });
        all.sort((one, other) -> one.kind() == other.kind()
                ? one.name().compareTo(other.name())
                : one.kind().compareTo(other.kind()));
        return all;
    }

    private static boolean isOfPets(LocalImage image, List<Pet> own) {
        boolean made = image.names().stream().anyMatch(name -> name.startsWith(MADE_HERE) && !name.contains(SAVED));
        return made
                || own.stream()
                        .anyMatch(pet -> image.names().contains(pet.spec().image()));
    }

    private DiskUse cached() {
        try (var files = Files.walk(cache)) {
            var sizes = files.filter(Files::isRegularFile).map(PetDisk::size).toList();
            return new DiskUse(
                    Kind.CACHE,
                    "",
                    sizes.size(),
                    sizes.stream().mapToLong(Long::longValue).sum());
        } catch (NoSuchFileException e) {
            return new DiskUse(Kind.CACHE, "", 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // It went while it was counted.
            return 0;
        }
    }
}
