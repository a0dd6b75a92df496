package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.EtcSources;
import dev.hearth.os.etc.MergedEtc;
import dev.hearth.os.etc.ResolutionStore;
import dev.hearth.os.layer.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The package sources that a machine will have: those of its configuration, merged with a new tree's defaults.
 *
 * <p>Neither alone would do: users add sources and keys to {@code /etc}, and a base of the next release comes with other
 * sources than the one before.
 */
final class MachineSources {
    private static final Path DEFAULTS = Path.of("usr", "etc");

    private final Sysroot sysroot;
    private final ConfigMerge merge;
    private final ResolutionStore resolutions;

    MachineSources(Sysroot sysroot, ConfigMerge merge, ResolutionStore resolutions) {
        this.sysroot = sysroot;
        this.merge = merge;
        this.resolutions = resolutions;
    }

    /**
     * Writes them down.
     *
     * @param configuration the deployment whose configuration goes over
     * @param tree the new one
     * @param directory to make
     */
    Sources lay(DeploymentId configuration, Path tree, Path directory) {
        var old = sysroot.deployment(configuration);
        for (var part : Sources.DIRECTORIES) {
            var fresh = tree.resolve(DEFAULTS).resolve(part);
            var local = old.resolve("etc").resolve(part);
            if (Files.isDirectory(fresh) || Files.isDirectory(local)) {
                var missing = create(directory.resolve("missing"));
                var sources = EtcSources.read(
                        orElse(old.resolve(DEFAULTS).resolve(part), missing),
                        orElse(fresh, missing),
                        orElse(local, missing));
                var plan = merge.plan(sources, resolutions.read().below(part));
                new MergedEtc(create(directory.resolve(part))).write(plan);
            }
        }
        return Sources.in(directory);
    }

    private static Path orElse(Path directory, Path otherwise) {
        return Files.isDirectory(directory) ? directory : otherwise;
    }

    private static Path create(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
