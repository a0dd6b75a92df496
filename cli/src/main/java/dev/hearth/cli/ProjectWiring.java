package dev.hearth.cli;

import dev.hearth.cli.exports.Exporting;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.projects.Trust;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.process.Processes;
import dev.hearth.devcontainer.DevcontainerFiles;
import dev.hearth.devcontainer.Devcontainers;
import dev.hearth.exports.Exports;
import dev.hearth.manifests.Freezing;
import dev.hearth.manifests.ManifestFiles;
import dev.hearth.manifests.ManifestReader;
import dev.hearth.manifests.Manifests;
import dev.hearth.pets.PetChoice;
import dev.hearth.pets.Pets;
import dev.hearth.projects.Allowances;
import dev.hearth.projects.ProjectSearch;
import java.util.function.Supplier;

/** Puts together what commands need that heed files of projects. */
final class ProjectWiring {
    private static final String ALLOWED = "allowed";

    private final World world;
    private final ConsoleNarrator narrator;
    private final ConsolePrompt prompt;

    ProjectWiring(World world, ConsoleNarrator narrator, ConsolePrompt prompt) {
        this.world = world;
        this.narrator = narrator;
        this.prompt = prompt;
    }

    Allowances allowances() {
        return new Allowances(state().directory(ALLOWED), world.clock());
    }

    Trust trust() {
        return new Trust(allowances(), prompt, narrator);
    }

    PetChoice choice() {
        return new PetChoice(state(), search());
    }

    ManifestFiles files() {
        var reader = new ManifestReader(world.account().home(), world.environment());
        return new ManifestFiles(reader, search(), world.workingDirectory());
    }

    DevcontainerFiles devcontainerFiles() {
        return new DevcontainerFiles(search());
    }

    Supplier<Devcontainers> devcontainers(Wiring wiring, Supplier<Pets> pets, Processes processes) {
        return new Lazy<>(() -> new Devcontainers(
                pets,
                wiring.engineFacts(),
                wiring.settingsOfNewPets(),
                processes,
                world.account(),
                world.environment()));
    }

    Supplier<Manifests> manifests(Wiring wiring, Exporting exporting) {
        var pets = wiring.withEngine(wiring.pets());
        return new Lazy<>(() ->
                new Manifests(pets.get(), wiring.settingsOfNewPets().get(), exporting.exports(), exporting::export));
    }

    Supplier<Freezing> freezing(Wiring wiring) {
        return () -> new Freezing(
                wiring.pets().get(),
                new Exports(wiring.exportPlaces()),
                wiring.catalogue().get());
    }

    private ProjectSearch search() {
        return new ProjectSearch(world.account().home(), world.account().uid());
    }

    private PrivateDirectory state() {
        return new PrivateDirectory(world.paths().state(), world.account().uid());
    }
}
