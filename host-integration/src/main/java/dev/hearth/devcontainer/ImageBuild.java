package dev.hearth.devcontainer;

import dev.hearth.core.process.Command;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a project's image is built.
 *
 * @param context the directory that the engine gets
 * @param target the stage that it is; the last when absent
 * @param cacheFrom images whose layers may be taken over
 */
record ImageBuild(
        Path dockerfile,
        Path context,
        Map<String, String> arguments,
        @Nullable String target,
        List<String> cacheFrom) {
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** {@return the engine's own program for it: it knows what to leave out of the directory} */
    Command command(EngineFacts engine, String image) {
        var host = engine.kind() == EngineKind.DOCKER ? "--host" : "--url";
        var command = Command.of(engine.kind().word(), host, "unix://" + engine.socket(), "build")
                // As pets use it; a private network may not even be there.
                .with("--network", "host", "--file", dockerfile.toString(), "--tag", image)
                .withIf(target != null, "--target", String.valueOf(target));
        for (var argument : arguments.entrySet()) {
            command = command.with("--build-arg", argument.getKey() + "=" + argument.getValue());
        }
        for (var cache : cacheFrom) {
            command = command.with("--cache-from", cache);
        }
        return command.with(context.toString()).withTimeout(PATIENCE);
    }
}
