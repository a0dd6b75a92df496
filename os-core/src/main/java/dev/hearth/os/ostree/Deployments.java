package dev.hearth.os.ostree;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.Deployment.Remarks;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering;
import dev.hearth.os.Marks;
import dev.hearth.os.Unlocked;
import dev.hearth.os.ostree.BootMenu.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which deployments a sysroot holds, from its files alone. */
final class Deployments {
    private static final Pattern TARGET =
            Pattern.compile("(?:\\.\\./)+deploy/([^/]+)/deploy/([0-9a-f]{64})\\.([0-9]{1,9})");

    private final Sysroot sysroot;
    private final Path runningRoot;

    /**
     * @param runningRoot the root directory of what runs now: {@code /}; the deployment that is it, is booted
     */
    Deployments(Sysroot sysroot, Path runningRoot) {
        this.sysroot = sysroot;
        this.runningRoot = runningRoot;
    }

    /** {@return all, in boot order: the first boots by default} */
    List<Deployment> list() {
        var menu = BootMenu.read(sysroot);
        var deployments = new ArrayList<Deployment>();
        for (var item : menu.items()) {
            deployments.add(
                    read(id(menu, item)).withKernelArguments(item.entry().arguments()));
        }
        deployments.stream()
                .filter(deployment -> deployment.marks().booted())
                .findFirst()
                .flatMap(this::staged)
                .ifPresent(deployments::addFirst);
        return withRollback(deployments);
    }

    /** Only what runs can have staged something. */
    private Optional<Deployment> staged(Deployment booted) {
        return StagedDeployment.read(runningRoot).map(staged -> {
            var deployment = read(staged.id());
            return deployment
                    .withMarks(deployment.marks().asStaged())
                    .withKernelArguments(
                            staged.kernelArguments().isEmpty() ? booted.kernelArguments() : staged.kernelArguments());
        });
    }

    /** {@return the menu's items for these deployments, in their order; what is staged has none yet} */
    List<Item> items(BootMenu menu, List<DeploymentId> order) {
        var byId = new HashMap<DeploymentId, Item>();
        menu.items().forEach(item -> byId.put(id(menu, item), item));
        return order.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    private DeploymentId id(BootMenu menu, Item item) {
        var link = sysroot.links(menu.bootVersion()).resolve(item.link().path());
        var id = id(link).orElseThrow(() -> DamagedSysroot.link(link, entry(item)));
        if (!Files.isDirectory(sysroot.deployment(id), LinkOption.NOFOLLOW_LINKS)) {
            throw DamagedSysroot.deployment(sysroot.deployment(id), entry(item));
        }
        return id;
    }

    private Path entry(Item item) {
        return BootMenu.entries(sysroot).resolve(item.fileName());
    }

    private static Optional<DeploymentId> id(Path link) {
        try {
            return Optional.of(TARGET.matcher(Files.readSymbolicLink(link).toString()))
                    .filter(Matcher::matches)
                    .map(target ->
                            new DeploymentId(target.group(1), target.group(2), Integer.parseInt(target.group(3))));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Deployment read(DeploymentId id) {
        var origin = Origin.read(sysroot.originFile(id));
        var object = CommitObject.read(sysroot.repository(), id.checksum());
        var marks = new Marks(isBooted(id), false, origin.isPinned(), false);
        var deployment = Deployment.of(id, origin.source(), object.commit())
                .withMarks(marks)
                .withUnlocked(unlocked(id, origin))
                .withRemarks(remarks(origin));
        return LayerNote.from(object.metadata())
                .map(note -> deployment.withLayering(base(note), note.layering(origin.requested())))
                .orElseGet(() -> withoutEffect(deployment, origin.requested()));
    }

    /** What lasts until the next boot, ostree notes where that does, too. */
    private Unlocked unlocked(DeploymentId id, Origin origin) {
        var notes = runningRoot.resolve("run/ostree/deployment-state/%s.%d".formatted(id.checksum(), id.serial()));
        if (origin.unlocked() != Unlocked.NONE || !isBooted(id)) {
            return origin.unlocked();
        }
        if (Files.exists(notes.resolve("unlocked-development"))) {
            return Unlocked.DEVELOPMENT;
        }
        return Files.exists(notes.resolve("unlocked-transient")) ? Unlocked.TRANSIENT : Unlocked.NONE;
    }

    private static Remarks remarks(Origin origin) {
        var places = new ArrayList<String>();
        origin.updateSources().forEach((name, place) -> places.add(name + " is brought up to date from " + place));
        return new Remarks(null, null, null, null, places, null);
    }

    /** The base itself is deployed, although something was asked of it: none of that could be had. */
    private static Deployment withoutEffect(Deployment deployment, List<String> requested) {
        if (requested.isEmpty()) {
            return deployment;
        }
        var inactive = requested.stream()
                .map(request -> new Layering.Inactive(request, "it is not layered now"))
                .toList();
        return deployment.withLayering(
                deployment.commit(), new Layering(requested, inactive, List.of(), List.of(), List.of(), List.of()));
    }

    private Commit base(LayerNote note) {
        return CommitObject.read(sysroot.repository(), note.base()).commit();
    }

    /** A deployment is booted when its directory is the running root, whatever path leads there. */
    private boolean isBooted(DeploymentId id) {
        return Optional.ofNullable(identity(sysroot.deployment(id)))
                .filter(found -> found.equals(identity(runningRoot)))
                .isPresent();
    }

    private static @Nullable Object identity(Path directory) {
        try {
            var attributes = Files.readAttributes(directory, "unix:dev,ino");
            return List.copyOf(attributes.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returning to an older state means the next one after what runs, or after the default where nothing here runs. */
    private static List<Deployment> withRollback(List<Deployment> deployments) {
        int from = 0;
        for (int at = 0; at < deployments.size(); at++) {
            from = deployments.get(at).marks().booted() ? at : from;
        }
        var marked = new ArrayList<>(deployments);
        for (int at = from + 1; at < marked.size(); at++) {
            var candidate = marked.get(at);
            if (candidate.id().stateroot().equals(marked.get(from).id().stateroot())) {
                marked.set(at, candidate.withMarks(candidate.marks().asRollback()));
                break;
            }
        }
        return List.copyOf(marked);
    }
}
