package dev.hearth.cli.os;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.core.text.Printable;
import dev.hearth.images.Transfer;
import dev.hearth.os.OsEvent;
import java.util.function.Consumer;

/** Tells of work on the base in the way in which all else is told. */
public final class ConsoleOsNarrator implements Consumer<OsEvent> {
    private final ConsoleNarrator narrator;

    public ConsoleOsNarrator(ConsoleNarrator narrator) {
        this.narrator = narrator;
    }

    @Override
    public void accept(OsEvent event) {
        switch (event) {
            case OsEvent.Began(var step) -> narrator.say(Printable.line(step.text()));
            case OsEvent.Said(var line) -> narrator.transferred(new Transfer.Line(line));
            case OsEvent.Downloaded(var bytes, var total) ->
                narrator.transferred(new Transfer.Part("base", "Downloading", bytes, total));
            case OsEvent.Warned(var sentence) -> narrator.warning(sentence);
        }
    }
}
