package dev.hearth.cli.os;

import dev.hearth.cli.output.ConsoleNarrator;
import dev.hearth.cli.output.Output;
import dev.hearth.os.program.Action;
import dev.hearth.os.program.Actions;
import java.util.List;

/** Changes how the boots of this host are judged, the way all such commands do. */
public final class HealthActions {
    private final ChosenBase base;
    private final Requester requester;
    private final ConsoleNarrator narrator;
    private final Output output;

    public HealthActions(ChosenBase base, Requester requester, ConsoleNarrator narrator, Output output) {
        this.base = base;
        this.requester = requester;
        this.narrator = narrator;
        this.output = output;
    }

    HostHealth health() {
        return HostHealth.of(base);
    }

    Requester requester() {
        return requester;
    }

    /** {@return whether anything had to be changed; with {@code --dry-run} it is only shown} */
    boolean perform(List<Action> actions, ChangeOptions options) {
        if (options.dryRun()) {
            var steps = actions.stream().map(Action::step).toList();
            output.page(options.format(), PlanView.of(steps), PlanView::lines);
            return false;
        }
        requester.requireRoot();
        return new Actions(health().processes(), finished -> finished.orThrow().succeeded())
                .perform(actions, new ConsoleOsNarrator(narrator));
    }

    void confirm(String sentence) {
        narrator.confirm(sentence);
    }
}
