package dev.hearth.cli.copies;

import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Sizes;
import dev.hearth.cli.pets.GraceOption;
import dev.hearth.pets.PetName;
import dev.hearth.pets.Pets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hearth export-pet}. */
@Command(
        name = "export-pet",
        description = "Write a pet to a file, for another machine or person.",
        footer = {
            "",
            "The file is an OCI archive: what is in the pet, what it is, and its generations, each as a",
            "layer of what differs. `hearth import-pet` makes a pet of it, and `skopeo` and engines read",
            "it as an image. Homes, directories of the host, volumes and exports are not part of it. It",
            "is readable for you only: a pet may hold secrets, also in what it was before.",
            "",
            "Examples:",
            "  hearth export-pet dev dev.oci.tar",
            "  hearth export-pet dev small.oci.tar --no-history"
        })
public final class ExportPetCommand implements Runnable {
    private final Supplier<Pets> pets;
    private final Path directory;
    private final ConsoleNarrator narrator;
    private final Consent consent;

    @Parameters(index = "0", paramLabel = "PET", description = "The pet.")
    private PetName pet;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
    private Path file;

    @Mixin
    private HistoryOption options;

    @Mixin
    private GraceOption grace;

    public ExportPetCommand(Supplier<Pets> pets, Path directory, ConsoleNarrator narrator, Consent consent) {
        this.pets = pets;
        this.directory = directory;
        this.narrator = narrator;
        this.consent = consent;
    }

    @Override
    public void run() {
        var target = directory.resolve(file);
        if (pets.get().generations().snapshots().plan(pet).stops()) {
            consent.to(List.of(), "Stop the pet '%s' meanwhile?".formatted(pet));
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            consent.to(List.of(), "Replace '%s'?".formatted(target));
        }
        pets.get().archives().export(pet, target, options.history(), grace.grace(), narrator);
        narrator.confirm("The pet '%s' is in '%s', %s".formatted(pet, target, Sizes.text(size(target))));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
