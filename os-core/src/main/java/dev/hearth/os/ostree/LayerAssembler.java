package dev.hearth.os.ostree;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.os.Layering.Inactive;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.layer.LayerItem;
import dev.hearth.os.layer.LayerRequest;
import dev.hearth.os.layer.Layered;
import dev.hearth.os.layer.Layers;
import dev.hearth.os.layer.Sources;
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
    private final MachineSources sources;
    private final PackageDatabase database;

    LayerAssembler(
            Sysroot sysroot,
            Ostree ostree,
            PackageFiles files,
            Layers layers,
            MachineSources sources,
            PackageDatabase database) {
        this.sysroot = sysroot;
        this.ostree = ostree;
        this.files = files;
        this.layers = layers;
        this.sources = sources;
        this.database = database;
    }

    @Override
    public List<Step> plan(Order order) {
        var work = workplace();
        try {
            ostree.checkOut(order.base(), tree(work));
            var resolution =
                    layers.resolve(tree(work), work.resolve("layer"), sources(order, work), request(order), _ -> {});
            AskedFor.requireMet(order.asked(), resolution.inactive(), resolution.setAside());
            var result = resolution.changes().appliedTo(database.read(tree(work)));
            var present = database.read(sysroot.deployment(order.present()));
            return LayerSteps.of(resolution, PackageDiff.between(present, result));
        } finally {
            DirectoryTree.delete(work);
        }
    }

    @Override
    public Assembled assemble(Order order, Progress progress, Consumer<OsEvent> events) {
        progress.enter(Stage.ASSEMBLE);
        var work = workplace();
        ostree.checkOut(order.base(), tree(work));
        var layered = layers.apply(
                tree(work), work.resolve("layer"), sources(order, work), request(order), LayerSteps.told(events));
        AskedFor.requireMet(order.asked(), layered.inactive(), layered.setAside());
        var note = note(order, layered);
        var setAside = layered.setAside().stream()
                .map(each -> new Inactive(each.item().toString(), each.reason()))
                .toList();
        var outcome = new Assembled(committed(order, note, tree(work), progress), setAside);
        DirectoryTree.delete(work);
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

    private Sources sources(Order order, Path work) {
        return sources.lay(order.configuration(), tree(work), work.resolve("sources"));
    }

    // Named by their titles, as the names of the copies say nothing.
    private LayerItem local(StoredPackage stored) {
        return new LayerItem.Local(files.copy(stored), stored.title());
    }

    private LayerItem replacement(StoredPackage stored) {
        return new LayerItem.Replacement(files.copy(stored), stored.title());
    }

    private Path workplace() {
        var work = sysroot.extension().resolve(Leftovers.WORK);
        DirectoryTree.delete(work);
        return DirectoryTree.makePrivate(work);
    }

    private static Path tree(Path work) {
        return work.resolve("tree");
    }
}
