package dev.hearth.os.live;

import dev.hearth.os.packages.InstalledPackage;
import java.nio.file.Path;
import java.util.List;

/**
 * What the next deployment has more than the one that runs, and can be added to that. All paths are relative to the root.
 *
 * @param packages that it has more
 * @param added files, links, and directories with all that is in them, below {@code usr}
 * @param renewed files below {@code usr} that no package owns: caches and databases of what there is
 * @param configuration files below {@code etc} that are not there, or are as the running deployment delivered them
 * @param kept configuration that both sides have changed, and that stays as it is until the next boot
 */
public record LiveAddition(
        List<InstalledPackage> packages,
        List<Path> added,
        List<Path> renewed,
        List<Path> configuration,
        List<Path> kept) {
    public LiveAddition {
        packages = List.copyOf(packages);
        added = List.copyOf(added);
        renewed = List.copyOf(renewed);
        configuration = List.copyOf(configuration);
        kept = List.copyOf(kept);
    }

    /** {@return whether something came, or was renewed, below a directory} */
    boolean concerns(String directory) {
        return added.stream()
                .anyMatch(
                        path -> path.startsWith(directory) || Path.of(directory).startsWith(path));
    }
}
