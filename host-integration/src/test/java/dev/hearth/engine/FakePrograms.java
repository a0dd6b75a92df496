package dev.hearth.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The few programs that every image of the fake engine has. */
final class FakePrograms {
    private static final int NOT_FOUND = 127;

    private final Map<String, FakeProgram> programs = new HashMap<>(Map.of(
            "true", (_, _, _) -> 0,
            "false", (_, _, _) -> 1,
            "sleep", (_, _, _) -> FakeProgram.KEEPS_RUNNING,
            "touch",
                    (container, request, _) -> {
                        arguments(request).forEach(path -> container.content().write(path, ""));
                        return 0;
                    },
            "sh",
                    (container, request, _) -> {
                        // Only `sh -c 'echo "$0" >"$1"' TEXT FILE`, by which tests write files.
                        var words = arguments(request);
                        container.content().write(words.get(3), words.get(2) + "\n");
                        return 0;
                    },
            "ls", (container, request, _) -> container.files().containsAll(arguments(request)) ? 0 : 1,
            "echo",
                    (_, request, line) -> {
                        line.accept(String.join(" ", arguments(request)));
                        return 0;
                    },
            "printenv",
                    (_, request, line) -> {
                        var value = Optional.ofNullable(
                                request.environment().get(arguments(request).getFirst()));
                        value.stream().flatMap(String::lines).forEach(line);
                        return value.isPresent() ? 0 : 1;
                    },
            "id",
                    (_, request, line) -> {
                        // Only `id -u` and `id -g`: the two that tests of identity ask for.
                        int field = arguments(request).getFirst().equals("-g") ? 1 : 0;
                        line.accept(request.user().split(":", -1)[field]);
                        return 0;
                    }));

    void put(String name, FakeProgram program) {
        programs.put(name, program);
    }

    Optional<FakeProgram> find(String name) {
        return Optional.ofNullable(programs.get(name));
    }

    static FakeProgram missing() {
        return (_, _, _) -> NOT_FOUND;
    }

    private static List<String> arguments(ExecRequest request) {
        return request.command().subList(1, request.command().size());
    }
}
