package dev.hearth.cli.os;

import dev.hearth.cli.output.Page;
import dev.hearth.core.text.Printable;
import dev.hearth.os.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change came to; the components are the JSON contract.
 *
 * @param changed whether anything is different now
 * @param deployment the id of what boots next because of it; null when that is as before, or unknown
 * @param message what to say of it
 * @param packages in which packages the new deployment differs from the one it was made from
 * @param effect what of the new deployment matters to what runs; null when nothing new boots, or it is unknown
 * @param setAside requests that could not be met, which did not keep the rest from being done
 */
record OutcomeView(
        boolean changed,
        @Nullable String deployment,
        String message,
        PackagesView packages,
        @Nullable EffectView effect,
        List<InactiveView> setAside) {

    static OutcomeView of(Outcome outcome) {
        var deployment = outcome.deployment();
        var effect = outcome.effect();
        return new OutcomeView(
                outcome.changed(),
                deployment == null ? null : deployment.toString(),
                outcome.sentence(),
                PackagesView.of(outcome.packages()),
                effect == null ? null : EffectView.of(effect),
                outcome.setAside().stream().map(InactiveView::of).toList());
    }

    List<String> lines(Page page) {
        var lines = new ArrayList<>(packages.lines(page));
        setAside.forEach(item ->
                lines.add(page.colors().yellow("Set aside: ") + Printable.line(item.request() + ": " + item.reason())));
        if (effect != null) {
            lines.add("Concerns: " + Printable.line(effect.text()));
        }
        lines.add(Printable.line(message));
        return lines;
    }
}
