package dev.hearth.guest;

import dev.hearth.core.text.Printable;
import dev.hearth.guest.SetupEvent.Step;
import dev.hearth.guest.SetupEvent.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Understands what the set-up inside a pet prints, a line at a time; the script {@code setup} describes the form. */
public final class SetupOutput {
    private final Consumer<SetupEvent> events;
    private final List<String> said = new ArrayList<>();
    private String step = "Starting";
    private boolean failed;

    public SetupOutput(Consumer<SetupEvent> events) {
        this.events = events;
    }

    /** Takes the next line. */
    public void line(String raw) {
        var line = Printable.line(raw);
        if (failed) {
            said.add(line);
        } else if (line.startsWith("step ")) {
            step = line.substring("step ".length());
            said.clear();
            events.accept(new Step(step));
        } else if (line.startsWith("warn ")) {
            events.accept(new Warning(line.substring("warn ".length())));
        } else if (line.startsWith("fail ")) {
            failed = true;
            step = line.substring("fail ".length());
            said.clear();
        } else {
            said.add(line);
        }
    }

    /**
     * Takes the status with which the set-up ended.
     *
     * @throws SetupFailed when it is not 0
     */
    public void end(String pet, int status) {
        if (status != 0) {
            throw new SetupFailed(pet, step, said, status);
        }
    }
}
