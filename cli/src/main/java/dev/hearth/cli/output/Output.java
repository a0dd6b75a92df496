package dev.hearth.cli.output;

import dev.hearth.core.host.Terminals;
import dev.hearth.core.text.Printable;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Standard output: results, and nothing but results. */
public final class Output {
    private final PrintWriter out;
    private final Terminals terminals;
    private final Supplier<Colors> colors;
    private final Times times;

    /** Writes for a terminal or for a program, as the terminals say; colours are known once options are parsed. */
    public Output(PrintWriter out, Terminals terminals, Supplier<Colors> colors, Clock clock) {
        this.out = out;
        this.terminals = terminals;
        this.colors = colors;
        this.times = new Times(clock, terminals.output());
    }

    /**
     * Prints a listing.
     *
     * @param name of the list in JSON
     */
    public <T> void list(Format format, String name, List<T> rows, Table<T> table) {
        switch (format) {
            case JSON -> json(Map.of(name, rows));
            case TABLE -> lines(table.lines(rows, times, colors.get(), terminals.output() ? terminals.columns() : 0));
        }
    }

    /**
     * Prints one thing.
     *
     * @param name of the thing in JSON
     */
    public <T> void show(Format format, String name, T thing, Details<T> details) {
        switch (format) {
            case JSON -> json(Map.of(name, thing));
            case TABLE -> lines(details.lines(thing, times, colors.get()));
        }
    }

    /** Prints a page for people, or for programs the view that it is made of. */
    public <T extends Record> void page(Format format, T view, BiFunction<T, Page, List<String>> text) {
        switch (format) {
            case JSON -> out.println(JsonText.of(view));
            case TABLE -> lines(text.apply(view, new Page(colors.get(), terminals.output() ? terminals.columns() : 0)));
        }
    }

    /** Prints several named parts as one JSON object. */
    public void json(Map<String, ?> parts) {
        out.println(JsonText.of(parts));
    }

    /** Prints lines that are hearth's own or made harmless already. */
    public void lines(List<String> lines) {
        lines.forEach(out::println);
    }

    /** Prints lines of somebody else's, made harmless for a terminal. */
    public void untrusted(List<String> lines) {
        lines.forEach(line -> out.println(terminals.output() ? Printable.text(line) : line));
    }
}
