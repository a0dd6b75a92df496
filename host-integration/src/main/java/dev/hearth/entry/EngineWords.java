package dev.hearth.entry;

import dev.hearth.core.host.Environment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller says about engines: who says something else may mean another pet of the same name.
 *
 * @param text as the launcher puts it together from the same words
 */
public record EngineWords(String text) {
    /** What can be said besides hearth's own option; the launcher joins them in this order. */
    private static final List<String> VARIABLES =
            List.of("CONTAINER_HOST", "DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG");

    /**
     * {@return the words of this call}
     *
     * @param asked the engine that the caller asked for by an option or hearth's variable, or nothing
     */
    public static EngineWords of(String asked, Environment environment) {
        var variables = VARIABLES.stream().map(name -> environment.get(name).orElse(""));
        return new EngineWords(Stream.concat(Stream.of(asked), variables).collect(Collectors.joining("|")));
    }

    /** {@return whether they can stand in a file of lines} */
    boolean isOneLine() {
        return text.indexOf('\n') < 0;
    }
}
