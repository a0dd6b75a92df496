package dev.hearth.cli;

import dev.hearth.between.MoveJournal;
import dev.hearth.between.PetExports;
import dev.hearth.between.UpgradeJournal;
import dev.hearth.between.WholeUpgrades;
import dev.hearth.cli.between.MoveContext;
import dev.hearth.cli.escalation.Escalation;
import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.os.LayerChanges;
import dev.hearth.cli.os.Requester;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.packages.Screens;
import dev.hearth.cli.pets.NewPet;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.flatpaks.Flatpaks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes what commands work with that are about the base and pets at once. */
record BetweenWiring(
        World world,
        Ports ports,
        Wiring wiring,
        PetSelection selection,
        Escalation escalation,
        ConsoleNarrator narrator,
        Consent consent,
        Output output,
        List<String> arguments) {

    /** {@return what moves packages between them} */
    MoveContext moves() {
        var pets = wiring.withEngine(wiring.pets());
        var state = new PrivateDirectory(world.paths().state(), world.account().uid());
        return new MoveContext(
                this::base,
                this::layers,
                pets,
                selection,
                new NewPet(wiring.settingsOfNewPets(), world.environment()),
                new PetExports(pets, wiring.exportPlaces(), wiring::exportedCall),
                new MoveJournal(state.directory("moves")),
                state.directory("package-files"),
                world.clock(),
                world.random(),
                new Screens(world.terminals()),
                narrator,
                consent,
                output);
    }

    /** {@return what upgrades them together} */
    WholeUpgrades upgrades(@Nullable Path sysroot) {
        var state = new PrivateDirectory(world.paths().state(), world.account().uid());
        return new WholeUpgrades(
                layers(sysroot),
                wiring.pets(),
                new Flatpaks(ports.processes()),
                new UpgradeJournal(state.directory("moves").directory("everything")),
                world.clock(),
                world.random());
    }

    private ChosenBase base(@Nullable Path sysroot) {
        return new OsWiring(world, () -> Optional.ofNullable(sysroot), ports);
    }

    private LayerChanges layers(@Nullable Path sysroot) {
        var absolute = sysroot == null
                ? null
                : world.workingDirectory().resolve(sysroot).normalize();
        var requester = new Requester(world.account(), world.environment(), CommandLineTitle.of(arguments));
        return new LayerChanges(base(sysroot), absolute, requester, escalation, ports.processes(), narrator);
    }
}
