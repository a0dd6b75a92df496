package dev.hearth.engine;

import dev.hearth.core.failure.Failure;

/**
 * A place where an engine may be found, and what was found there.
 *
 * @param kind which engine it is, or would be expected to be as long as it does not answer
 * @param source who names the place, such as {@code DOCKER_HOST} or {@code rootless Podman's socket}
 * @param address such as {@code unix:///run/docker.sock}
 */
public record EngineCandidate(EngineKind kind, String source, String address, Verdict verdict) {

    /** {@return whether hearth can use it} */
    public boolean isUsable() {
        return verdict instanceof Verdict.Usable;
    }

    /** What hearth thinks of a candidate. */
    public sealed interface Verdict {
        /**
         * It answers and is good enough.
         *
         * @param apiVersion of Docker's API, which hearth is to speak with it
         */
        record Usable(String version, String apiVersion, boolean rootless) implements Verdict {
            @Override
            public String toString() {
                return "usable, version " + version + ", API " + apiVersion + (rootless ? ", rootless" : "");
            }
        }

        /** There is nothing at that place. */
        record Absent(String reason) implements Verdict {}

        /** There is something, which hearth cannot use. */
        record Unusable(Failure failure) implements Verdict {}
    }
}
