package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.health.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * How a boot was judged; the components are the JSON contract.
 *
 * @param judgement healthy, failing, trying, brought-back, or done when it was judged before
 * @param attempt which of the boots on trial it was, from 1; 0 when the deployment was kept before
 * @param tries in how many boots a new deployment may fail
 * @param results of the checks that were run
 * @param sentence what came of it
 * @param reboots whether the machine reboots now
 */
record HealthRunView(
        String judgement, int attempt, int tries, List<HealthView.Result> results, String sentence, boolean reboots) {
    static HealthRunView of(Verdict verdict) {
        return new HealthRunView(
                Words.of(verdict.kind()),
                verdict.attempt(),
                verdict.tries(),
                verdict.results().stream().map(HealthView.Result::of).toList(),
                verdict.sentence(),
                verdict.reboot());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<String>();
        for (var result : results) {
            lines.add((result.passed() ? "passed: " : page.colors().red("failed: ")) + result.line());
        }
        lines.add(Printable.line(sentence));
        return lines;
    }
}
