package dev.hearth.engine.docker;

import dev.hearth.engine.Container;
import dev.hearth.engine.ContainerId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what containers are called, so that failures name them as the user does and not by their ids. */
final class KnownContainers {
    private final Map<String, Names> names = new ConcurrentHashMap<>();

    Container remember(Container container) {
        remember(container.id(), container.name(), container.image());
        return container;
    }

    void remember(ContainerId id, String name, String image) {
        names.put(id.value(), new Names(name, image));
    }

    /** {@return something asked of a container; its name, or else its id, follows the words} */
    Task task(String verb, ContainerId id) {
        var known = names.getOrDefault(id.value(), new Names(id.abbreviated(), ""));
        return Task.onContainer(verb, known.name()).from(known.image());
    }

    private record Names(String name, String image) {}
}
