package dev.hearth.cli;

import dev.hearth.cli.description.DescribedCommands;
import dev.hearth.cli.ide.IdeCommand;
import dev.hearth.cli.ide.IdeDevcontainerCommand;
import dev.hearth.cli.ide.IdeEmacsCommand;
import dev.hearth.cli.ide.IdePlans;
import dev.hearth.cli.ide.IdeSshCommand;
import dev.hearth.cli.ide.IdeTerminalCommand;
import dev.hearth.cli.ide.IdeToolchainCommand;
import dev.hearth.cli.ide.IdeVscodeCommand;
import dev.hearth.cli.pets.PetSelection;
import dev.hearth.core.files.PrivateDirectory;
import dev.hearth.exports.ExportPlaces;
import dev.hearth.exports.HearthCall;
import dev.hearth.ide.Tool;
import dev.hearth.ide.Tools;
import dev.hearth.ide.emacs.Emacs;
import dev.hearth.ide.ssh.SshAccess;
import dev.hearth.ide.ssh.SshHosts;
import dev.hearth.ide.terminal.KnownTerminals;
import dev.hearth.ide.terminal.TerminalPlaces;
import dev.hearth.ide.toolchain.Toolchains;
import dev.hearth.ide.vscode.Editors;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.Pets;
import java.util.ArrayList;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Makes what tells terminals, editors and SSH where pets are. */
final class IdeWiring {
    private final World world;
    private final Ports ports;
    private final Supplier<HearthCall> call;

    /**
     * Makes it for a caller.
     *
     * @param call how what is told now is to call hearth later
     */
    IdeWiring(World world, Ports ports, Supplier<HearthCall> call) {
        this.world = world;
        this.ports = ports;
        this.call = call;
    }

    /** {@return all that can be told} */
    Tools tools() {
        var all = new ArrayList<Tool>(terminals().all());
        all.addAll(editors().all());
        all.add(sshHosts());
        all.add(toolchains());
        return new Tools(all, call);
    }

    /** {@return the parser of the commands that tell} */
    CommandLine parser(Supplier<Pets> pets, PetSelection selection, Narrator narrator, IdePlans plans) {
        Supplier<SshAccess> access = () -> new SshAccess(sshHosts(), pets, ports.processes(), world.account());
        return DescribedCommands.parser(
                new IdeCommand(),
                new IdeSshCommand(access, call, selection, narrator, plans),
                new IdeTerminalCommand(this::terminals, call, selection, world.environment(), plans),
                new IdeDevcontainerCommand(pets, call, selection, world.workingDirectory(), plans),
                new IdeEmacsCommand(this::emacs, call, plans),
                new IdeToolchainCommand(
                        pets, toolchains(), exportPlaces(), call, selection, world.workingDirectory(), narrator, plans),
                new IdeVscodeCommand(
                        this::editors, call, selection, ports.processes(), world.workingDirectory(), plans));
    }

    private SshHosts sshHosts() {
        var state = new PrivateDirectory(world.paths().state(), world.account().uid());
        return new SshHosts(state, world.account());
    }

    private KnownTerminals terminals() {
        return new KnownTerminals(places(), world.paths().state(), world.environment(), ports.processes());
    }

    private Toolchains toolchains() {
        return new Toolchains(
                places().data().resolve("hearth").resolve("toolchains"),
                world.account().home());
    }

    private ExportPlaces exportPlaces() {
        return ExportPlaces.of(world.account(), world.environment());
    }

    private Emacs emacs() {
        return Emacs.of(world.account(), places().config());
    }

    private Editors editors() {
        var places = places();
        return new Editors(
                world.account(), places.config(), places.data(), world.paths().state());
    }

    private TerminalPlaces places() {
        return TerminalPlaces.of(world.account(), world.environment());
    }
}
