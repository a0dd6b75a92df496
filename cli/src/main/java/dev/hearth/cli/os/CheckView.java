package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits, or is wrong, with the base; the components are the JSON contract.
 *
 * @param verdict fine, waits or wrong
 * @param findings what was found, what is wrong first
 */
record CheckView(String verdict, List<Item> findings) {
    static final String WRONG = "wrong";
    static final String WAITS = "waits";
    private static final String FINE = "fine";

    /**
     * One finding.
     *
     * @param kind what it is about, such as reboot-pending or space-low
     * @param wrong whether it is wrong, rather than waiting for somebody
     * @param message what was found
     * @param hint what to do about it
     */
    record Item(
            String kind,
            boolean wrong,
            String message,
            @Nullable String hint) {
        static Item of(Finding finding) {
            return new Item(Words.of(finding.kind()), finding.isWrong(), finding.sentence(), finding.hint());
        }
    }

    static CheckView of(List<Finding> findings) {
        var verdict = findings.isEmpty() ? FINE : findings.stream().anyMatch(Finding::isWrong) ? WRONG : WAITS;
        return new CheckView(verdict, findings.stream().map(Item::of).toList());
    }

    List<String> lines(Page page) {
        if (findings.isEmpty()) {
            return List.of("Nothing is wrong, and nothing waits");
        }
        var lines = new ArrayList<String>();
        for (var item : findings) {
            var colors = page.colors();
            var mark = item.wrong() ? colors.red("Wrong:") : colors.yellow("Waits:");
            lines.add(mark + " " + Printable.line(item.message()));
            if (item.hint() != null) {
                lines.add("       " + item.hint());
            }
        }
        return lines;
    }
}
