package dev.hearth.os;

import dev.hearth.os.effect.Effect;
import dev.hearth.os.packages.PackageDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change came to.
 *
 * @param changed whether anything is different now
 * @param deployment what boots next because of it; absent when that is as before, or the engine does not tell
 * @param packages what the new deployment has other than the one it was made from
 * @param effect what of the deployment that boots next matters to what runs; absent when nothing new does, or it is unknown
 * @param setAside requests that could not be met, which did not keep the rest from being done
 * @param sentence what to say of it, without its period
 */
public record Outcome(
        boolean changed,
        @Nullable DeploymentId deployment,
        PackageDiff packages,
        @Nullable Effect effect,
        List<Layering.Inactive> setAside,
        String sentence) {
    public Outcome {
        setAside = List.copyOf(setAside);
    }

    /** A change of which it is not known yet what it matters to. */
    public Outcome(
            boolean changed,
            @Nullable DeploymentId deployment,
            PackageDiff packages,
            List<Layering.Inactive> setAside,
            String sentence) {
        this(changed, deployment, packages, null, setAside, sentence);
    }

    /** {@return the same, with what it matters to} */
    public Outcome withEffect(Effect known) {
        return new Outcome(changed, deployment, packages, known, setAside, sentence);
    }

    /** {@return that things are as asked already} */
    public static Outcome unchanged(String sentence) {
        return new Outcome(false, null, PackageDiff.NONE, List.of(), sentence);
    }

    /** {@return that something changed which no package is part of} */
    public static Outcome changed(@Nullable DeploymentId deployment, String sentence) {
        return new Outcome(true, deployment, PackageDiff.NONE, List.of(), sentence);
    }
}
