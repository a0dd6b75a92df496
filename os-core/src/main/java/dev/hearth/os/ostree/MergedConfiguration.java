package dev.hearth.os.ostree;

import dev.hearth.os.OsEvent;
import dev.hearth.os.etc.ConfigMerge;
import dev.hearth.os.etc.EtcSources;
import dev.hearth.os.etc.MergePlan;
import dev.hearth.os.etc.MergedEtc;
import dev.hearth.os.etc.ResolutionStore;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Merges the configuration three-way, where ostree by itself keeps every file whole that was changed locally.
 *
 * <p>Conflicts that nobody has decided keep what is local, and are told.
 */
final class MergedConfiguration implements Rollout.Configuration {
    private static final String ETC = "etc";

    private final ConfigMerge merge;
    private final ResolutionStore resolutions;

    MergedConfiguration(ConfigMerge merge, ResolutionStore resolutions) {
        this.merge = merge;
        this.resolutions = resolutions;
    }

    @Override
    public void merge(Path from, Path to, Consumer<OsEvent> events) {
        var plan = plan(from, to);
        new MergedEtc(to.resolve(ETC)).write(plan);
        if (!plan.conflicts().isEmpty()) {
            events.accept(new OsEvent.Warned("Changed both locally and by the new version, and left as it is locally: "
                    + plan.conflicts().keySet().stream()
                            .map(path -> "/etc/" + path)
                            .collect(Collectors.joining(", "))));
        }
        if (!plan.outdated().isEmpty()) {
            resolutions.write(resolutions.read().without(plan.outdated()));
        }
    }

    private MergePlan plan(Path from, Path to) {
        Path defaults = Path.of("usr", ETC);
        var sources = EtcSources.read(from.resolve(defaults), to.resolve(defaults), from.resolve(ETC));
        return merge.plan(sources, resolutions.read());
    }
}
