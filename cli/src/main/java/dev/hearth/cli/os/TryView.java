package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.tryout.LeftOut;
import dev.hearth.os.tryout.TriedCheck;
import dev.hearth.os.tryout.TryoutResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what boots next did in a virtual machine; the components are the JSON contract.
 *
 * @param deployment its id
 * @param version in the maker's own counting
 * @param passed whether it came up with all that is required of it
 * @param trouble why the checks could not be run to their end; null when they were
 * @param tried what each check found
 * @param leftOut what the machine did not have
 * @param console the file with all that the machine said
 */
record TryView(
        String deployment,
        @Nullable String version,
        boolean passed,
        @Nullable String trouble,
        List<Check> tried,
        List<Missing> leftOut,
        String console) {

    /**
     * What a check found.
     *
     * @param name of its file, or unit NAME
     * @param required whether a boot in which it fails went wrong
     * @param passed whether all was well
     * @param seconds that it took
     * @param output the end of what it said, or why it failed
     */
    record Check(String name, boolean required, boolean passed, int seconds, String output) {
        static Check of(TriedCheck check) {
            return new Check(check.name(), check.required(), check.passed(), check.seconds(), check.output());
        }

        private void addTo(List<String> lines, Page page) {
            var word = passed ? page.colors().green("Passed:") : page.colors().red("Failed:");
            var kind = required ? "" : " (not required)";
            lines.add("%s %s%s, after %d s".formatted(word, Printable.line(name), kind, seconds));
            if (!passed) {
                output.lines().map(Printable::line).forEach(line -> lines.add("  " + line));
            }
        }
    }

    /**
     * Something that the machine did not have.
     *
     * @param what a path, a mount point or a check
     * @param reason why
     */
    record Missing(String what, String reason) {
        static Missing of(LeftOut leftOut) {
            return new Missing(leftOut.what(), leftOut.reason());
        }
    }

    static TryView of(TryoutResult result) {
        var deployment = result.deployment();
        return new TryView(
                deployment.id().toString(),
                deployment.commit().version(),
                result.passed(),
                result.trouble(),
                result.checks().stream().map(Check::of).toList(),
                result.leftOut().stream().map(Missing::of).toList(),
                result.console().toString());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        tried.forEach(check -> check.addTo(lines, page));
        if (trouble != null) {
            lines.add(page.colors().red("Failed:") + " " + Printable.line(trouble));
        }
        for (var missing : leftOut) {
            lines.add("Left out: " + Printable.line(missing.what() + ": " + missing.reason()));
        }
        var name = Printable.line(version == null ? deployment : version);
        lines.add(passed ? name + " " + praise() : name + " failed; all that it said is in " + console);
        return lines;
    }

    private String praise() {
        return tried.isEmpty() ? "came up; there are no checks to say more" : "came up with all that is required of it";
    }
}
