package dev.hearth.setup;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.host.Account;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.engine.EngineKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prepares a host for an engine, and takes back what that changed. */
public final class Setup {
    private static final Path STATE_OF_ROOT = Path.of("var/lib/hearth");

    private final HostProbe probe;
    private final Processes processes;
    private final SetupNarrator narrator;
    private final Account account;
    private final Path launcher;
    private final Path stateOfRoot;
    private final Journal journal;
    private final StepRunner runner;

    /**
     * Prepares this host for the account that runs hearth, or for others when that is root's.
     *
     * @param root the directory below which the host's files are, which is {@code /} but for tests
     * @param state hearth's state directory, where an ordinary user's changes are listed
     * @param launcher the path by which the user called hearth, for the command that root is to run
     */
    public Setup(Path root, Processes processes, SetupNarrator narrator, Account account, Path state, Path launcher) {
        this(
                root,
                processes,
                narrator,
                account,
                account.isRoot() ? root.resolve(STATE_OF_ROOT) : state,
                root.resolve(STATE_OF_ROOT),
                launcher);
    }

    Setup(
            Path root,
            Processes processes,
            SetupNarrator narrator,
            Account account,
            Path state,
            Path stateOfRoot,
            Path launcher) {
        this.probe = new HostProbe(root, processes, account.uid());
        this.processes = processes;
        this.narrator = narrator;
        this.account = account;
        this.launcher = launcher;
        this.stateOfRoot = stateOfRoot;
        this.journal = new Journal(state, account.uid());
        this.runner = new StepRunner(
                processes,
                new Packages(processes, narrator),
                new DockerDaemon(processes, root.resolve("proc")),
                account.uid());
    }

    /**
     * {@return what is to be done}
     *
     * @param engine the engine to use; hearth chooses when absent
     * @param user the user to prepare for; the caller when absent
     * @throws CannotPrepare when something is missing that hearth cannot install
     * @throws NoSuchUser when there is no such user
     */
    public SetupPlan plan(@Nullable EngineKind engine, @Nullable String user) {
        var target = probe.user(user == null ? account.name() : user);
        var plan = SetupPlanner.plan(probe.host(), target, engine);
        boolean others = target.owner().uid() != account.uid();
        if (account.isRoot() || !(others || plan.steps().stream().anyMatch(Step::needsRoot))) {
            return plan;
        }
        var command = asRoot("--engine", plan.engine().word(), "--for", target.name());
        return new SetupPlan(plan.engine(), plan.reasons(), plan.steps(), command);
    }

    /**
     * Carries a plan out; what an earlier run has left is done again.
     *
     * @throws RootNeeded when only root can; then nothing was done
     */
    public void carryOut(SetupPlan plan) {
        var command = plan.rootCommand();
        if (command != null) {
            throw new RootNeeded(command);
        }
        plan.steps().forEach(this::carryOut);
    }

    /**
     * {@return what has the caller's shells ask hearth about commands that they do not find}
     *
     * @param library where hearth has its scripts
     */
    public List<Step> shellHooks(Path library) {
        var self = new Owner(account.name(), account.uid(), account.gid());
        return new ShellHooks(self, account.home(), library)
                .steps(shell -> processes.locate(shell).isPresent()).stream()
                        .filter(step -> !runner.isDone(step))
                        .toList();
    }

    /** Carries one step out, and keeps what takes it back. */
    public void carryOut(Step step) {
        narrator.doing(step);
        var prepared = runner.prepared(step);
        journal.add(prepared);
        runner.carryOut(prepared);
    }

    /** {@return what set-up changed for this caller and what can be taken back, latest first} */
    public List<Step> changes() {
        return journal.read().reversed();
    }

    /** {@return the command that takes back what root changed, where this caller is not root and there is something} */
    public Optional<Command> rootUndo() {
        // The directory is closed to others, who can only see that it is there.
        boolean changed = !account.isRoot() && Files.exists(stateOfRoot);
        return changed ? Optional.of(asRoot("--undo")) : Optional.empty();
    }

    /**
     * Takes all changes back, latest first; one that fails stays listed, and the others go on.
     *
     * @throws Failure the first that stopped a step
     */
    public void undo() {
        var failures = new ArrayList<Failure>();
        for (var step : changes()) {
            narrator.undoing(step);
            try {
                runner.undo(step);
                journal.remove(step);
            } catch (Failure.Cancelled cancelled) {
                throw cancelled;
            } catch (Failure failure) {
                narrator.warning("This stays as it is: " + failure.message());
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private Command asRoot(String... words) {
        var inner = Command.of(launcher.toString(), "setup").with(words);
        return processes.locate("sudo").isPresent()
                ? Command.of("sudo").with(inner.argv())
                : Command.of("su", "-c", inner.toString());
    }
}
