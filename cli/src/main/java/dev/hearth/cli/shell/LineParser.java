package dev.hearth.cli.shell;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Tells the line editor of words. */
final class LineParser implements Parser {
    /** Knows how a word has to be quoted. */
    private final DefaultParser quoting = new DefaultParser();

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        var typed = line.substring(0, Math.clamp(cursor, 0, line.length()));
        var words = Words.of(context == ParseContext.COMPLETE ? typed : line);
        if (context == ParseContext.ACCEPT_LINE && words.open()) {
            throw new EOFError(-1, -1, "A quote is open", "quote");
        }
        int length = typed.length() - Math.min(words.last(), typed.length());
        var last = words.words().getLast();
        return quoting
        .new ArgumentList(line, words.words(), words.words().size() - 1, last.length(), cursor, null, length, length);
    }
}
