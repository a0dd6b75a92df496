package dev.hearth.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.core.DockerClientImpl;
import dev.hearth.core.failure.Interrupted;
import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.http.UnixHttp;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Docker-java on hearth's own transport, with all that goes wrong turned into failures; loaded when first called. */
final class DockerJava {
    private final UnixHttp http;
    private final Translation translation;
    private final ApiVersion version;
    private @Nullable DockerClient client;

    DockerJava(UnixHttp http, Translation translation, ApiVersion version) {
        this.http = http;
        this.translation = translation;
        this.version = version;
    }

    /**
     * Does something with the client.
     *
     * @throws dev.hearth.core.failure.Failure for whatever the engine refuses or the connection does
     */
    <T> T call(Task task, Function<DockerClient, T> work) {
        try {
            return work.apply(client());
        } catch (DockerException e) {
            throw translation.refusal(task, withoutStatus(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            throw translated(task, e);
        }
    }

    private RuntimeException translated(Task task, RuntimeException problem) {
        // Docker-java wraps what the transport throws, once or twice.
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                return Interrupted.restoringFlag();
            }
            if (cause instanceof IOException lost) {
                return translation.lost(task, lost);
            }
        }
        return problem;
    }

    private DockerClient client() {
        if (client == null) {
            client = DockerClientImpl.getInstance(
                    new DockerJavaSettings(http.socket(), version), new DockerJavaTransport(http));
        }
        return client;
    }

    /** Docker-java puts "Status 404: " before what the engine said. */
    private static String withoutStatus(String message) {
        int colon = message.indexOf(": ");
        return message.startsWith("Status ") && colon > 0 ? message.substring(colon + 2) : message;
    }
}
