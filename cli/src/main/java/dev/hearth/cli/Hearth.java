package dev.hearth.cli;

import dev.hearth.cli.completion.CompleteCommand;
import dev.hearth.cli.completion.CompletionCommand;
import dev.hearth.cli.completion.Names;
import dev.hearth.cli.completion.Offers;
import dev.hearth.cli.escalation.Escalation;
import dev.hearth.cli.host.ConfigCommand;
import dev.hearth.cli.host.DoctorCommand;
import dev.hearth.cli.host.EngineCommand;
import dev.hearth.cli.host.SetupCommand;
import dev.hearth.cli.host.VersionCommand;
import dev.hearth.cli.log.Diagnostics;
import dev.hearth.cli.log.RunLog;
import dev.hearth.cli.os.RootNeeded;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Consent;
import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.ConsolePrompt;
import dev.hearth.cli.output.Errors;
import dev.hearth.cli.output.ExitStatus;
import dev.hearth.cli.output.Output;
import dev.hearth.cli.output.StandardOutput;
import dev.hearth.cli.output.Talk;
import dev.hearth.cli.pets.Departure;
import dev.hearth.cli.pets.RunsInPet;
import dev.hearth.cli.screen.HearthCalls;
import dev.hearth.cli.shell.ShellCommand;
import dev.hearth.cli.top.HostMeter;
import dev.hearth.cli.top.TopCommand;
import dev.hearth.cli.top.TopSources;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.core.trace.Trace;
import dev.hearth.exports.Exports;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.session.Handover;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
        new PetCommands(
                        world,
                        root,
                        ports,
                        wiring,
                        new Console(output, narrator, prompt, errors),
                        departure,
                        escalation(),
                        arguments)
                .addTo(commands);
        commands.with("shell", () -> shell(commands, wiring)).with("top", () -> top(wiring));
        commands.with("os", () -> OsCommands.of(world, root, ports, narrator, prompt, output, arguments));
        addHost(commands, wiring);
        return commands;
    }

    private ShellCommand shell(Commands commands, Wiring wiring) {
        return new ShellCommand(
                calls(),
                new Offers(() -> commands.all(new Root()), names(wiring), world.workingDirectory()),
                () -> new ProjectWiring(world, narrator, prompt)
                        .choice()
                        .preferred()
                        .or(() -> Optional.ofNullable(
                                wiring.settings().get().defaultPet().value())),
                new PrivateDirectory(world.paths().state(), world.account().uid()),
                world.environment(),
                world.terminals(),
                prompt,
                errors);
    }

    private TopCommand top(Wiring wiring) {
        return new TopCommand(
                new TopSources(
                        wiring.pets(),
                        wiring.images(),
                        () -> new OsWiring(world, Optional::empty, ports),
                        new HostMeter(world.root(), world.account().home()),
                        world.clock()),
                calls(),
                world.environment(),
                world.terminals(),
                prompt,
                () -> Colors.of(
                        root.color(), world.environment(), world.terminals().output()),
                output);
    }

    private HearthCalls calls() {
        return new HearthCalls(ports.processes(), world.program(), this::givenOptions);
    }

    private List<String> givenOptions() {
        var options = new ArrayList<String>();
        root.engine().ifPresent(engine -> options.addAll(List.of("--engine", engine)));
        if (root.verbose()) {
            options.add("--verbose");
        }
        if (root.yes()) {
            options.add("--yes");
        }
        if (root.color() != Colors.Choice.AUTO) {
            options.add("--color=" + root.color().name().toLowerCase(Locale.ROOT));
        }
        return options;
    }

    private Names names(Wiring wiring) {
        return new Names(
                wiring.pets(),
                wiring.images(),
                wiring.catalogue(),
                () -> new Exports(wiring.exportPlaces()),
                () -> new OsWiring(world, Optional::empty, ports).os());
    }

    private void addHost(Commands commands, Wiring wiring) {
        commands.with("doctor", () -> new DoctorCommand(wiring.doctor(), wiring.pets(), output))
                .with("engine", () -> new EngineCommand(wiring::survey, output))
                .with(
                        "setup",
                        () -> new SetupCommand(
                                wiring.setup(),
                                wiring::engineAsked,
                                wiring.preparation(),
                                world.library(),
                                new Consent(narrator, prompt, root::yes),
                                prompt,
                                narrator,
                                output))
                .with("config", () -> new ConfigCommand(wiring.settings(), output))
                .with("completion", () -> new CompletionCommand(() -> commands.all(new Root()), output))
                .with("complete", () -> new CompleteCommand(names(wiring), output))
                .with("version", () -> new VersionCommand(output));
    }
}
