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
        var method = method(choice);
        requireTools(method);
        try (var workspace = Workspace.open(host, processes)) {
            var layout = workspace.layout();
            var plan = plan(method, choice, layout);
            workspace.write(plan.texts(), plan.carried());
            for (var command : plan.commands()) {
                run(plan.tool(), command, choice, layout, progress);
            }
            return work.apply(new Rootfs(layout.rootTar(), packages(method, layout)));
        }
    }

    private static BootstrapMethod method(ImageChoice choice) {
        var id = choice.recipe()
                .orElseThrow(() -> new NoBootstrap(choice.toString(), "the catalogue has no recipe for it"));
        var method = Recipe.read(id).bootstrap();
        if (method instanceof BootstrapMethod.None(String reason)) {
            throw new NoBootstrap(choice.toString(), reason);
        }
        return method;
    }

    private void requireTools(BootstrapMethod method) {
        var tool = method instanceof BootstrapMethod.Apt ? AptBootstrap.TOOL : DnfBootstrap.TOOL;
        require(tool);
        if (!host.account().isRoot()) {
            require("newuidmap");
        }
    }

    private void require(String program) {
        if (processes.locate(program).isEmpty()) {
            throw new BootstrapToolMissing(program);
        }
    }

    private BootstrapPlan plan(BootstrapMethod method, ImageChoice choice, WorkLayout layout) {
        return switch (method) {
            case BootstrapMethod.Apt apt -> new AptBootstrap(host, aptSettings()).plan(apt, choice, layout);
            case BootstrapMethod.Dnf dnf -> new DnfBootstrap(host).plan(dnf, choice, layout);
            case BootstrapMethod.None(String reason) -> throw new NoBootstrap(choice.toString(), reason);
        };
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

    private static String packages(BootstrapMethod method, WorkLayout layout) {
        try {
            var text = Files.readString(layout.packages());
            var packages = method instanceof BootstrapMethod.Apt
                    ? PackageList.parseDpkgStatus(text)
                    : PackageList.parseLines(text);
            return packages.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
