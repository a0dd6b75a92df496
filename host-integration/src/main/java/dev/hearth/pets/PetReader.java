package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the caller's pets among the engine's containers. */
final class PetReader {
    private final ContainerEngine engine;
    private final long owner;

    PetReader(ContainerEngine engine, long owner) {
        this.engine = engine;
        this.owner = owner;
    }

    /**
     * {@return the caller's pets, sorted by name}
     *
     * <p>A container whose specification cannot be read is passed over: one of them must not hide all others.
     */
    List<Pet> list() {
        return among(engine.withLabel(PetSpec.LABEL));
    }

    /** {@return the caller's pets among these containers, as for {@link #list}} */
    List<Pet> among(List<Container> containers) {
        var names = containers.stream().map(Container::name).collect(Collectors.toSet());
        var pets = new ArrayList<Pet>();
        for (var container : containers) {
            name(container)
                    .filter(name -> name.value().equals(container.name()) || !names.contains(name.value()))
                    .flatMap(name -> readable(name, container))
                    .filter(pet -> pet.spec().owner() == owner)
                    .ifPresent(pets::add);
        }
        pets.sort((one, other) -> one.name().compareTo(other.name()));
        return List.copyOf(pets);
    }

    /**
     * {@return the caller's pet of this name}
     *
     * @throws PetNotFound when no container has the name
     * @throws NotYourPet when one has that is no pet, or somebody else's
     * @throws UnreadableSpec when its specification is malformed or newer than this hearth
     */
    Pet get(PetName name) {
        return find(name).orElseThrow(() -> new PetNotFound(name, names()));
    }

    /** {@return the caller's pet of this name, when a container has it; other failures as for {@link #get}} */
    Optional<Pet> find(PetName name) {
        return container(name).map(container -> own(name, container));
    }

    /** {@return the container that has a pet's name; where none has, the one that had it until another was to take it} */
    Optional<Container> container(PetName name) {
        return named(name.value()).or(() -> named(new LeavingName(name).toString()));
    }

    /** {@return those of the containers that no command is making, or has put another in the place of} */
    static List<Container> settled(List<Container> containers) {
        return containers.stream()
                .filter(container -> MakingName.parse(container.name()).isEmpty()
                        && LeavingName.parse(container.name()).isEmpty())
                .toList();
    }

    private Optional<Container> named(String name) {
        return engine.find(name).filter(container -> container.name().equals(name));
    }

    /** {@return the name of the pet that a container is, by its own name} */
    private static Optional<PetName> name(Container container) {
        return PetName.isValid(container.name())
                ? Optional.of(new PetName(container.name()))
                : LeavingName.parse(container.name()).map(LeavingName::pet);
    }

    /** {@return whether a container, by its label, is the caller's, whatever its name} */
    boolean isOwn(Container container) {
        try {
            var spec = SpecLabel.read(container.name(), container.labels().getOrDefault(PetSpec.LABEL, ""));
            return spec.owner() == owner;
        } catch (UnreadableSpec e) {
            return false;
        }
    }

    private List<PetName> names() {
        return list().stream().map(Pet::name).toList();
    }

    private Pet own(PetName name, Container container) {
        var label = container.labels().get(PetSpec.LABEL);
        if (label == null) {
            throw NotYourPet.plainContainer(name);
        }
        var spec = SpecLabel.read(container.name(), label);
        if (spec.owner() != owner) {
            throw NotYourPet.ofAnother(name, spec.owner());
        }
        return new Pet(name, spec, container);
    }

    private static Optional<Pet> readable(PetName name, Container container) {
        try {
            var spec = SpecLabel.read(container.name(), container.labels().getOrDefault(PetSpec.LABEL, ""));
            return Optional.of(new Pet(name, spec, container));
        } catch (UnreadableSpec e) {
            return Optional.empty();
        }
    }
}
