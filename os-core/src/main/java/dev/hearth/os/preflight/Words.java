package dev.hearth.os.preflight;

import dev.hearth.core.process.Finished;
import dev.hearth.core.text.Printable;
import java.util.List;

/** What programs say about what is wrong. */
final class Words {
    private Words() {}

    /** {@return the first line, where programs name the file and what is wrong in it} */
    static String of(Finished finished) {
        return lines(finished).stream().findFirst().orElse("nothing, and ended with status " + finished.status());
    }

    /** {@return all lines; those of standard error first} */
    static List<String> lines(Finished finished) {
        return (finished.err() + "\n" + finished.out())
                .lines()
                .map(Printable::line)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
