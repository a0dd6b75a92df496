package dev.hearth.cli.output;

import dev.hearth.core.text.Printable;
import dev.hearth.core.trace.Trace;
import dev.hearth.generations.GenerationNumber;
import dev.hearth.images.ImageReference;
import dev.hearth.images.Transfer;
import dev.hearth.pets.Narrator;
import dev.hearth.pets.PetName;
import dev.hearth.pets.UserSystemd;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Tells on standard error what happens: with moving progress on a terminal, in plain lines otherwise. */
public final class ConsoleNarrator implements Narrator {
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Talk talk;
    private final Supplier<Colors> colors;
    private final Clock clock;
    private final Trace trace;
    private Transfers transfers;
    private Instant latest;

    /** Tells the user through the talk and the log through the trace. */
    public ConsoleNarrator(Talk talk, Supplier<Colors> colors, Clock clock, Trace trace) {
        this.talk = talk;
        this.colors = colors;
        this.clock = clock;
        this.trace = trace;
        latest = clock.instant();
        transfers = new Transfers(latest);
    }

    @Override
    public void creating(PetName name) {
        say("Creating the pet '%s'".formatted(name));
    }

    @Override
    public void settingUp(PetName name, String step) {
        mention("Setting up '%s': %s".formatted(name, Printable.line(step)));
    }

    @Override
    public void setUpSaid(String line) {
        say("  " + line);
    }

    @Override
    public void setUpLogged(List<String> lines) {
        lines.forEach(line -> trace.note("set-up: " + line));
    }

    @Override
    public void runningHook(PetName name, String command) {
        say("Running in '%s': %s".formatted(name, Printable.line(command)));
    }

    @Override
    public void created(PetName name) {
        trace.note("Created the pet '%s'".formatted(name));
        confirm("The pet '%s' is ready".formatted(name));
    }

    @Override
    public void starting(PetName name) {
        mention("Starting '%s'".formatted(name));
    }

    @Override
    public void stopping(PetName name) {
        mention("Stopping '%s'".formatted(name));
    }

    @Override
    public void saving(PetName name, GenerationNumber number) {
        mention("Saving '%s' as %s".formatted(name, number));
    }

    @Override
    public void packageManagerSaid(PetName name, String line) {
        say(Printable.text(line));
    }

    @Override
    public void givingTheTerminal() {
        talk.clear();
    }

    @Override
    public void undoing(PetName name, GenerationNumber number) {
        say("Returning '%s' to %s".formatted(name, number));
    }

    @Override
    public void cleanedUp(String what) {
        say("Cleared away what an interrupted command had left: " + Printable.line(what));
    }

    @Override
    public void waitingFor(String holder) {
        say("Waiting for another hearth command (%s)".formatted(Printable.line(holder)));
    }

    @Override
    public void startsByItself(PetName name, UserSystemd systemd) {
        if (!systemd.runs()) {
            warning("No systemd of yours runs here; '%s' starts with your login once one does".formatted(name));
        } else if (systemd.lingers()) {
            confirm("The pet '%s' starts with the machine, since your systemd lingers".formatted(name));
        } else {
            confirm("The pet '%s' starts when you log in; after `loginctl enable-linger`, with the machine"
                    .formatted(name));
        }
    }

    @Override
    public void unitRepaired(PetName name, Path gone, Path launcher) {
        say("The unit that starts '%s' called '%s', which is gone; now it calls '%s'".formatted(name, gone, launcher));
    }

    @Override
    public void warning(String sentence) {
        trace.note("warning: " + sentence);
        talk.say(colors.get().yellow("Warning:") + " " + Printable.line(sentence));
    }

    @Override
    public void pulling(ImageReference reference) {
        say("Fetching the image " + reference);
        beginTransfers();
    }

    @Override
    public void registryUnreachable(ImageReference reference, String reason) {
        warning("%s cannot be fetched: %s".formatted(reference, reason));
    }

    @Override
    public void bootstrapping(String distribution, String release) {
        var what = (distribution + " " + release).strip();
        say("Making an image of %s from its package mirror".formatted(what));
        beginTransfers();
    }

    @Override
    public void transferred(Transfer transfer) {
        switch (transfer) {
            case Transfer.Part part -> {
                transfers.add(part);
                if (isTime()) {
                    report(transfers.lines(clock.instant()), transfers.summary(clock.instant()));
                }
            }
            case Transfer.Line(var text) -> {
                trace.note("output: " + text);
                if (isTime() && !text.isBlank()) {
                    report(List.of(text), text);
                }
            }
        }
    }

    @Override
    public void imageReady(ImageReference reference) {
        say("The image %s is here".formatted(reference));
    }

    /** Confirms to a person that a changing command succeeded; a program has the exit status. */
    public void confirm(String sentence) {
        talk.clear();
        if (talk.isLive()) {
            talk.say(sentence);
        }
    }

    /** Says a sentence that stays, and notes it. */
    public void say(String sentence) {
        trace.note(sentence);
        talk.say(sentence);
    }

    /** Shows what goes by too fast to be kept. */
    private void mention(String sentence) {
        trace.note(sentence);
        talk.draw(List.of(sentence));
    }

    private void report(List<String> drawing, String line) {
        latest = clock.instant();
        if (talk.isLive()) {
            talk.draw(drawing);
        } else {
            talk.say(Printable.line(line));
        }
    }

    private boolean isTime() {
        var pause = talk.isLive() ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        return Duration.between(latest, clock.instant()).compareTo(pause) >= 0;
    }

    private void beginTransfers() {
        latest = clock.instant();
        transfers = new Transfers(latest);
    }
}
