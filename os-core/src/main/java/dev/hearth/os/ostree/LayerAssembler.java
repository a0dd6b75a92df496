package dev.hearth.os.ostree;

import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering.Inactive;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.layer.LayerItem;
import dev.hearth.os.layer.LayerRequest;
import dev.hearth.os.layer.Layered;
import dev.hearth.os.layer.Layers;
import dev.hearth.os.layer.PackageSearch;
import dev.hearth.os.ostree.Transactions.Progress;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageDiff;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Assembles by laying packages onto a checkout of the base, and committing that. */
final class LayerAssembler implements Assembler {
    private static final String VERSION = "version";

    private final Sysroot sysroot;
    private final Ostree ostree;
    private final PackageFiles files;
    private final Layers layers;
    private final PackageSearch search;
    private final UpdatedFiles updates;
    private final Workbench workbench;
    private final PackageDatabase database;

    LayerAssembler(
            Sysroot sysroot,
            Ostree ostree,
            PackageFiles files,
            Layers layers,
            PackageSearch search,
            UpdatedFiles updates,
            Workbench workbench,
            PackageDatabase database) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.files = files;
        this.layers = layers;
        this.search = search;
        this.updates = updates;
        this.workbench = workbench;
        this.database = database;
    }

    @Override
    public List<Step> plan(Order order) {
        try {
            var bench = workbench.lay(order.base(), order.configuration());
            var resolution = layers.resolve(bench.tree(), bench.layer(), bench.sources(), request(order), _ -> {});
            AskedFor.requireMet(order.asked(), resolution.inactive(), resolution.setAside());
            var result = resolution.changes().appliedTo(database.read(bench.tree()));
            var present = database.read(sysroot.deployment(order.present()));
            return LayerSteps.of(resolution, PackageDiff.between(present, result));
        } finally {
            workbench.clear();
        }
    }

    @Override
    public Origin updated(Origin origin, String base, DeploymentId configuration, Consumer<OsEvent> events) {
        return updates.in(origin, base, configuration, events);
    }

    @Override
    public List<FoundPackage> search(String base, DeploymentId configuration, List<String> words) {
        try {
            var bench = workbench.lay(base, configuration);
            return search.find(bench.tree(), bench.layer(), bench.sources(), words);
        } finally {
            workbench.clear();
        }
    }

    @Override
    public Assembled assemble(Order order, Progress progress, Consumer<OsEvent> events) {
        progress.enter(Stage.ASSEMBLE);
        var bench = workbench.lay(order.base(), order.configuration());
        var layered =
                layers.apply(bench.tree(), bench.layer(), bench.sources(), request(order), LayerSteps.told(events));
        AskedFor.requireMet(order.asked(), layered.inactive(), layered.setAside());
        var note = note(order, layered);
        var setAside = layered.setAside().stream()
                .map(each -> new Inactive(each.item().toString(), each.reason()))
                .toList();
        var outcome = new Assembled(committed(order, note, bench.tree(), progress), setAside);
        workbench.clear();
        return outcome;
    }

    private String committed(Order order, LayerNote note, Path tree, Progress progress) {
        if (note.changesNothing()) {
            return order.base();
        }
        var deployed = order.present().checksum();
        var present =
                LayerNote.from(CommitObject.read(sysroot.repository(), deployed).metadata());
        if (present.filter(note::equals).isPresent()) {
            return deployed;
        }
        progress.enter(Stage.COMMIT);
        var refs = new OwnRefs(ostree);
        refs.keepBase(order.base());
        var checksum = ostree.commit(tree, order.base(), metadata(order.base(), note));
        refs.keepLayer(checksum);
        return checksum;
    }

    private Map<String, String> metadata(String base, LayerNote note) {
        var metadata = new LinkedHashMap<>(note.metadata());
        CommitObject.read(sysroot.repository(), base)
                .metadata()
                .text(VERSION)
                .ifPresent(version -> metadata.put(VERSION, LayerNote.text(version)));
        return metadata;
    }

    private static LayerNote note(Order order, Layered layered) {
        var inactive = new ArrayList<Inactive>();
        layered.inactive().forEach(each -> inactive.add(new Inactive(each.item().toString(), each.why())));
        layered.setAside().forEach(each -> inactive.add(new Inactive(each.item().toString(), each.reason())));
        var without = inactive.stream().map(Inactive::request).toList();
        var origin = order.origin();
        return new LayerNote(
                order.base(),
                LayerState.digest(layered),
                origin.requested().stream()
                        .filter(name -> !without.contains(name))
                        .toList(),
                origin.requestedLocal().stream()
                        .map(text -> StoredPackage.parse(text).title())
                        .filter(title -> !without.contains(title))
                        .toList(),
                inactive,
                layered.removed(),
                layered.replaced());
    }

    private LayerRequest request(Order order) {
        var origin = order.origin();
        var items = new ArrayList<LayerItem>();
        origin.removals().forEach(name -> items.add(new LayerItem.Removal(name)));
        origin.replacements().forEach(text -> items.add(replacement(StoredPackage.parse(text))));
        origin.requestedLocal().forEach(text -> items.add(local(StoredPackage.parse(text))));
        origin.requested().forEach(name -> items.add(new LayerItem.Named(name)));
        return new LayerRequest(items, order.strict(), order.cacheOnly(), false);
    }

    // Named by their titles, as the names of the copies say nothing.
    private LayerItem local(StoredPackage stored) {
        return new LayerItem.Local(files.copy(stored), stored.title());
    }

    private LayerItem replacement(StoredPackage stored) {
        return new LayerItem.Replacement(files.copy(stored), stored.title());
    }
}
