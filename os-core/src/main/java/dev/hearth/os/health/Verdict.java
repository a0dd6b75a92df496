package dev.hearth.os.health;

import java.util.List;

/**
 * How a boot was judged, and what came of it.
 *
 * @param attempt which of the boots on trial it was, from 1; 0 when the deployment was settled before
 * @param results of the checks that were run
 * @param sentence what to say of it, without its period
 * @param reboot whether the machine is to reboot
 */
public record Verdict(Kind kind, int attempt, int tries, List<CheckResult> results, String sentence, boolean reboot) {
    public Verdict {
        results = List.copyOf(results);
    }

    /** What came of it. */
    public enum Kind {
        HEALTHY,
        /** Something is wrong, and the deployment is kept all the same. */
        FAILING,
        /** It is booted once more. */
        TRYING,
        /** The deployment before it boots next. */
        BROUGHT_BACK,
        /** This boot was judged already, or is just being. */
        DONE
    }

    /** {@return whether nothing is wrong} */
    public boolean isWell() {
        return kind == Kind.HEALTHY || kind == Kind.DONE;
    }
}
