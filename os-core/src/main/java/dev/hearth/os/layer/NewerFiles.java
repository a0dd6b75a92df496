package dev.hearth.os.layer;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Processes;
import dev.hearth.core.text.Printable;
import dev.hearth.core.text.Sha256;
import dev.hearth.os.packages.InstalledPackage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for newer versions of packages that came as files, each where its user said. */
public final class NewerFiles {
    private final Processes processes;
    private final LayerCache cache;
    private final Network network;
    private final SandboxLimits limits;

    public NewerFiles(Processes processes, LayerCache cache, Network network, SandboxLimits limits) {
        this.processes = processes;
        this.cache = cache;
        this.network = network;
        this.limits = limits;
    }

    /**
     * {@return the files of those that have a newer version}
     *
     * <p>Newer means of the same name and later in the package manager's order. Where that cannot be found out, it is
     * told, and there is none.
     *
     * @param tree with the package manager to ask
     * @param work a private directory on the tree's file system, emptied before and after
     * @param files the present ones
     */
    public Map<LayerItem.Local, Path> find(
            Path tree,
            Path work,
            Sources sources,
            Map<LayerItem.Local, UpdateSource> files,
            Consumer<LayerEvent> events) {
        try (var opened = LayerWork.open(work, tree)) {
            var sandbox = new Sandbox(processes, opened.sandbox(), network, limits);
            var manager = PackageManager.of(tree, sandbox, cache, sources);
            sandbox.requireWorking();
            var newer = new LinkedHashMap<LayerItem.Local, Path>();
            files.forEach((file, source) -> {
                events.accept(new LayerEvent.LookingForNewer(file, source));
                try {
                    find(manager, opened.sandbox(), file, source).ifPresent(found -> newer.put(file, found));
                } catch (Failure.Cancelled e) {
                    throw e;
                } catch (Failure e) {
                    events.accept(new LayerEvent.StaysAsItIs(file, e.message()));
                }
            });
            return newer;
        }
    }

    private Optional<Path> find(PackageManager manager, SandboxWork work, LayerItem.Local file, UpdateSource source) {
        var present = described(manager, work, file.file());
        var kept = cache.directory("update-from/" + Sha256.of(source.text()));
        var found = switch (source) {
            case UpdateSource.File(var address) ->
                Optional.of(new HttpsFile(network, limits.download()).fetch(address, kept));
            case UpdateSource.Repository repository -> manager.fetchNewer(present, repository, kept);
        };
        return found.filter(each -> isNewer(manager, present, described(manager, work, each)));
    }

    private static InstalledPackage described(PackageManager manager, SandboxWork work, Path file) {
        var name = "candidate" + manager.suffix();
        work.copyIn(file, LayerWork.LOCAL + "/" + name);
        return manager.describe(Sandbox.GIVEN + "local/" + name)
                .orElseThrow(() -> new LayerFailed("There is no package that this base can install"));
    }

    private static boolean isNewer(PackageManager manager, InstalledPackage present, InstalledPackage found) {
        if (!found.name().equals(present.name())) {
            throw new LayerFailed("There is the package " + Printable.line(found.name()) + " instead");
        }
        return manager.order().compare(found.version(), present.version()) > 0;
    }
}
