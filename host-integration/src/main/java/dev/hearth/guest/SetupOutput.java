package dev.hearth.guest;

import dev.hearth.core.text.Printable;
import dev.hearth.guest.SetupEvent.Step;
import dev.hearth.guest.SetupEvent.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Understands what the set-up inside a pet prints, a line at a time; the script {@code setup} describes the form. */
public final class SetupOutput {
    /** Lines of a step that failed which are worth showing. */
    private static final int SHOWN = 20;

    private final Consumer<SetupEvent> events;
    private final List<String> log = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private String step = "Starting";

    public SetupOutput(Consumer<SetupEvent> events) {
        this.events = events;
    }

    /** Takes the next line. */
    public void line(String raw) {
        var line = Printable.line(raw);
        if (line.startsWith("step ")) {
            step = line.substring("step ".length());
            said.clear();
            events.accept(new Step(step));
        } else if (line.startsWith("warn ")) {
            events.accept(new Warning(line.substring("warn ".length())));
        } else {
            // What has no mark is the complaint of a shell that could not even begin.
            say(line.startsWith("said ") ? line.substring("said ".length()) : line);
        }
    }

    private void say(String line) {
        if (said.isEmpty()) {
            log.add("== " + step);
        }
        said.add(line);
        log.add(line);
    }

    /** {@return what the steps said, as far as they came, each below its title} */
    public List<String> log() {
        return List.copyOf(log);
    }

    /**
     * Takes the status with which the set-up ended.
     *
     * @throws SetupFailed when it is not 0
     */
    public void end(String pet, int status) {
        if (status != 0) {
            throw new SetupFailed(pet, step, said.subList(Math.max(0, said.size() - SHOWN), said.size()), status);
        }
    }
}
