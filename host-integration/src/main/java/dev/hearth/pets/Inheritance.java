package dev.hearth.pets;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.Mount;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a container has from the one whose place it takes, beyond the files in their common image.
 *
 * @param volumes nameless ones, which the image had asked for
 * @param dropped variables that the image sets since the old container had them, and the new one is not to have
 * @param overridesPath whether the search path that the image sets was asked for, for the old container
 */
record Inheritance(List<Mount.HandedOn> volumes, Set<String> dropped, boolean overridesPath) {
    static final Inheritance NONE = new Inheritance(List.of(), Set.of(), false);

    Inheritance {
        volumes = List.copyOf(volumes);
        dropped = Set.copyOf(dropped);
    }

    /**
     * {@return what the container of a pet hands on to the next one}
     *
     * @param next what is to be made
     */
    static Inheritance of(PetContainer containers, Pet old, Successor next) {
        var spec = next.spec();
        var volumes = nameless(old.spec(), old.container()).stream()
                .filter(volume -> spec.volumes().stream()
                        .noneMatch(other -> other.target().equals(volume.target())))
                .toList();
        var content = next.content();
        if (content == null) {
            return new Inheritance(volumes, Set.of(), false);
        }
        return new Inheritance(
                volumes,
                containers.variableNames(content).stream()
                        .filter(name -> !containers.variableNames(spec).contains(name))
                        .collect(Collectors.toSet()),
                content.environment().containsKey("PATH"));
    }

    /** {@return the volumes of a pet's container that nobody named} */
    static List<Mount.HandedOn> nameless(PetSpec spec, Container container) {
        Set<ContainerPath> named = spec.volumes().stream().map(Volume::target).collect(Collectors.toSet());
        return container.volumes().stream()
                .filter(volume -> !named.contains(volume.target()))
                .filter(volume -> !volume.name().startsWith(Mount.Overlay.PREFIX))
                .map(volume -> new Mount.HandedOn(volume.name(), volume.target()))
                .toList();
    }
}
