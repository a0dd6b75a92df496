package dev.hearth.cli.between;

import dev.hearth.between.MoveJournal;
import dev.hearth.between.PetExports;
import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.os.LayerChanges;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.packages.Screens;
import dev.hearth.cli.pets.NewPet;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What commands that move packages work with.
 *
 * @param bases the host's base, or that of a sysroot
 * @param layers the same, to be changed
 * @param files where files of packages are kept meanwhile
 */
public record MoveContext(
        Function<@Nullable Path, ChosenBase> bases,
        Function<@Nullable Path, LayerChanges> layers,
        Supplier<Pets> pets,
        PetSelection selection,
        NewPet newPet,
        PetExports exports,
        MoveJournal journal,
        PrivateDirectory files,
        InstantSource clock,
        RandomGenerator random,
        Screens screens,
        ConsoleNarrator narrator,
        Consent consent,
        Output output) {}
