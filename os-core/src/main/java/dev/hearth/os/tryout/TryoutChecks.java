package dev.hearth.os.tryout;

import dev.hearth.os.health.CheckProgram;
import dev.hearth.os.health.HealthConfiguration;
import dev.hearth.os.health.PetCheck;
import dev.hearth.os.health.UnitState;
import dev.hearth.os.machine.MachineReport;
import dev.hearth.os.machine.MachineReport.Answer;
import dev.hearth.os.machine.MachineTask;
import dev.hearth.os.tree.Root;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the machine's health is judged by, as tasks for another one. */
final class TryoutChecks {
    private static final String PETS = "the pets of this machine are not there";
    private static final String NAME = "its name has blanks or letters that the report cannot tell";
    /** That of {@code timeout}, when it is over. */
    private static final int TIMED_OUT = 124;

    private final Duration limit;
    private final List<Entry> entries = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private TryoutChecks(Duration limit) {
        this.limit = limit;
    }

    /**
     * One of them.
     *
     * @param task absent for a program that is not run
     * @param unit absent for a program
     * @param problem why it is not run
     */
    private record Entry(
            String name,
            boolean required,
            @Nullable MachineTask task,
            @Nullable String unit,
            @Nullable String problem) {}

    /**
     * {@return those of a deployment}
     *
     * @param deployed its root
     * @param owner whose the programs have to be: root's, but for tests
     */
    static TryoutChecks of(Path deployed, long owner) {
        var configuration = HealthConfiguration.read(deployed);
        var checks = new TryoutChecks(configuration.timeout());
        configuration.units().forEach(checks::add);
        CheckProgram.of(deployed, owner).forEach(program -> checks.add(program, deployed));
        return checks;
    }

    private void add(String unit) {
        if (MachineTask.isWord(unit)) {
            entries.add(new Entry("unit " + unit, true, MachineTask.unit("unit/" + unit, unit), unit, null));
        } else {
            leftOut.add(new LeftOut("the unit '" + unit + "'", NAME));
        }
    }

    private void add(CheckProgram program, Path deployed) {
        var inside = deployed.relativize(program.file());
        if (program.problem() != null) {
            entries.add(new Entry(program.name(), program.required(), null, null, program.problem()));
        } else if (!MachineTask.isWord(program.name())) {
            leftOut.add(new LeftOut("the check '" + program.name() + "'", NAME));
        } else if (new Root(deployed).find(inside).filter(PetCheck::isOne).isPresent()) {
            leftOut.add(new LeftOut("the check '" + program.name() + "'", PETS));
        } else {
            var name = (program.required() ? "required/" : "wanted/") + program.name();
            var task = MachineTask.program(name, "/" + inside);
            entries.add(new Entry(program.name(), program.required(), task, null, null));
        }
    }

    /** {@return how long each may take} */
    Duration limit() {
        return limit;
    }

    List<MachineTask> tasks() {
        return entries.stream()
                .map(Entry::task)
                .flatMap(task -> Optional.ofNullable(task).stream())
                .toList();
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    /** {@return what each found; nothing of those that did not come to their end} */
    List<TriedCheck> found(MachineReport report) {
        return entries.stream().flatMap(entry -> found(entry, report).stream()).toList();
    }

    private Optional<TriedCheck> found(Entry entry, MachineReport report) {
        var task = entry.task();
        return task == null
                ? Optional.of(new TriedCheck(entry.name(), entry.required(), false, 0, String.valueOf(entry.problem())))
                : report.answer(task).map(answer -> found(entry, answer));
    }

    private TriedCheck found(Entry entry, Answer answer) {
        var unit = entry.unit();
        if (unit != null) {
            var result = UnitState.parse(answer.output()).result(unit, limit);
            return new TriedCheck(entry.name(), true, result.passed(), answer.seconds(), result.message());
        }
        return new TriedCheck(entry.name(), entry.required(), answer.status() == 0, answer.seconds(), said(answer));
    }

    private String said(Answer answer) {
        if (answer.status() == TIMED_OUT && answer.seconds() >= limit.toSeconds()) {
            return (answer.output() + "\nit took longer than " + limit.toSeconds() + " seconds").strip();
        }
        return answer.output().isEmpty() && answer.status() != 0
                ? "it ended with status " + answer.status()
                : answer.output();
    }
}
