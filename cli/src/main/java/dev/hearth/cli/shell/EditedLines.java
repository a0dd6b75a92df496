package dev.hearth.cli.shell;

import dev.hearth.cli.completion.Offers;
import dev.hearth.cli.screen.UserTerminal;
import dev.hearth.core.host.Environment;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Lines with a history, which can be edited and completed. */
final class EditedLines implements Lines {
    private static final int KEPT = 1000;

    private final UserTerminal user;
    private final Offers offers;
    private final LineReader reader;

    /**
     * Reads from the user's terminal.
     *
     * @param history a file of the user's own; absent where none can be kept
     */
    EditedLines(Environment environment, Offers offers, @Nullable Path history) {
        this.offers = offers;
        user = UserTerminal.open(environment);
        var builder = LineReaderBuilder.builder()
                .terminal(user.terminal())
                .appName("hearth")
                .parser(new LineParser())
                .completer((_, line, candidates) -> complete(line, candidates))
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_SPACE, true)
                .option(Option.HISTORY_IGNORE_DUPS, true)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .option(Option.CASE_INSENSITIVE, false)
                .option(Option.INSERT_TAB, false)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                .variable(LineReader.BELL_STYLE, "none")
                .variable(LineReader.HISTORY_SIZE, KEPT)
                .variable(LineReader.HISTORY_FILE_SIZE, KEPT);
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        reader = builder.build();
        // The launcher would take the signal for hearth's own end, so at the prompt it is a key like any other.
        for (var name : List.of(LineReader.EMACS, LineReader.VIINS)) {
            var keys = reader.getKeyMaps().get(name);
            if (keys != null) {
                keys.bind(new Reference(LineReader.INTERRUPT), KeyMap.ctrl('C'));
            }
        }
    }

    @Override
    public Optional<String> read(String prompt) {
        user.keepSignals();
        try {
            return Optional.of(reader.readLine(prompt));
        } catch (UserInterruptException e) {
            return Optional.of("");
        } catch (EndOfFileException e) {
            return Optional.empty();
        } finally {
            user.restore();
        }
    }

    @Override
    public void close() {
        user.close();
    }

    private void complete(ParsedLine line, List<Candidate> candidates) {
        var words = HearthLine.of(line.words().subList(0, line.wordIndex()));
        for (var offer : offers.of(words, line.word())) {
            var description = offer.description().isEmpty() ? null : Printable.line(offer.description());
            candidates.add(new Candidate(
                    offer.word(), Printable.line(offer.word()), null, description, null, null, offer.whole()));
        }
    }
}
