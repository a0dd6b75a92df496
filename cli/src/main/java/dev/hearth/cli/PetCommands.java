package dev.hearth.cli;

import dev.hearth.cli.between.DemoteCommand;
import dev.hearth.cli.between.PromoteCommand;
import dev.hearth.cli.copies.Arrival;
import dev.hearth.cli.copies.CloneCommand;
import dev.hearth.cli.copies.DiskCommand;
import dev.hearth.cli.copies.ExportPetCommand;
import dev.hearth.cli.copies.ImportPetCommand;
import dev.hearth.cli.copies.PullCommand;
import dev.hearth.cli.copies.PushCommand;
import dev.hearth.cli.description.DescribedCommands;
import dev.hearth.cli.escalation.Escalation;
import dev.hearth.cli.everything.EverythingRollback;
import dev.hearth.cli.everything.EverythingUpgrade;
import dev.hearth.cli.exports.ExportCommand;
import dev.hearth.cli.exports.Exporting;
import dev.hearth.cli.exports.UnexportCommand;
import dev.hearth.cli.generations.DiffCommand;
import dev.hearth.cli.generations.HistoryCommand;
import dev.hearth.cli.generations.PinCommand;
import dev.hearth.cli.generations.Pinning;
import dev.hearth.cli.generations.PruneCommand;
import dev.hearth.cli.generations.RollbackCommand;
import dev.hearth.cli.generations.SnapshotCommand;
import dev.hearth.cli.generations.UnpinCommand;
import dev.hearth.cli.homes.HomeCommand;
import dev.hearth.cli.homes.HomeDiffCommand;
import dev.hearth.cli.homes.HomeDiscardCommand;
import dev.hearth.cli.homes.HomeMergeCommand;
import dev.hearth.cli.ide.IdePlans;
import dev.hearth.cli.images.ImageBuildCommand;
import dev.hearth.cli.images.ImageCommand;
import dev.hearth.cli.images.ImageListCommand;
import dev.hearth.cli.images.ImagePullCommand;
import dev.hearth.cli.images.ImageRemoveCommand;
import dev.hearth.cli.images.ImageShowCommand;
import dev.hearth.cli.manifests.ApplyCommand;
import dev.hearth.cli.manifests.FreezeCommand;
import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.packages.InstallCommand;
import dev.hearth.cli.packages.PackageChanges;
import dev.hearth.cli.packages.Placing;
import dev.hearth.cli.packages.RebaseCommand;
import dev.hearth.cli.packages.Screens;
import dev.hearth.cli.packages.SearchCommand;
import dev.hearth.cli.packages.UninstallCommand;
import dev.hearth.cli.packages.UpgradeCommand;
import dev.hearth.cli.pets.CreateCommand;
import dev.hearth.cli.pets.DefaultCommand;
import dev.hearth.cli.pets.Departure;
import dev.hearth.cli.pets.EditCommand;
import dev.hearth.cli.pets.EnterCommand;
import dev.hearth.cli.pets.Entry;
import dev.hearth.cli.pets.EnvCommand;
import dev.hearth.cli.pets.Ephemeral;
import dev.hearth.cli.pets.EphemeralCommand;
import dev.hearth.cli.pets.HostCommand;
import dev.hearth.cli.pets.HostLinks;
import dev.hearth.cli.pets.ListCommand;
import dev.hearth.cli.pets.LogsCommand;
import dev.hearth.cli.pets.NewPet;
import dev.hearth.cli.pets.PetBase;
import dev.hearth.cli.pets.PetMaking;
import dev.hearth.cli.pets.PetPicker;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.cli.pets.ProjectPet;
import dev.hearth.cli.pets.RemoveCommand;
import dev.hearth.cli.pets.RenameCommand;
import dev.hearth.cli.pets.RestartCommand;
import dev.hearth.cli.pets.RunCommand;
import dev.hearth.cli.pets.ShowCommand;
import dev.hearth.cli.pets.StartCommand;
import dev.hearth.cli.pets.StopCommand;
import dev.hearth.cli.picker.TerminalPicker;
import dev.hearth.cli.projects.TrustCommand;
import dev.hearth.cli.provides.ProvidesCommand;
import dev.hearth.cli.status.StatusCommand;
import dev.hearth.exports.Exports;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Pets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The commands about pets: entering and keeping them, and what reaches from them to the host and the base. */
final class PetCommands {
    private final World world;
    private final Root root;
    private final Ports ports;
    private final Wiring wiring;
    private final Output output;
    private final ConsoleNarrator narrator;
    private final ConsolePrompt prompt;
    private final Each each;
    private final Consent consent;
    private final ProjectWiring projects;
    private final Departure departure;
    private final Escalation escalation;
    private final List<String> arguments;

    PetCommands(
            World world,
            Root root,
            Ports ports,
            Wiring wiring,
            Console console,
            Departure departure,
            Escalation escalation,
            List<String> arguments) {
        this.world = world;
        this.root = root;
        this.ports = ports;
        this.wiring = wiring;
        output = console.output();
        narrator = console.narrator();
        prompt = console.prompt();
        each = new Each(console.errors());
        consent = new Consent(narrator, prompt, root::yes);
        projects = new ProjectWiring(world, narrator, prompt);
        this.departure = departure;
        this.escalation = escalation;
        this.arguments = arguments;
    }

    /** Adds them, each made when it is called for. */
    void addTo(Commands commands) {
        addEntering(commands);
        addKeeping(commands);
        addExporting(commands);
        addMoving(commands);
        addDeclared(commands);
        commands.with("status", this::status);
        commands.with("ide", this::ide);
    }

    private StatusCommand status() {
        return new StatusCommand(
                this::base,
                wiring.pets(),
                wiring.catalogue(),
                () -> new Exports(wiring.exportPlaces()),
                ports.processes(),
                output);
    }

    private ChosenBase base(@Nullable Path sysroot) {
        return new OsWiring(world, () -> Optional.ofNullable(sysroot), ports);
    }

    private void addEntering(Commands commands) {
        var pets = wiring.withEngine(wiring.pets());
        var settings = wiring.settingsOfNewPets();
        var callers = world.environment();
        var entry = new Entry(
                pets,
                selection(pets, () -> pets.get().list(narrator)),
                narrator,
                prompt,
                world.account(),
                world.terminals(),
                world.workingDirectory());
        var ephemeral = new Ephemeral(pets, entry, departure, narrator, prompt, world.random(), root::engine);
        commands.with("enter", () -> new EnterCommand(entry, ephemeral, departure, settings, callers))
                .with("run", () -> new RunCommand(entry, departure, settings, callers))
                .with("ephemeral", () -> new EphemeralCommand(ephemeral, settings, callers))
                .with(
                        "create",
                        () -> new CreateCommand(
                                pets,
                                settings,
                                callers,
                                narrator,
                                prompt,
                                output,
                                newBase(),
                                new ProjectPet(
                                        projects.devcontainers(wiring, pets, ports.processes()),
                                        projects.devcontainerFiles(),
                                        projects.trust(),
                                        pets,
                                        world.workingDirectory(),
                                        narrator,
                                        prompt,
                                        prompt)));
    }

    private PetBase newBase() {
        return new PetBase(sysroot -> base(sysroot).tree(), wiring.baseImages());
    }

    private RebaseCommand rebase() {
        return new RebaseCommand(
                wiring.pets(),
                newBase(),
                wiring.catalogue(),
                narrator,
                prompt,
                consent,
                () -> world.terminals().canAsk() && !root.yes(),
                output);
    }

    private void addKeeping(Commands commands) {
        var pets = wiring.pets();
        var selection = selection(pets, () -> pets.get().list());
        var changes = new PackageChanges(
                pets,
                selection,
                placing(),
                wiring.knownAnswers(),
                narrator,
                consent,
                new Screens(world.terminals()),
                output);
        commands.with("list", () -> new ListCommand(pets, selection, narrator, output), "ls")
                .with("show", () -> new ShowCommand(pets, selection, wiring.settings(), output))
                .with("start", () -> new StartCommand(pets, each, narrator))
                .with("stop", () -> new StopCommand(pets, each, narrator))
                .with("restart", () -> new RestartCommand(pets, each, narrator))
                .with("rm", () -> new RemoveCommand(pets, each, narrator, prompt, consent, output))
                .with("home", () -> homes(pets))
                .with("edit", () -> new EditCommand(pets, world.environment(), narrator, consent, output))
                .with("install", () -> new InstallCommand(changes))
                .with("uninstall", () -> new UninstallCommand(changes), "remove")
                .with("upgrade", () -> new UpgradeCommand(changes, each, everythingUpgrade()))
                .with("rebase", () -> rebase())
                .with("search", () -> new SearchCommand(pets, selection, narrator, output))
                .with("provides", () -> new ProvidesCommand(pets, selection, wiring.knownAnswers(), narrator, output))
                .with("snapshot", () -> new SnapshotCommand(pets, selection, narrator, consent, output))
                .with("history", () -> new HistoryCommand(pets, selection, narrator, output))
                .with("diff", () -> new DiffCommand(pets, selection, narrator, output))
                .with(
                        "rollback",
                        () -> new RollbackCommand(pets, selection, narrator, consent, output, everythingRollback()))
                .with("prune", () -> new PruneCommand(pets, selection, narrator, consent, output))
                .with("pin", () -> new PinCommand(new Pinning(pets, selection, narrator)))
                .with("unpin", () -> new UnpinCommand(new Pinning(pets, selection, narrator)))
                .with("rename", () -> new RenameCommand(pets, narrator))
                .with("default", () -> new DefaultCommand(pets, projects.choice(), selection, narrator, output))
                .with("logs", () -> new LogsCommand(pets, selection, narrator, output))
                .with("env", () -> new EnvCommand(pets, selection, narrator, output))
                .with("host", () -> host(selection, pets))
                .with("image", () -> images());
    }

    private HostCommand host(PetSelection selection, Supplier<Pets> pets) {
        return new HostCommand(
                new HostLinks(pets, selection, narrator),
                Wiring.bridgeLog(world),
                departure,
                world.environment(),
                output);
    }

    private void addExporting(Commands commands) {
        var pets = wiring.pets();
        var selection = selection(pets, () -> pets.get().list());
        var exporting = exporting();
        commands.with("export", () -> new ExportCommand(exporting, selection, each, narrator, output))
                .with("unexport", () -> new UnexportCommand(exporting, each, narrator));
    }

    private void addMoving(Commands commands) {
        var between = between();
        commands.with("demote", () -> new DemoteCommand(between.moves()))
                .with("promote", () -> new PromoteCommand(between.moves()));
    }

    private Placing placing() {
        var pets = wiring.withEngine(wiring.pets());
        var newPet = new NewPet(wiring.settingsOfNewPets(), world.environment());
        return new Placing(this::base, pets, new PetMaking(pets, narrator, prompt), newPet, narrator);
    }

    private BetweenWiring between() {
        var pets = wiring.withEngine(wiring.pets());
        return new BetweenWiring(
                world,
                ports,
                wiring,
                selection(pets, () -> pets.get().list()),
                escalation,
                narrator,
                consent,
                output,
                arguments);
    }

    private EverythingUpgrade everythingUpgrade() {
        return new EverythingUpgrade(between()::upgrades, each, wiring.knownAnswers(), narrator, consent, output);
    }

    private EverythingRollback everythingRollback() {
        return new EverythingRollback(between()::upgrades, each, narrator, consent, output);
    }

    private CommandLine ide() {
        var pets = wiring.pets();
        var plans = new IdePlans(narrator, prompt, root::yes, output);
        return wiring.ide().parser(pets, selection(pets, () -> pets.get().list()), narrator, plans);
    }

    private Exporting exporting() {
        return new Exporting(wiring.pets(), wiring.exportPlaces(), wiring::exportedCall, world.environment(), narrator);
    }

    private Arrival arrival() {
        return new Arrival(narrator, prompt);
    }

    private void addDeclared(Commands commands) {
        var manifests = projects.manifests(wiring, exporting());
        commands.with(
                        "apply",
                        () -> new ApplyCommand(
                                manifests, projects.files(), projects.trust(), each, narrator, prompt, consent, output))
                .with(
                        "freeze",
                        () -> new FreezeCommand(
                                projects.freezing(wiring),
                                projects.allowances(),
                                world.workingDirectory(),
                                narrator,
                                consent,
                                output))
                .with("clone", () -> new CloneCommand(wiring.pets(), narrator, consent, output))
                .with(
                        "export-pet",
                        () -> new ExportPetCommand(wiring.pets(), world.workingDirectory(), narrator, consent))
                .with(
                        "import-pet",
                        () -> new ImportPetCommand(
                                wiring.withEngine(wiring.pets()), world.workingDirectory(), arrival()))
                .with("push", () -> new PushCommand(wiring.pets(), narrator, consent))
                .with("pull", () -> new PullCommand(wiring.withEngine(wiring.pets()), narrator, arrival()))
                .with("df", () -> new DiskCommand(wiring.pets(), output))
                .with(
                        "trust",
                        () -> new TrustCommand(
                                projects.allowances(), projects.files(), projects.trust(), narrator, output));
    }

    private CommandLine homes(Supplier<Pets> pets) {
        return DescribedCommands.parser(
                new HomeCommand(),
                new HomeDiffCommand(pets, narrator, output),
                new HomeMergeCommand(pets, narrator, prompt, root::yes, output),
                new HomeDiscardCommand(pets, narrator, prompt, root::yes, output));
    }

    private CommandLine images() {
        var images = wiring.images();
        var obtained = wiring.withEngine(images);
        return DescribedCommands.parser(
                new ImageCommand(),
                new ImageListCommand(images, output),
                new ImageShowCommand(images, output),
                new ImagePullCommand(obtained, narrator, prompt),
                new ImageBuildCommand(obtained, narrator, prompt),
                new ImageRemoveCommand(images, each, narrator));
    }

    private PetPicker picker() {
        // The terminal's library is loaded when there is something to choose, and not before.
        return several -> new TerminalPicker(
                        prompt,
                        root::yes,
                        world.environment(),
                        () -> Colors.of(
                                root.color(),
                                world.environment(),
                                world.terminals().error()),
                        world.clock())
                .pick(several);
    }

    private PetSelection selection(Supplier<Pets> pets, Supplier<List<Pet>> listing) {
        return new PetSelection(
                projects.choice(),
                projects.devcontainerFiles(),
                wiring.settings(),
                pets,
                listing,
                picker(),
                projects.trust(),
                world.workingDirectory(),
                world.environment());
    }
}
