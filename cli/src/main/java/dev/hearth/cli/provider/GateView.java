package dev.hearth.cli.provider;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.gate.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found; the components are the JSON contract.
 *
 * @param commit that was booted
 * @param passed whether it may be released
 * @param trouble why the checks could not be run to their end; null when they were
 * @param checked what each check found
 * @param console the file with all that the machine said
 */
record GateView(String commit, boolean passed, @Nullable String trouble, List<Item> checked, String console) {

    /**
     * One check.
     *
     * @param name of its file
     * @param status with which it ended
     * @param seconds that it took
     * @param output the end of what it said
     */
    record Item(String name, int status, long seconds, String output) {}

    static GateView of(Verdict verdict, Path console) {
        return new GateView(
                verdict.commit(),
                verdict.passed(),
                verdict.trouble(),
                verdict.checks().stream()
                        .map(each -> new Item(each.name(), each.status(), Math.round(each.seconds()), each.output()))
                        .toList(),
                console.toString());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        var colors = page.colors();
        for (var item : checked) {
            if (item.status() == 0) {
                lines.add(colors.green("Passed:") + " " + Printable.line(item.name()));
            } else {
                lines.add(colors.red("Failed:")
                        + " %s, with status %d".formatted(Printable.line(item.name()), item.status()));
                item.output().lines().map(Printable::line).forEach(line -> lines.add("  " + line));
            }
        }
        if (trouble != null) {
            lines.add(colors.red("Failed:") + " " + Printable.line(trouble));
        }
        lines.add(passed ? commit + " may be released" : commit + " may not be released; its console is in " + console);
        return lines;
    }
}
