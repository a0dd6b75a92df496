package dev.hearth.os.gate;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Processes;
import dev.hearth.os.OsEvent;
import dev.hearth.os.Step;
import dev.hearth.os.gate.Verdict.Check;
import dev.hearth.os.gpg.ProviderKey;
import dev.hearth.os.machine.MachineReport;
import dev.hearth.os.machine.MachineSysroot;
import dev.hearth.os.machine.MachineTask;
import dev.hearth.os.machine.VirtualMachine;
import dev.hearth.os.repository.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Boots a commit in a virtual machine without network, and has a provider's checks look at it there.
 *
 * <p>What is added to what the commit has is state of that machine, in its {@code /etc} and {@code /var}.
 */
public final class Gate {
    private static final String STATEROOT = "hearth";
    private static final String PLACE = "lib/hearth-gate";
    private static final Pattern WORD = Pattern.compile("'(?<single>[^']*)'|\"(?<double>[^\"]*)\"");

    private final Repository repository;
    private final Processes processes;
    private final InstantSource clock;

    /** Gates what a repository has. */
    public Gate(Repository repository, InstantSource clock) {
        this.repository = repository.required();
        this.processes = repository.processes();
        this.clock = clock;
    }

    /**
     * {@return what the checks found of a commit, which is kept, and signed}
     *
     * @param limit how long a check may take
     */
    public Verdict judge(
            String name,
            Path checks,
            Duration limit,
            VirtualMachine.Hardware hardware,
            ProviderKey key,
            Consumer<OsEvent> events) {
        var work = repository.extension().resolve("gate-work");
        var machine = new VirtualMachine(work, STATEROOT, processes);
        var found = GateChecks.in(checks);
        var commit = repository.commit(name);
        var verdicts = new Verdicts(repository);
        DirectoryTree.clear(work);
        try {
            events.accept(new OsEvent.Began(new Step("Deploy " + commit)));
            var sysroot = machine.sysroot();
            sysroot.create();
            var deployed = sysroot.deploy(
                    new MachineSysroot.Version(repository.directory(), commit, kernelArguments(commit), null));
            var tasks = placed(found, sysroot.var());
            var report = machine.boot(deployed, new VirtualMachine.Tasks(tasks, limit, Map.of()), hardware, events);
            var verdict = new Verdict(commit, clock.instant(), report.trouble(commit, tasks), checks(report));
            verdicts.keep(verdict, key);
            Files.copy(machine.console(), verdicts.console(commit), StandardCopyOption.REPLACE_EXISTING);
            return verdict;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DirectoryTree.delete(work);
        }
    }

    /** {@return where what a machine said while it ran is kept} */
    public Path console(Verdict verdict) {
        return new Verdicts(repository).console(verdict.commit());
    }

    /** Those that it is composed with. */
    private List<String> kernelArguments(String commit) {
        var arguments = new ArrayList<String>();
        var words = WORD.matcher(repository.noted(commit, "hearth.kernel-arguments"));
        while (words.find()) {
            arguments.add(words.group("single") == null ? words.group("double") : words.group("single"));
        }
        return arguments;
    }

    private static List<MachineTask> placed(GateChecks checks, Path var) throws IOException {
        var directory = Files.createDirectories(var.resolve(PLACE));
        var tasks = new ArrayList<MachineTask>();
        for (var file : checks.files()) {
            var name = file.getFileName().toString();
            var copy = Files.copy(file, directory.resolve(name));
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            tasks.add(MachineTask.program(name, "/var/%s/%s".formatted(PLACE, name)));
        }
        return tasks;
    }

    private static List<Check> checks(MachineReport report) {
        return report.answers().stream()
                .map(each -> new Check(each.name(), each.status(), each.seconds(), each.output()))
                .toList();
    }
}
