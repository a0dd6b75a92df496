package dev.hearth.engine;

import dev.hearth.core.failure.Failure;
import dev.hearth.images.FakeImageStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers for sockets as scripted; nobody listens on any other. */
public final class ScriptedConnector implements EngineConnector {
    private final Map<Path, Answer> answers = new HashMap<>();
    private final Map<Path, Failure> failures = new HashMap<>();
    private final List<Path> asked = new ArrayList<>();
    private @Nullable Path answersLater;

    /** Lets an engine of a kind answer on a socket. */
    public ScriptedConnector answer(Path socket, EngineKind kind) {
        answers.put(socket, new Answer(kind, kind == EngineKind.DOCKER ? "20.10.24" : "4.3.1", "1.41", false));
        return this;
    }

    /** Lets Podman answer on a socket, but not yet when it is asked for the first few times. */
    public ScriptedConnector answerLater(Path socket) {
        answersLater = socket;
        return answer(socket, EngineKind.PODMAN);
    }

    /** Lets asking on a socket fail. */
    public ScriptedConnector fail(Path socket, Failure failure) {
        failures.put(socket, failure);
        return this;
    }

    /** {@return the sockets that were asked, in order} */
    public List<Path> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Answer ask(Path socket, EngineKind expected) {
        asked.add(socket);
        var failure = failures.get(socket);
        if (failure != null) {
            throw failure;
        }
        var answer = answers.get(socket);
        boolean tooEarly = socket.equals(answersLater)
                && asked.stream().filter(socket::equals).count() < 4;
        if (answer == null || tooEarly) {
            throw new EngineUnreachable(expected, socket.toString(), "there is no such socket");
        }
        return answer;
    }

    @Override
    public ConnectedEngine connect(EngineCandidate candidate) {
        var images = new FakeImageStore();
        return new ConnectedEngine(new FakeContainerEngine(images), images, candidate);
    }
}
