package dev.hearth.images.bootstrap;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.images.Transfer;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.recipe.BootstrapMethod;
import dev.hearth.images.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes root file systems from package mirrors, without any registry. */
public final class Bootstrap {
    private final BootstrapHost host;
    private final Processes processes;

    /** Makes them on this host, with its package tools. */
    public Bootstrap(BootstrapHost host, Processes processes) {
        this.host = host;
        this.processes = processes;
    }

    /** {@return whether there is a way to make the choice from packages} */
    public static boolean isPossible(ImageChoice choice) {
        return choice.recipe()
                .filter(id -> !(Recipe.read(id).bootstrap() instanceof BootstrapMethod.None))
                .isPresent();
    }

    /**
     * Makes a root file system.
     *
     * @param work takes it; the archive is gone when that returns
     * @return what {@code work} returned
     * @throws NoBootstrap when the choice has no recipe that needs no registry
     * @throws BootstrapToolMissing when the tool for it is not installed
     * @throws KeyringMissing when the keys of another distribution are not here
     * @throws MirrorUnreachable when packages cannot be fetched
     * @throws NoSpaceForBootstrap when the disk is full
     * @throws BootstrapFailed when the tool fails otherwise
     */
    public <T> T make(ImageChoice choice, Consumer<Transfer> progress, Function<Rootfs, T> work) {
        var way = way(choice);
        requireTools(way);
        try (var workspace = Workspace.open(host, processes)) {
            var layout = workspace.layout();
            var plan = way.plan().apply(layout);
            workspace.write(plan.texts(), plan.carried());
            for (var command : plan.commands()) {
                run(way.tool(), command, choice, layout, progress);
            }
            var packages = way.packages().apply(Files.readString(layout.packages()));
            return work.apply(new Rootfs(layout.rootTar(), packages.digest()));
        } catch (UncheckedIOException e) {
            throw BootstrapFailures.isFullDisk(e) ? new NoSpaceForBootstrap(host.cache()) : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How one tool makes a root file system.
     *
     * @param packages reads the list of packages that it leaves
     */
    private record Way(String tool, Function<WorkLayout, BootstrapPlan> plan, Function<String, PackageList> packages) {}

    private Way way(ImageChoice choice) {
        var id = choice.recipe()
                .orElseThrow(() -> new NoBootstrap(choice.toString(), "the catalogue has no recipe for it"));
        return switch (Recipe.read(id).bootstrap()) {
            case BootstrapMethod.Apt apt ->
                new Way(
                        AptBootstrap.TOOL,
                        layout -> new AptBootstrap(host, aptSettings()).plan(apt, choice, layout),
                        PackageList::parseDpkgStatus);
            case BootstrapMethod.Dnf dnf ->
                new Way(
                        DnfBootstrap.TOOL,
                        layout -> new DnfBootstrap(host).plan(dnf, choice, layout),
                        PackageList::parseLines);
            case BootstrapMethod.None(String reason) -> throw new NoBootstrap(choice.toString(), reason);
        };
    }

    private void requireTools(Way way) {
        require(way.tool());
        if (!host.account().isRoot()) {
            require("newuidmap");
        }
    }

    private void require(String program) {
        if (processes.locate(program).isEmpty()) {
            throw new BootstrapToolMissing(program);
        }
    }

    private AptSettings aptSettings() {
        var dump = processes.run(Command.of("apt-config", "dump")).orThrow();
        return AptSettings.parse(dump.out());
    }

    private void run(String tool, Command command, ImageChoice choice, WorkLayout layout, Consumer<Transfer> progress) {
        var lines = new ArrayList<String>();
        var finished = processes.stream(command, line -> {
            lines.add(line);
            progress.accept(new Transfer.Line(line));
        });
        if (!finished.succeeded()) {
            throw BootstrapFailures.of(tool, finished.status(), lines, choice, layout.scratch());
        }
    }
}
