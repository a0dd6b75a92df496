package dev.hearth.cli.escalation;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.host.Environment;
import dev.hearth.core.host.Installation;
import dev.hearth.core.host.Terminals;
import dev.hearth.core.process.Command;
import dev.hearth.session.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has a command run anew as root, where only root may do what it is for.
 *
 * <p>It is the whole command that runs again, with the same arguments, so that nothing that was found out without
 * privileges is trusted with them. The user sees the command, and is asked by the program that makes root of somebody.
 */
public final class Escalation {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** What says how to talk to the user; everything else stays behind, with whatever it could make a program do. */
    private static final List<String> KEPT = List.of("TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_MESSAGES");

    private final Path root;
    private final Installation installation;
    private final Environment environment;
    private final Terminals terminals;
    private final ConsoleNarrator narrator;
    private final List<String> arguments;

    /**
     * Runs this run's command anew.
     *
     * @param root of the host's files, which is {@code /} but for tests
     * @param owner whose the installation has to be: 0 but for tests
     * @param program the launcher, as it was called
     * @param arguments those that hearth was called with
     */
    public Escalation(
            Path root,
            long owner,
            Path program,
            Environment environment,
            Terminals terminals,
            ConsoleNarrator narrator,
            List<String> arguments) {
        this.root = root;
        this.installation = new Installation(root, owner, program);
        this.environment = environment;
        this.terminals = terminals;
        this.narrator = narrator;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * {@return what runs the command as root; empty where nobody could be asked, or where the installation could be
     * changed by somebody else than root}
     */
    public Optional<Handover> asRoot() {
        return launcherAsRoot()
                .map(visible -> Handover.of(cleaned(told(visible, arguments))).withTail(arguments.size()));
    }

    /**
     * {@return what runs another command of hearth as root, as a part of this one; empty as above}
     *
     * @param words of that command
     */
    public Optional<Command> asRoot(List<String> words) {
        return launcherAsRoot().map(visible -> cleaned(told(visible, words)).with(words));
    }

    /** {@return whether root could be had} */
    public boolean isPossible() {
        return launcherAsRoot().isPresent();
    }

    private Optional<Command> launcherAsRoot() {
        var become = program();
        return become.isEmpty() || !installation.isOwners()
                ? Optional.empty()
                : Optional.of(Command.of(become).with(launcher()));
    }

    private Command told(Command visible, List<String> words) {
        narrator.say("This needs root: " + visible.with(words));
        return visible;
    }

    private Command cleaned(Command visible) {
        var words = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + PATH));
        KEPT.forEach(name -> environment.get(name).ifPresent(value -> words.add(name + "=" + value)));
        words.addAll(visible.argv());
        return Command.of(words);
    }

    /** Sudo asks at the terminal; pkexec also in a window, where there is a session that has any. */
    private List<String> program() {
        boolean graphical = environment
                .get("WAYLAND_DISPLAY")
                .or(() -> environment.get("DISPLAY"))
                .isPresent();
        if (terminals.canAsk() && isInstalled("usr/bin/sudo")) {
            return List.of("/usr/bin/sudo", "--");
        }
        return (terminals.canAsk() || graphical) && isInstalled("usr/bin/pkexec")
                ? List.of("/usr/bin/pkexec", "--keep-cwd")
                : List.of();
    }

    private boolean isInstalled(String program) {
        return Files.isExecutable(root.resolve(program));
    }

    private String launcher() {
        try {
            return installation.launcher().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
