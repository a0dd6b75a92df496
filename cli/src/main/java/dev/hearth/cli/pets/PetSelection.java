package dev.hearth.cli.pets;

import dev.hearth.cli.projects.Trust;
import dev.hearth.config.Settings;
import dev.hearth.core.host.Environment;
import dev.hearth.devcontainer.DevcontainerFiles;
import dev.hearth.devcontainer.Devcontainers;
import dev.hearth.pets.MeantPet;
import dev.hearth.pets.MeantPet.Source;
import dev.hearth.pets.Pet;
import dev.hearth.pets.PetChoice;
import dev.hearth.pets.PetName;
import dev.hearth.pets.PetNotFound;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides which pet a command is about. */
public final class PetSelection {
    /** Which pet hearth was called in, by way of the bridge. */
    private static final String CALLING_PET = "HEARTH_PET";

    private final PetChoice choice;
    private final DevcontainerFiles projects;
    private final Supplier<Settings> settings;
    private final Supplier<Pets> pets;
    private final Supplier<List<Pet>> listing;
    private final PetPicker picker;
    private final Trust trust;
    private final Path directory;
    private final Environment callers;

    /**
     * Decides for a caller in a directory.
     *
     * @param listing the pets to choose from when nothing names one
     * @param picker has the user choose among several
     */
    public PetSelection(
            PetChoice choice,
            DevcontainerFiles projects,
            Supplier<Settings> settings,
            Supplier<Pets> pets,
            Supplier<List<Pet>> listing,
            PetPicker picker,
            Trust trust,
            Path directory,
            Environment callers) {
        this.choice = choice;
        this.projects = projects;
        this.settings = settings;
        this.pets = pets;
        this.listing = listing;
        this.picker = picker;
        this.trust = trust;
        this.directory = directory;
        this.callers = callers;
    }

    /**
     * {@return the pet that is named, that hearth was called in, that the directory's {@code .hearth} file names, that was made
     * for the project with a devcontainer.json that the directory is in, that is the default, that is the only one, or that
     * the user chooses; absent when there is none at all}
     *
     * @throws SeveralPets when there are several, nothing says which, and nobody can be asked
     * @throws dev.hearth.projects.NotAllowed when the directory's file is not allowed, and nobody can be asked
     */
    public Optional<MeantPet> find(@Nullable PetName named) {
        return Optional.ofNullable(named)
                .map(name -> new MeantPet(name, new Source.CommandLine()))
                .or(this::calling)
                .or(this::ofDirectory)
                .or(this::ofProject)
                .or(this::preferredOne)
                .or(this::only);
    }

    /**
     * {@return the pet that a command is about}
     *
     * @throws NoPetYet when there is none at all
     * @throws SeveralPets when there are several and nothing says which
     * @throws PetNotFound when the one that is meant is not there
     */
    public Pet require(@Nullable PetName named) {
        var meant = find(named).orElseThrow(NoPetYet::new);
        try {
            return pets.get().get(meant.name());
        } catch (PetNotFound missing) {
            throw missing.namedBy(meant.source());
        }
    }

    /** {@return whether the words of the command say which pet is meant, or that it was called in one} */
    public boolean isSaid(@Nullable PetName named) {
        return named != null || calling().isPresent();
    }

    /** {@return the default pet, as it was made so by a command, or else by the configuration} */
    public Optional<PetName> preferred() {
        return preferredOne().map(MeantPet::name);
    }

    private Optional<MeantPet> calling() {
        return callers.get(CALLING_PET)
                .filter(PetName::isValid)
                .map(name -> new MeantPet(new PetName(name), new Source.CallingPet()));
    }

    private Optional<MeantPet> ofDirectory() {
        return choice.ofDirectory(directory).map(file -> {
            var name = PetChoice.named(file);
            trust.require(file, () -> List.of("That commands in its directory mean the pet '%s'".formatted(name)));
            return new MeantPet(name, new Source.DirectoryFile(file.path()));
        });
    }

    /** The file itself is not heeded here, and need not be allowed: the pet was made of what was allowed then. */
    private Optional<MeantPet> ofProject() {
        return projects.project(directory)
                .flatMap(project -> Devcontainers.of(project, listing.get())
                        .map(name -> new MeantPet(name, new Source.Project(project))));
    }

    private Optional<MeantPet> preferredOne() {
        return choice.preferred()
                .map(name -> new MeantPet(name, new Source.ChosenDefault()))
                .or(this::configured);
    }

    private Optional<MeantPet> configured() {
        var setting = settings.get().defaultPet();
        return Optional.ofNullable(setting.value())
                .map(name -> new MeantPet(
                        name, new Source.ConfiguredDefault(setting.origin().text())));
    }

    private Optional<MeantPet> only() {
        // A pet for one session is that session's alone.
        var own = listing.get().stream().filter(pet -> !pet.spec().ephemeral()).toList();
        if (own.size() > 1) {
            return Optional.of(picked(own));
        }
        return own.stream().findFirst().map(pet -> new MeantPet(pet.name(), new Source.OnlyPet()));
    }

    private MeantPet picked(List<Pet> several) {
        return picker.pick(several)
                .map(name -> new MeantPet(name, new Source.CommandLine()))
                .orElseThrow(
                        () -> new SeveralPets(several.stream().map(Pet::name).toList()));
    }
}
