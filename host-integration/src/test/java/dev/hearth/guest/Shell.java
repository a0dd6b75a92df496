package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The shells that pets bring along, each of which has to understand every script. */
enum Shell {
    DASH,
    BASH,
    BUSYBOX;

    private static final Map<String, String> INSIDE = Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C");

    /** Runs a script file with arguments. */
    Finished run(String script, Map<String, String> variables, String... arguments) {
        return inShell(List.of(scripts().resolve(script).toString()), variables, arguments);
    }

    /** Reads parts of the scripts and runs a line of shell in which they are known. */
    Finished with(List<String> parts, String line, Map<String, String> variables, String... arguments) {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(". '").append(scripts().resolve(part)).append("'; "));
        return inShell(List.of("-c", text + line, "test"), variables, arguments);
    }

    private Finished inShell(List<String> words, Map<String, String> variables, String... arguments) {
        var command = command();
        Needed.programs(command.program());
        var all = command.with(words).with(arguments);
        for (var variable : INSIDE.entrySet()) {
            all = all.withEnvironment(variable.getKey(), variable.getValue());
        }
        for (var variable : variables.entrySet()) {
            all = all.withEnvironment(variable.getKey(), variable.getValue());
        }
        return processes().run(all);
    }

    /** {@return the words that start it} */
    Command command() {
        return switch (this) {
            case DASH -> Command.of("dash");
            case BASH -> Command.of("bash", "--posix");
            case BUSYBOX -> Command.of("busybox", "sh");
        };
    }

    /** {@return where the build put the scripts} */
    static Path scripts() {
        try {
            var script = GuestFiles.class.getResource("setup");
            assertThat(script).isNotNull();
            return Path.of(script.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static HostProcesses processes() {
        return new HostProcesses(new Environment(System.getenv()), Trace.SILENT);
    }
}
