package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place to look for an engine at.
 *
 * @param source who names it, for people to read
 * @param manner what hearth does when nothing answers there
 */
record EnginePlace(EngineKind kind, String source, String address, Manner manner) {
    private static final String SCHEME = "unix://";
    private static final Pattern ELSEWHERE = Pattern.compile("(?!unix:)[A-Za-z][A-Za-z0-9+.-]*://");

    /** {@return a place that is considered, and passed over when there is nothing} */
    static EnginePlace of(EngineKind kind, String source, Path socket) {
        return new EnginePlace(kind, source, SCHEME + socket, Manner.PASSED_OVER);
    }

    /** {@return a place that somebody asked for} */
    static EnginePlace binding(EngineKind kind, String source, String address) {
        return new EnginePlace(kind, source, address, Manner.BINDING);
    }

    /** {@return a place where hearth itself can make Podman answer} */
    static EnginePlace startable(String source, Path socket) {
        return new EnginePlace(EngineKind.PODMAN, source, SCHEME + socket, Manner.STARTABLE);
    }

    boolean isBinding() {
        return manner == Manner.BINDING;
    }

    boolean isStartable() {
        return manner == Manner.STARTABLE;
    }

    /** {@return the socket on this machine; nothing when the engine is on another} */
    @Nullable Path socket() {
        var path = address.startsWith(SCHEME) ? address.substring(SCHEME.length()) : address;
        return path.startsWith("/") ? Path.of(path) : null;
    }

    /** {@return why there is no socket} */
    Failure notHere() {
        return ELSEWHERE.matcher(address).lookingAt()
                ? new RemoteEngine(address)
                : InvalidEngine.noPath(new EngineChoice(address, source));
    }

    EngineCandidate candidate(EngineCandidate.Verdict verdict) {
        return new EngineCandidate(kind, source, address, verdict);
    }

    /** What hearth does when nothing answers at a place. */
    enum Manner {
        /** Looks at the next one. */
        PASSED_OVER,
        /** Starts what is to answer there. */
        STARTABLE,
        /** Fails, since this engine was asked for and no other. */
        BINDING
    }
}
