package dev.hearth.engine;

/**
 * The engine that somebody asked for.
 *
 * @param value {@code docker}, {@code podman}, or an address such as {@code unix:///run/docker.sock}
 * @param source where it was asked for, such as {@code --engine}, for people to read
 */
public record EngineChoice(String value, String source) {

    /** {@return whether it is an address rather than a name} */
    public boolean isAddress() {
        return value.contains("/");
    }

    /**
     * Checks that it can be an engine, without looking for it.
     *
     * @throws InvalidEngine when it is neither an engine's name nor an address
     */
    public void requireWellFormed() {
        if (!isAddress() && EngineKind.named(value).isEmpty()) {
            throw InvalidEngine.noName(this);
        }
        if (isAddress()) {
            var place = EnginePlace.binding(EngineKind.DOCKER, source, value);
            if (place.socket() == null && place.notHere() instanceof InvalidEngine invalid) {
                throw invalid;
            }
        }
    }
}
