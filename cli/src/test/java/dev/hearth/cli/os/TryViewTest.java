package dev.hearth.cli.os;

import static dev.hearth.os.CannedBase.deployment;

import dev.hearth.cli.Golden;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Format;
import dev.hearth.cli.output.Output;
import dev.hearth.core.host.Terminals;
import dev.hearth.os.tryout.LeftOut;
import dev.hearth.os.tryout.TriedCheck;
import dev.hearth.os.tryout.TryoutResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TryViewTest {
    private static final TriedCheck UP = new TriedCheck("unit default.target", true, true, 4, "");
    private static final TriedCheck CARD = new TriedCheck("10-card", true, false, 1, "looking\nno such card\u001b[2J");
    private static final TriedCheck NICE = new TriedCheck("40-nice", false, false, 0, "it ended with status 1");

    @Test
    void namesWhatFails() {
        var view = view(null, UP, CARD, NICE);

        Golden.verify("os-try/failed.txt", text(view, Format.TABLE));
        Golden.verify("os-try/failed-json.txt", text(view, Format.JSON));
    }

    @Test
    void saysThatAllIsWell() {
        Golden.verify("os-try/passed.txt", text(view(null, UP, NICE), Format.TABLE));
    }

    @Test
    void saysThatThereIsNothingMoreToSay() {
        Golden.verify("os-try/no-checks.txt", text(view(null), Format.TABLE));
    }

    @Test
    void saysThatItDidNotComeUp() {
        Golden.verify("os-try/trouble.txt", text(view("the machine did not come up"), Format.TABLE));
    }

    private static TryView view(@Nullable String trouble, TriedCheck... checks) {
        return TryView.of(new TryoutResult(
                deployment("b", "42.20261102.0", 2),
                trouble,
                List.of(checks),
                List.of(new LeftOut("/data", "the machine has no such disk")),
                Path.of("/var/lib/hearth/try/console")));
    }

    private static String text(TryView view, Format format) {
        var text = new StringWriter();
        try (var out = new PrintWriter(text)) {
            new Output(out, Terminals.NONE, () -> Colors.PLAIN, Clock.systemUTC()).page(format, view, TryView::lines);
        }
        return text.toString();
    }
}
