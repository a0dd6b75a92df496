package dev.hearth.engine.docker;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.engine.ContainerGone;
import dev.hearth.engine.ContainerNotRunning;
import dev.hearth.engine.EngineDiskFull;
import dev.hearth.engine.EngineForbidden;
import dev.hearth.engine.EngineKind;
import dev.hearth.engine.EngineRefused;
import dev.hearth.engine.EngineRestarted;
import dev.hearth.engine.EngineUnreachable;
import dev.hearth.engine.LayersExhausted;
import dev.hearth.engine.NameTaken;
import dev.hearth.engine.PortForRoot;
import dev.hearth.engine.PortTaken;
import dev.hearth.engine.ProgramNotInImage;
import dev.hearth.engine.RenameNeedsStop;
import dev.hearth.engine.SubordinateIdsMissing;
import dev.hearth.engine.VolumeInUse;
import dev.hearth.engine.http.CannotConnect;
import dev.hearth.engine.http.ServerSilent;
import dev.hearth.engine.json.Json;
import dev.hearth.images.ImageHasChildren;
import dev.hearth.images.ImageInUse;
import dev.hearth.images.ImageNotFound;
import dev.hearth.images.NoSpaceForImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in hearth's words what went wrong with an engine.
 *
 * <p>Both engines report most of it in English sentences only; the ones looked for here were recorded from Docker 20.10
 * and Podman 4.3, and have been the same since Docker 1.13 and Podman 4.0.
 *
 * @param user the account that hearth runs as
 */
record Translation(EngineKind kind, Path socket, String user) {
    private static final Pattern TAKEN =
            Pattern.compile("name \"?/?([a-zA-Z0-9][a-zA-Z0-9_.-]*)\"?(?: is)? already in use");
    private static final Pattern IMAGE_USER =
            Pattern.compile("(?:must force\\) - container|being used by (?:running|stopped) container|image used by)"
                    + " ([0-9a-f]{12})");
    private static final Pattern PORT_TAKEN =
            Pattern.compile("listen (?:tcp|udp)[46]? \\S*:([0-9]+): bind: address already in use"
                    + "|Bind for \\S*:([0-9]+) failed: port is already allocated");
    private static final Pattern PORT_FOR_ROOT = Pattern.compile("cannot expose privileged port ([0-9]+)");
    private static final Pattern LOST_SANDBOX = Pattern.compile("sandbox [0-9a-f]{64} not found");
    private static final Pattern VOLUME_USED =
            Pattern.compile("(?:remove|volume) ([^\\s:]+)(?:: volume is in use| is being used by)");
    private static final Pattern MISSING_PROGRAM =
            Pattern.compile("exec: \"([^\"]*)\": .*(?:not found|no such file or directory)");

    /** {@return the failure for an answer that is an error} */
    Failure refusal(Task task, String body) {
        var reason = Json.parse(body).at("message").nonEmpty().orElse(body);
        if (!task.registry().isEmpty()) {
            return ImageTrouble.of(task.image(), task.registry(), reason)
                    .orElseGet(() -> new EngineRefused(kind, task.what(), Printable.line(reason)));
        }
        var words = reason.toLowerCase(Locale.ROOT);
        var taken = TAKEN.matcher(reason);
        if (taken.find()) {
            return new NameTaken(taken.group(1));
        }
        if (containsAny(words, "no space left on device", "disk quota exceeded")) {
            return task.container().isEmpty() && !task.image().isEmpty()
                    ? new NoSpaceForImage(task.image())
                    : new EngineDiskFull(kind, storage(reason));
        }
        if (containsAny(words, "subuid", "subgid", "insufficient uids or gids")) {
            return new SubordinateIdsMissing(user);
        }
        return ofContainerOrImage(task, reason, words);
    }

    private Failure ofNetworkOrOther(Task task, String reason) {
        var taken = PORT_TAKEN.matcher(reason);
        if (taken.find()) {
            return new PortTaken(taken.group(1) == null ? taken.group(2) : taken.group(1));
        }
        var forRoot = PORT_FOR_ROOT.matcher(reason);
        if (forRoot.find()) {
            return new PortForRoot(forRoot.group(1));
        }
        if (reason.contains("max depth exceeded")) {
            return new LayersExhausted(kind, task.container());
        }
        var volume = VOLUME_USED.matcher(reason);
        if (volume.find()) {
            return new VolumeInUse(volume.group(1));
        }
        if (LOST_SANDBOX.matcher(reason).find()) {
            return new RenameNeedsStop(kind, task.container());
        }
        return new EngineRefused(kind, task.what(), Printable.line(reason));
    }

    private Failure ofContainerOrImage(Task task, String reason, String words) {
        var missing = MISSING_PROGRAM.matcher(reason);
        if (missing.find()) {
            return new ProgramNotInImage(task.image(), missing.group(1));
        }
        if (containsAny(words, "is not running", "container state improper")) {
            return new ContainerNotRunning(task.container());
        }
        // Podman does not even look for what cannot be a name.
        if (containsAny(words, "no such image", "image not known", "normalizing image")) {
            return new ImageNotFound(task.image());
        }
        if (containsAny(words, "no such container", "no container with", "not found: layer not known")) {
            return new ContainerGone(task.container());
        }
        if (words.contains("image has dependent child images")) {
            return new ImageHasChildren(task.image());
        }
        var user = IMAGE_USER.matcher(reason);
        if (user.find()) {
            return new ImageInUse(task.image(), user.group(1));
        }
        return ofNetworkOrOther(task, reason);
    }

    /** {@return the failure for a connection that could not be made or did not last} */
    Failure lost(Task task, IOException problem) {
        return switch (problem) {
            case CannotConnect unable ->
                unable.reason() == CannotConnect.Cause.FORBIDDEN
                        ? new EngineForbidden(kind, socket.toString(), forbiddenHint())
                        : new EngineUnreachable(
                                kind, socket.toString(), unable.reason().words());
            case ServerSilent silent -> new EngineUnreachable(kind, socket.toString(), silent.words());
            default -> new EngineRestarted(kind, task.what());
        };
    }

    private String forbiddenHint() {
        if (kind == EngineKind.DOCKER) {
            return "Have an administrator run `usermod --append --groups docker " + user
                    + "` and log in again; whoever is in that group can become root on this machine."
                    + " Rootless Podman needs no such group.";
        }
        return "Use your own rootless Podman instead; that socket is for root.";
    }

    /** The sentence names a path below the engine's storage, which tells the user which disk it is. */
    private String storage(String reason) {
        return Stream.of(reason.split("[\\s:\"']+", -1))
                .filter(word -> word.startsWith("/") && word.length() > 1)
                .findFirst()
                .map(Printable::line)
                .orElse(kind == EngineKind.DOCKER ? "/var/lib/docker" : "~/.local/share/containers");
    }

    private static boolean containsAny(String text, String... parts) {
        return Stream.of(parts).anyMatch(text::contains);
    }
}
