package dev.hearth.os.preflight;

import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramMissing;
import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.layer.SandboxBroken;
import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at a new deployment before it may boot, with its own programs and the configuration that it is going to have.
 *
 * <p>Only what is worse than now keeps it from booting: what is wrong already would otherwise keep every update away.
 */
public final class Preflight {
    private static final List<Check> CHECKS =
            List.of(ConfigurationCheck.ofSudo(), ConfigurationCheck.ofSshd(), new UnitCheck(), new LibraryCheck());

    private final Processes processes;

    public Preflight(Processes processes) {
        this.processes = processes;
    }

    /**
     * Looks at a deployment.
     *
     * @param work a private directory on the file system of both; what is left in it is of no use
     * @param present the root of what is in use now
     * @param made the root of the new one
     * @param warnings told, in sentences, what is wrong and no worse than now
     * @throws WorseThanNow when something is wrong that is in order now
     */
    public void check(Path work, Path present, Path made, Consumer<String> warnings) {
        var now = new Candidate(new Root(present), work.resolve("present"), processes);
        var next = new Candidate(new Root(made), work.resolve("made"), processes);
        var worse = new ArrayList<String>();
        try {
            var programs = new ProgramDiff(now.root(), next.root());
            for (var check : CHECKS) {
                var complaints = check.complaints(next, check.subjects(now.root(), next.root(), programs));
                var known = complaints.isEmpty() ? complaints : check.complaints(now, List.copyOf(complaints.keySet()));
                complaints.forEach((subject, words) -> {
                    var sentence = "`" + check.command() + "` says: " + words;
                    if (known.containsKey(subject)) {
                        warnings.accept("Wrong before and after: " + sentence);
                    } else {
                        worse.add(sentence);
                    }
                });
            }
        } catch (SandboxBroken | ProgramMissing e) {
            warnings.accept("The new deployment could not be checked: " + e.message());
        }
        if (!worse.isEmpty()) {
            worse.stream().skip(1).forEach(warnings);
            throw new WorseThanNow(worse);
        }
    }
}
