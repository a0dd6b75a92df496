package dev.hearth.images.bootstrap;

import dev.hearth.core.process.Command;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What will be done to make a root file system.
 *
 * @param texts files to write in the working directory, by name
 * @param carried files of the host that go into the image
 * @param commands programs to run, in order
 */
record BootstrapPlan(Map<String, String> texts, List<CarriedFile> carried, List<Command> commands) {
    BootstrapPlan {
        texts = new TreeMap<>(texts);
        carried = List.copyOf(carried);
        commands = List.copyOf(commands);
    }
}
