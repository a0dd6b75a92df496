package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.health.CheckProgram;
import dev.hearth.os.health.CheckResult;
import dev.hearth.os.health.HealthReport;
import dev.hearth.os.health.HealthState.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether what runs works; the components are the JSON contract.
 *
 * @param enabled whether boots are judged
 * @param verdict healthy, in-use (it ran when boots began to be judged), brought-back, no-way-back (it failed, and there is
 *     nothing to bring back), trial, or unknown
 * @param since when that was found out; null while it is on trial
 * @param tries in how many boots it was tried so far; 0 when it is not on trial
 * @param allowed in how many boots a new deployment may fail
 * @param judged when a boot of it was judged last; null where none was
 * @param failed what was wrong then
 * @param left the deployment that was left last for the one before it; null when none was
 * @param checks the programs that are run
 */
record HealthView(
        boolean enabled,
        String verdict,
        @Nullable Instant since,
        int tries,
        int allowed,
        @Nullable Instant judged,
        List<Result> failed,
        @Nullable Left left,
        List<Program> checks) {

    /**
     * What a check found.
     *
     * @param name of the program, or unit NAME
     * @param required whether a boot in which it fails went wrong
     * @param passed whether all was well
     * @param message what it said last
     */
    record Result(String name, boolean required, boolean passed, String message) {
        static Result of(CheckResult result) {
            return new Result(result.name(), result.required(), result.passed(), result.message());
        }

        String line() {
            var said = message.isEmpty() ? "" : ": " + Printable.line(message);
            return name + (required ? "" : " (not required)") + said;
        }
    }

    /**
     * A deployment that was left.
     *
     * @param deployment its id
     * @param version in the maker's own counting
     * @param commit what is not taken again by itself; null when the base was not at fault
     * @param time when it was left
     * @param reason why
     * @param to the id of the deployment that was brought back
     * @param failure why that could not be done; null when it was
     */
    record Left(
            String deployment,
            @Nullable String version,
            @Nullable String commit,
            Instant time,
            String reason,
            String to,
            @Nullable String failure) {
        static Left of(Rejected left) {
            return new Left(
                    left.deployment(),
                    left.version(),
                    left.commit(),
                    Instant.parse(left.time()),
                    left.reason(),
                    left.to(),
                    left.failure());
        }

        String line() {
            var what = "from " + Printable.line(version == null ? deployment : version) + " at " + time + ": "
                    + Printable.line(reason);
            return failure == null ? what : what + "; it could not be: " + Printable.line(failure);
        }
    }

    /**
     * A program that says whether something is well.
     *
     * @param name of its file
     * @param required whether a boot in which it fails went wrong
     * @param file where it lies
     * @param problem why it is not run, and counts as failed; null where it is
     */
    record Program(
            String name,
            boolean required,
            String file,
            @Nullable String problem) {
        static Program of(CheckProgram program) {
            return new Program(
                    program.name(), program.required(), program.file().toString(), program.problem());
        }

        private String line() {
            var kind = required ? "required  " : "wanted    ";
            return kind + Printable.line(file) + (problem == null ? "" : ": " + problem);
        }
    }

    static HealthView of(boolean enabled, HealthReport report) {
        var settled = report.settled();
        var last = report.last();
        var left = report.left();
        return new HealthView(
                enabled,
                settled == null ? (report.isOnTrial() ? "trial" : "unknown") : Words.of(settled.why()),
                settled == null ? null : Instant.parse(settled.since()),
                report.tries(),
                report.allowed(),
                last == null ? null : Instant.parse(last.time()),
                report.failed().stream().map(Result::of).toList(),
                left == null ? null : Left.of(left),
                report.programs().stream().map(Program::of).toList());
    }

    /** {@return what the status says of it; nothing where nobody asked for it} */
    List<String> summary() {
        var lines = new ArrayList<String>();
        var state = state();
        if (enabled || !verdict.equals("unknown")) {
            lines.add("Health: " + state);
            failed.forEach(result -> lines.add("  └─ failed: " + result.line()));
        }
        if (left != null) {
            lines.add("BroughtBack: " + left.line());
        }
        return lines;
    }

    private String state() {
        boolean wrong = failed.stream().anyMatch(Result::required);
        var word = switch (verdict) {
            case "healthy" -> "healthy since " + since;
            case "in-use" -> "not judged yet: it ran already when boots began to be";
            case "brought-back" -> "brought back at " + since;
            case "no-way-back" -> "failed, and kept: there is nothing to bring back in its place";
            case "trial" -> "try " + tries + " of " + allowed;
            default -> "not judged yet";
        };
        return wrong ? word + ", failing in this boot" : word;
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        lines.add(enabled ? "Boots are judged" : "Boots are not judged; `hearth os health enable` has them judged");
        lines.addAll(summary());
        if (!checks.isEmpty()) {
            lines.add("Checks:");
            checks.forEach(check -> lines.add("  " + check.line()));
        }
        return lines;
    }
}
