package dev.hearth.os.layer;

import dev.hearth.os.packages.PackageDiff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request on one tree. */
final class LayerRun {
    private static final Pattern NO_SPACE = Pattern.compile(".*(No space left|enough free space|more space needed).*");

    private final Sandbox sandbox;
    private final PackageManager manager;
    private final LayerRequest request;
    private final Consumer<LayerEvent> events;

    LayerRun(Sandbox sandbox, PackageManager manager, LayerRequest request, Consumer<LayerEvent> events) {
        this.sandbox = sandbox;
        this.manager = manager;
        this.request = request;
        this.events = events;
    }

    /**
     * What a try of some items led to.
     *
     * @param installed what the tree has then, when they were installed
     * @param kernelChanged whether it starts with another kernel or initramfs
     * @param var what was in {@code /var} before
     */
    private record Assembly(PackageSet installed, boolean kernelChanged, VarContent var) {}

    Resolution resolve() {
        sandbox.requireWorking();
        var base = manager.installed(SandboxWork.SCRATCH);
        var items = classified(base);
        var found = search(items, some -> solve(some, base));
        return new Resolution(
                found.result().changes(), found.result().downloadBytes(), items.inactive(), setAside(items, found));
    }

    Layered apply() {
        sandbox.requireWorking();
        var base = manager.installed(SandboxWork.SCRATCH);
        var items = classified(base);
        var found = search(items, some -> assemble(some, base));
        var changes = PackageDiff.NONE;
        boolean kernelChanged = false;
        if (!found.items().isEmpty()) {
            var assembly = found.result();
            events.accept(new LayerEvent.Applying());
            new TreeChange(tree(), layer()).carryOut(assembly.var());
            changes = PackageDiff.between(base.installed(), assembly.installed().installed());
            kernelChanged = assembly.kernelChanged();
        }
        var asked = namesAskedFor(items.active().only(found.items()));
        return new Layered(
                changes.added(),
                changes.removed(),
                changes.changed().stream()
                        .filter(each -> asked.contains(each.to().name()))
                        .toList(),
                changes.changed().stream()
                        .filter(each -> !asked.contains(each.to().name()))
                        .toList(),
                items.inactive(),
                setAside(items, found),
                kernelChanged);
    }

    private Classified classified(PackageSet base) {
        var items = new Classification(sandbox, manager, base).of(request.items());
        if (request.strict() && !items.broken().isEmpty()) {
            var first = items.broken().getFirst();
            throw new LayerFailed(first.item(), first.reason());
        }
        if (!request.cacheOnly() && !items.active().items().isEmpty()) {
            events.accept(new LayerEvent.RefreshingLists());
            manager.refresh().forEach(trouble -> events.accept(new LayerEvent.SourceFailed(trouble)));
        }
        return items;
    }

    private <R> Bisection.Found<LayerItem, R> search(Classified items, Function<ItemFiles, R> attempt) {
        var found = Bisection.search(
                items.active().items(), some -> attempted(items.active().only(some), attempt));
        if (request.strict() && !found.culprits().isEmpty()) {
            var first = found.culprits().getFirst();
            throw first.reason() instanceof BaseWouldChange
                    ? new BaseWouldChange(first.item(), first.reason().message())
                    : new LayerFailed(first.item(), first.reason().message());
        }
        return found;
    }

    private <R> Bisection.Try<R> attempted(ItemFiles items, Function<ItemFiles, R> attempt) {
        try {
            return new Bisection.Try.Worked<>(attempt.apply(items));
        } catch (LayerFailed | BaseWouldChange e) {
            if (NO_SPACE.matcher(e.message()).matches()) {
                throw new NoSpaceForLayers(e.message());
            }
            // One that fails by itself is part of the result.
            if (items.items().size() > 1) {
                events.accept(new LayerEvent.Failed(items.items(), e.message()));
            }
            return new Bisection.Try.Failed<>(e);
        }
    }

    private Solution solve(ItemFiles items, PackageSet base) {
        if (items.items().isEmpty()) {
            return Solution.NOTHING;
        }
        events.accept(new LayerEvent.Resolving(items.items()));
        var solution = manager.solve(items, request, base);
        if (!request.mayChangeBase()) {
            requireBaseKept(solution.changes(), namesAskedFor(items));
        }
        return solution;
    }

    private Assembly assemble(ItemFiles items, PackageSet base) {
        var solution = solve(items, base);
        download(items, solution);
        sandbox.work().renew(LayerWork.LAYER);
        fillVar();
        var before = VarContent.from(layer());
        if (solution.packages() > 0) {
            events.accept(new LayerEvent.Installing(solution.packages()));
            manager.install(solution);
        }
        requireNothingLost();
        boolean kernelChanged = makeInitramfs();
        return new Assembly(manager.installed(LayerWork.LAYER), kernelChanged, before);
    }

    /** Scripts find what a machine that runs the base would have there. */
    private void fillVar() {
        if (Files.exists(tree().resolve("usr/bin/systemd-tmpfiles"))) {
            var command = SandboxedCommand.query(List.of("systemd-tmpfiles", "--create", "--prefix=/var"));
            // Some of its lines cannot be followed where no system runs, and are not needed either.
            var _ = sandbox.run(command.in(LayerWork.LAYER));
        }
    }

    private void download(ItemFiles items, Solution solution) {
        if (solution.files().isEmpty()) {
            return;
        }
        if (request.cacheOnly() && solution.downloadBytes() > 0) {
            throw new LayerFailed("It was not fetched before, and nothing is to be fetched now");
        }
        events.accept(new LayerEvent.Downloading(solution.files().size(), solution.downloadBytes()));
        manager.download(items, request, solution);
    }

    private static void requireBaseKept(PackageDiff changes, Set<String> asked) {
        var removed = changes.removed().stream()
                .filter(each -> !asked.contains(each.name()))
                .toList();
        var changed = changes.changed().stream()
                .filter(each -> !asked.contains(each.to().name()))
                .toList();
        if (!removed.isEmpty() || !changed.isEmpty()) {
            throw new BaseWouldChange(removed, changed);
        }
    }

    private static Set<String> namesAskedFor(ItemFiles items) {
        return items.items().stream()
                .map(item -> switch (item) {
                    case LayerItem.Named named -> named.name().split("[=:]", 2)[0];
                    case LayerItem.Removal removal -> removal.name();
                    case LayerItem.Local local -> items.file(local).content().name();
                    case LayerItem.Replacement replacement ->
                        items.file(replacement).content().name();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A script that removes what is not its package's may end well all the same. */
    private void requireNothingLost() {
        var removed = new UpperDirectory(layer()).removed(tree());
        var owned = new ArrayList<String>();
        var candidates = new ArrayList<String>();
        for (var path : removed) {
            if (path.startsWith("/usr/")) {
                candidates.add(path);
            } else if (!path.startsWith("/etc/")) {
                owned.add(path);
            }
        }
        if (owned.isEmpty() && !candidates.isEmpty()) {
            owned.addAll(manager.owned(candidates, LayerWork.LAYER));
        }
        if (!owned.isEmpty()) {
            throw new LayerFailed(
                    "A script removed what belongs to packages of the base, '%s' among it".formatted(owned.getFirst()));
        }
    }

    private boolean makeInitramfs() {
        var kernels = Kernels.of(tree(), layer());
        var remaining = kernels.remaining();
        var initramfs = new Initramfs(sandbox);
        for (var kernel : remaining) {
            if (kernels.come().contains(kernel) || Kernels.changesModules(layer(), kernel)) {
                initramfs.listModules(kernel);
            }
        }
        if (!kernels.concernInitramfs(layer()) || remaining.isEmpty()) {
            return false;
        }
        if (!initramfs.isPossible()) {
            if (!kernels.come().isEmpty()) {
                throw new LayerFailed(
                        "The base has neither dracut nor mkinitramfs to make its kernel's initramfs with");
            }
            return false;
        }
        for (var kernel : remaining) {
            events.accept(new LayerEvent.MakingInitramfs(kernel));
            initramfs.make(kernel);
        }
        return true;
    }

    private static List<SetAside> setAside(Classified items, Bisection.Found<LayerItem, ?> found) {
        var culprits = found.culprits().stream()
                .map(each -> new SetAside(each.item(), each.reason().message()));
        return Stream.concat(items.broken().stream(), culprits).toList();
    }

    private Path tree() {
        return sandbox.work().tree();
    }

    private Path layer() {
        return sandbox.work().resolve(LayerWork.LAYER);
    }
}
