package dev.hearth.cli;

import dev.hearth.cli.between.DemoteCommand;
import dev.hearth.cli.between.PromoteCommand;
import dev.hearth.cli.completion.CompleteCommand;
import dev.hearth.cli.completion.CompletionCommand;
import dev.hearth.cli.copies.CloneCommand;
import dev.hearth.cli.copies.DiskCommand;
import dev.hearth.cli.copies.ExportPetCommand;
import dev.hearth.cli.copies.ImportPetCommand;
import dev.hearth.cli.description.DescribedCommands;
import dev.hearth.cli.escalation.Escalation;
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
import dev.hearth.cli.host.ConfigCommand;
import dev.hearth.cli.host.DoctorCommand;
import dev.hearth.cli.host.EngineCommand;
import dev.hearth.cli.host.SetupCommand;
import dev.hearth.cli.host.VersionCommand;
import dev.hearth.cli.ide.IdePlans;
import dev.hearth.cli.images.ImageBuildCommand;
import dev.hearth.cli.images.ImageCommand;
import dev.hearth.cli.images.ImageListCommand;
import dev.hearth.cli.images.ImagePullCommand;
import dev.hearth.cli.images.ImageRemoveCommand;
import dev.hearth.cli.images.ImageShowCommand;
import dev.hearth.cli.log.Diagnostics;
import dev.hearth.cli.log.RunLog;
import dev.hearth.cli.manifests.ApplyCommand;
import dev.hearth.cli.manifests.FreezeCommand;
import dev.hearth.cli.os.ChosenBase;
import dev.hearth.cli.os.RootNeeded;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Each;
import dev.hearth.cli.output.Errors;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.StandardOutput;
import dev.hearth.cli.output.Talk;
import dev.hearth.cli.packages.InstallCommand;
import dev.hearth.cli.packages.PackageChanges;
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
import dev.hearth.cli.pets.PetBase;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.cli.pets.RemoveCommand;
import dev.hearth.cli.pets.RenameCommand;
import dev.hearth.cli.pets.RestartCommand;
import dev.hearth.cli.pets.RunCommand;
import dev.hearth.cli.pets.RunsInPet;
import dev.hearth.cli.pets.ShowCommand;
import dev.hearth.cli.pets.StartCommand;
import dev.hearth.cli.pets.StopCommand;
import dev.hearth.cli.projects.TrustCommand;
import dev.hearth.cli.status.StatusCommand;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.trace.Trace;
import dev.hearth.exports.Exports;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.pets.Pet;
import dev.hearth.pets.Pets;
import dev.hearth.session.Handover;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Hearth, from the words on its command line to its exit status. */
final class Hearth {
    private static final long LARGEST_LOG = 512 * 1024;

    private static final long ROOT = 0;

    private final World world;
    private final Root root = new Root();
    private final StandardOutput results;
    private final PrintWriter out;
    private final RunLog log;
    private final Talk talk;
    private final Errors errors;
    private final Trace trace;
    private final Output output;
    private final ConsoleNarrator narrator;
    private final Ports ports;
    private final ConsolePrompt prompt;
    private final ProjectWiring projects;
    private final Departure departure;
    private final List<String> arguments;

    /**
     * Wires one run.
     *
     * @param ports makes what answers from outside, which notes what it does
     */
    Hearth(World world, Function<Trace, Ports> ports, List<String> arguments) {
        this.world = world;
        this.arguments = List.copyOf(arguments);
        var terminals = world.terminals();
        results = new StandardOutput(world.out());
        out = new PrintWriter(new BufferedWriter(results));
        Supplier<Colors> errorColors = () -> Colors.of(root.color(), world.environment(), terminals.error());
        log = new RunLog(
                new PrivateDirectory(world.paths().state(), world.account().uid()).directory("log"),
                world.account().home(),
                world.clock(),
                world.process(),
                CommandLineTitle.of(arguments),
                LARGEST_LOG);
        talk = new Talk(
                world.err(),
                terminals.columns(),
                () -> terminals.error() && !root.verbose() && Colors.isCapable(world.environment()));
        errors = new Errors(talk, errorColors, log, log::file, root::verbose);
        trace = new Diagnostics(log, root::verbose, talk::say);
        output = new Output(
                out, terminals, () -> Colors.of(root.color(), world.environment(), terminals.output()), world.clock());
        narrator = new ConsoleNarrator(talk, errorColors, world.clock(), trace);
        this.ports = ports.apply(trace);
        prompt = new ConsolePrompt(world.terminals(), world.in(), talk, root::yes);
        projects = new ProjectWiring(world, narrator, prompt);
        departure = new Departure(world.handover(), this.ports.processes(), arguments);
    }

    /** Runs it; {@return the exit status} */
    int run() {
        try (log) {
            int status = status();
            talk.clear();
            boolean lost = out.checkError();
            return status == ExitStatus.OK && lost ? lost() : status;
        }
    }

    /** Ends a command whose results nobody has. */
    private int lost() {
        if (JsonAsked.in(arguments)) {
            errors.useJson();
        }
        return results.failure().map(errors::report).orElse(ExitStatus.BROKEN_PIPE);
    }

    private int status() {
        try {
            return parser().execute(arguments.toArray(String[]::new));
        } catch (RuntimeException | Error e) {
            return errors.report(e);
        }
    }

    /** {@return the parser for this run's command line} */
    CommandLine parser() {
        var commands = commands();
        var parser = commands.meantBy(root, arguments);
        var usage = new UsageErrors(errors, commands.names());
        return ParserSettings.applied(parser)
                .setOut(out)
                .setErr(world.err())
                .setParameterExceptionHandler((error, _) -> own(error.getCommandLine(), () -> usage.report(error)))
                .setExecutionExceptionHandler((thrown, command, _) -> own(command, () -> ended(thrown)));
    }

    /** Ends a command that failed, or has it run anew by somebody who may do what it is for. */
    private int ended(Throwable thrown) {
        boolean needsRoot = thrown instanceof RootNeeded || thrown instanceof PrivilegesMissing;
        return (needsRoot && !world.account().isRoot() ? escalation().asRoot() : Optional.<Handover>empty())
                .map(departure::leave)
                .orElseGet(() -> errors.report(thrown));
    }

    private Escalation escalation() {
        return new Escalation(
                world.root(), ROOT, world.program(), world.environment(), world.terminals(), narrator, arguments);
    }

    /** Ends a command's own trouble with the status that its contract has for it. */
    private int own(CommandLine command, Supplier<Integer> report) {
        boolean runsInPet = command.getCommand() instanceof RunsInPet;
        if (!runsInPet && JsonAsked.in(arguments)) {
            errors.useJson();
        }
        int status = report.get();
        return runsInPet && status != ExitStatus.CANCELLED ? ExitStatus.NOT_ENTERED : status;
    }

    private Commands commands() {
        var wiring = new Wiring(world, root, ports, narrator, prompt);
        var commands = new Commands();
        addEntering(commands, wiring);
        addKeeping(commands, wiring);
        addExporting(commands, wiring);
        addMoving(commands, wiring);
        addDeclared(commands, wiring);
        commands.with("status", () -> status(wiring));
        commands.with("ide", () -> ide(wiring));
        commands.with("os", () -> OsCommands.of(world, root, ports, narrator, prompt, output, arguments));
        addHost(commands, wiring);
        return commands;
    }

    private StatusCommand status(Wiring wiring) {
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

    private void addEntering(Commands commands, Wiring wiring) {
        var pets = wiring.withEngine(wiring.pets());
        var settings = wiring.settingsOfNewPets();
        var callers = world.environment();
        var entry = new Entry(
                pets,
                selection(wiring, pets, () -> pets.get().list(narrator)),
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
                        () -> new CreateCommand(pets, settings, callers, narrator, prompt, output, base(wiring)));
    }

    private PetBase base(Wiring wiring) {
        return new PetBase(sysroot -> base(sysroot).tree(), wiring.baseImages());
    }

    private RebaseCommand rebase(Wiring wiring, Consent consent) {
        return new RebaseCommand(
                wiring.pets(),
                base(wiring),
                wiring.catalogue(),
                narrator,
                prompt,
                consent,
                () -> world.terminals().canAsk() && !root.yes(),
                output);
    }

    private void addKeeping(Commands commands, Wiring wiring) {
        var pets = wiring.pets();
        var selection = selection(wiring, pets, () -> pets.get().list());
        var each = new Each(errors);
        var consent = new Consent(narrator, prompt, root::yes);
        var changes = new PackageChanges(pets, selection, narrator, consent, new Screens(world.terminals()), output);
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
                .with("upgrade", () -> new UpgradeCommand(changes, each))
                .with("rebase", () -> rebase(wiring, consent))
                .with("search", () -> new SearchCommand(pets, selection, narrator, output))
                .with("snapshot", () -> new SnapshotCommand(pets, selection, narrator, consent, output))
                .with("history", () -> new HistoryCommand(pets, selection, narrator, output))
                .with("diff", () -> new DiffCommand(pets, selection, narrator, output))
                .with("rollback", () -> new RollbackCommand(pets, selection, narrator, consent, output))
                .with("prune", () -> new PruneCommand(pets, selection, narrator, consent, output))
                .with("pin", () -> new PinCommand(new Pinning(pets, selection, narrator)))
                .with("unpin", () -> new UnpinCommand(new Pinning(pets, selection, narrator)))
                .with("rename", () -> new RenameCommand(pets, narrator))
                .with("default", () -> new DefaultCommand(pets, projects.choice(), selection, narrator, output))
                .with("logs", () -> new LogsCommand(pets, selection, narrator, output))
                .with("env", () -> new EnvCommand(pets, selection, narrator, output))
                .with("host", () -> host(selection, pets))
                .with("image", () -> images(wiring, each));
    }

    private HostCommand host(PetSelection selection, Supplier<Pets> pets) {
        return new HostCommand(
                new HostLinks(pets, selection, narrator),
                Wiring.bridgeLog(world),
                departure,
                world.environment(),
                output);
    }

    private void addExporting(Commands commands, Wiring wiring) {
        var pets = wiring.pets();
        var selection = selection(wiring, pets, () -> pets.get().list());
        var each = new Each(errors);
        var exporting = exporting(wiring);
        commands.with("export", () -> new ExportCommand(exporting, selection, each, narrator, output))
                .with("unexport", () -> new UnexportCommand(exporting, each, narrator));
    }

    private void addMoving(Commands commands, Wiring wiring) {
        var pets = wiring.withEngine(wiring.pets());
        var between = new BetweenWiring(
                world,
                ports,
                wiring,
                selection(wiring, pets, () -> pets.get().list()),
                escalation(),
                narrator,
                new Consent(narrator, prompt, root::yes),
                output,
                arguments);
        commands.with("demote", () -> new DemoteCommand(between.moves()))
                .with("promote", () -> new PromoteCommand(between.moves()));
    }

    private CommandLine ide(Wiring wiring) {
        var pets = wiring.pets();
        var plans = new IdePlans(narrator, prompt, root::yes, output);
        return wiring.ide()
                .parser(pets, selection(wiring, pets, () -> pets.get().list()), narrator, plans);
    }

    private Exporting exporting(Wiring wiring) {
        return new Exporting(wiring.pets(), wiring.exportPlaces(), wiring::exportedCall, world.environment(), narrator);
    }

    private void addDeclared(Commands commands, Wiring wiring) {
        var manifests = projects.manifests(wiring, exporting(wiring));
        var each = new Each(errors);
        var consent = new Consent(narrator, prompt, root::yes);
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
                                wiring.withEngine(wiring.pets()), world.workingDirectory(), narrator, prompt))
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

    private CommandLine images(Wiring wiring, Each each) {
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

    private void addHost(Commands commands, Wiring wiring) {
        commands.with("doctor", () -> new DoctorCommand(wiring.doctor(), wiring.pets(), output))
                .with("engine", () -> new EngineCommand(wiring::survey, output))
                .with(
                        "setup",
                        () -> new SetupCommand(
                                wiring.setup(), wiring::engineAsked, wiring.preparation(), prompt, narrator, output))
                .with("config", () -> new ConfigCommand(wiring.settings(), output))
                .with("completion", () -> new CompletionCommand(() -> commands.all(new Root()), output))
                .with(
                        "complete",
                        () -> new CompleteCommand(
                                wiring.pets(),
                                wiring.images(),
                                wiring.catalogue(),
                                () -> new Exports(wiring.exportPlaces()),
                                () -> new OsWiring(world, Optional::empty, ports).os(),
                                output))
                .with("version", () -> new VersionCommand(output));
    }

    private PetSelection selection(Wiring wiring, Supplier<Pets> pets, Supplier<List<Pet>> listing) {
        return new PetSelection(
                projects.choice(),
                wiring.settings(),
                pets,
                listing,
                projects.trust(),
                world.workingDirectory(),
                world.environment());
    }
}
