package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.layer.InvalidUpdateSource;
import dev.hearth.os.layer.LayerItem;
import dev.hearth.os.layer.NewerFiles;
import dev.hearth.os.layer.UpdateSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Brings packages that came as files up to date, where their user said where newer ones are. */
final class UpdatedFiles {
    private final Workbench workbench;
    private final PackageFiles files;
    private final NewerFiles newer;

    UpdatedFiles(Workbench workbench, PackageFiles files, NewerFiles newer) {
        this.workbench = workbench;
        this.files = files;
        this.newer = newer;
    }

    /** {@return what bringing those of an origin up to date takes} */
    static List<Step> steps(Origin origin) {
        return origin.updateSources().entrySet().stream()
                .map(entry -> new Step("Look for a newer " + entry.getKey() + " at " + entry.getValue()))
                .toList();
    }

    /** {@return an origin with the newest files; their copies are kept} */
    Origin in(Origin origin, String base, DeploymentId configuration, Consumer<OsEvent> events) {
        if (origin.updateSources().isEmpty()) {
            return origin;
        }
        try {
            var bench = workbench.lay(base, configuration);
            var found = newer.find(
                    bench.tree(), bench.layer(), bench.sources(), sources(origin, events), LayerSteps.told(events));
            var titles = new LinkedHashMap<String, String>();
            found.forEach((file, path) -> {
                files.keep(path);
                var stored = files.inspect(path);
                events.accept(new OsEvent.Said(file + " is replaced by " + stored.title()));
                titles.put(file.title(), stored.toString());
            });
            return origin.requesting(
                    origin.requested(),
                    origin.requestedLocal().stream()
                            .map(text -> titles.getOrDefault(
                                    StoredPackage.parse(text).title(), text))
                            .toList());
        } finally {
            workbench.clear();
        }
    }

    private Map<LayerItem.Local, UpdateSource> sources(Origin origin, Consumer<OsEvent> events) {
        var places = origin.updateSources();
        var sources = new LinkedHashMap<LayerItem.Local, UpdateSource>();
        for (var stored :
                origin.requestedLocal().stream().map(StoredPackage::parse).toList()) {
            var place = places.get(stored.name());
            if (place != null) {
                try {
                    sources.put(new LayerItem.Local(files.copy(stored), stored.title()), UpdateSource.parse(place));
                } catch (InvalidUpdateSource e) {
                    // Somebody edited the origin; the base is worth upgrading all the same.
                    events.accept(new OsEvent.Warned(stored.title() + " stays as it is: " + e.message()));
                }
            }
        }
        return sources;
    }
}
