package dev.hearth.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers exact command lines as scripted and refuses all others. */
public final class ScriptedProcesses implements Processes {
    private final Map<List<String>, Finished> answers = new HashMap<>();
    private final List<List<String>> expected = new ArrayList<>();
    private final List<Command> ran = new ArrayList<>();
    private final Map<String, Path> programs = new HashMap<>();
    private @Nullable Integer otherwise;

    /** Expects a command and answers it with status 0 and this output. */
    public ScriptedProcesses answer(String out, String... argv) {
        return answer(0, out, "", argv);
    }

    /** Expects a command and answers it in full. */
    public ScriptedProcesses answer(int status, String out, String err, String... argv) {
        var words = List.of(argv);
        expected.add(words);
        answers.put(words, new Finished(Command.of(words), status, out, err));
        programs.putIfAbsent(words.getFirst(), Path.of("/usr/bin").resolve(words.getFirst()));
        return this;
    }

    /** Answers any further command with this status and no output. */
    public ScriptedProcesses answerAny(int status) {
        otherwise = status;
        return this;
    }

    /** Makes a program locatable. */
    public ScriptedProcesses installed(String... names) {
        for (var name : names) {
            programs.put(name, Path.of("/usr/bin").resolve(name));
        }
        return this;
    }

    /** {@return what was run, in order} */
    public List<Command> ran() {
        return List.copyOf(ran);
    }

    /** Checks that all expected commands were run, in order, and nothing else. */
    public void verify() {
        assertThat(ran.stream().map(Command::argv)).containsExactlyElementsOf(expected);
    }

    @Override
    public Finished run(Command command) {
        ran.add(command);
        var answer = answers.get(command.argv());
        if (answer == null && otherwise != null) {
            return new Finished(command, otherwise, "", "");
        }
        if (answer == null) {
            if (!programs.containsKey(command.program())) {
                throw new ProgramMissing(command.program());
            }
            throw new AssertionError("not scripted: " + command);
        }
        return new Finished(command, answer.status(), answer.out(), answer.err());
    }

    @Override
    public Finished stream(Command command, Consumer<String> line) {
        var finished = run(command);
        finished.out().lines().forEach(line);
        return finished;
    }

    @Override
    public int runAttached(Command command) {
        return run(command).status();
    }

    @Override
    public long startDetached(Command command, Path log) {
        run(command);
        return 4711;
    }

    @Override
    public Optional<Path> locate(String program) {
        return Optional.ofNullable(programs.get(program));
    }
}
