package dev.hearth.between;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.os.advice.Evidence;
import dev.hearth.pets.PetName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is to leave the base, or to go to a pet, is of no use outside of the base. */
public final class NeededInBase extends Failure.Conflict {
    private NeededInBase(String message, String hint) {
        super(message, hint);
    }

    static NeededInBase by(String word, List<Evidence> needs) {
        return new NeededInBase(
                "'%s' has to be in the base: %s".formatted(word, reasons(needs)),
                "Move it with --anyway, if a pet does all the same.");
    }

    /**
     * Says where to install what was to go to a pet.
     *
     * @param others what a pet does for that was asked for together with it
     */
    static NeededInBase instead(List<Placement> needed, List<String> others, PetName pet) {
        var names = needed.stream().map(Placement::name).collect(Collectors.joining(" "));
        var rest = others.isEmpty()
                ? ""
                : " `hearth install %s` installs the rest in '%s'.".formatted(String.join(" ", others), pet);
        return new NeededInBase(
                needed.stream().map(NeededInBase::sentence).collect(Collectors.joining("; ")),
                "`hearth os install %1$s` layers that, with the next boot; `hearth install -c %2$s %1$s` puts it in the pet '%2$s' all the same.%3$s"
                        .formatted(names, pet, rest));
    }

    private static String sentence(Placement placement) {
        var judgement = Objects.requireNonNull(placement.judgement());
        return "'%s' has to be in the base: %s".formatted(placement.name(), reasons(judgement.needs()));
    }

    static NeededInBase unknown(String word) {
        return new NeededInBase(
                "What '%s' consists of cannot be told: no package of the base goes by that name".formatted(word),
                "Take it off with `hearth os uninstall`, and install in a pet what you need.");
    }

    private static String reasons(List<Evidence> needs) {
        return needs.stream()
                .map(evidence -> "%s (%s)"
                        .formatted(
                                evidence.need().title(),
                                Printable.line(evidence.files().getFirst())))
                .collect(Collectors.joining(", "));
    }
}
