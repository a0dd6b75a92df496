package dev.hearth.os.machine;

import dev.hearth.core.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the machine reported.
 *
 * @param booted the commit that it says it runs; absent when it said nothing
 * @param answers those of the tasks that came to their end
 * @param complete whether that were all
 */
public record MachineReport(@Nullable String booted, List<Answer> answers, boolean complete) {
    private static final Pattern BOOTED = Pattern.compile("booted (?<commit>[0-9a-f]{64})\\.[0-9]+");
    private static final Pattern BEGIN = Pattern.compile("begin (?<name>[!-~]+)");
    private static final Pattern END = Pattern.compile("end (?<status>[0-9]{1,3}) (?<seconds>[0-9]{1,6})");
    private static final String OUTPUT = "| ";

    public MachineReport {
        answers = List.copyOf(answers);
    }

    /**
     * What came of one task.
     *
     * @param status with which it ended
     * @param seconds that it took
     * @param output the end of what it said
     */
    public record Answer(String name, int status, int seconds, String output) {}

    /** Reads it as far as it came. */
    static MachineReport parse(String text) {
        String booted = null;
        String name = null;
        boolean complete = false;
        var output = new ArrayList<String>();
        var answers = new ArrayList<Answer>();
        for (var each : text.lines().toList()) {
            var line = each.stripTrailing();
            var begin = BEGIN.matcher(line);
            var end = END.matcher(line);
            var deployment = BOOTED.matcher(line);
            if (line.startsWith(OUTPUT)) {
                output.add(Printable.line(line.substring(OUTPUT.length())));
            } else if (deployment.matches() && booted == null) {
                booted = deployment.group("commit");
            } else if (begin.matches()) {
                name = begin.group("name");
                output.clear();
            } else if (end.matches() && name != null) {
                answers.add(new Answer(
                        name,
                        Integer.parseInt(end.group("status")),
                        Integer.parseInt(end.group("seconds")),
                        String.join("\n", output)));
                name = null;
            } else if (line.equals("done")) {
                complete = true;
            }
        }
        return new MachineReport(booted, answers, complete);
    }

    /** {@return what came of a task; empty when it did not come to its end} */
    public Optional<Answer> answer(MachineTask task) {
        return answers.stream()
                .filter(answer -> answer.name().equals(task.name()))
                .findFirst();
    }

    /** {@return why this is no full answer about a commit; absent when it is one} */
    public @Nullable String trouble(String commit, List<MachineTask> tasks) {
        if (booted == null) {
            return "the machine did not come up";
        }
        if (!booted.equals(commit)) {
            return "the machine came up with another commit, " + booted;
        }
        var missing = tasks.stream()
                .map(MachineTask::name)
                .filter(name ->
                        answers.stream().noneMatch(answer -> answer.name().equals(name)))
                .collect(Collectors.joining("', '"));
        return complete && missing.isEmpty() ? null : "the machine ended before the checks did: '" + missing + "'";
    }
}
