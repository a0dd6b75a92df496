package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import dev.hearth.engine.NoEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CompletionTest {
    /** What bash does when somebody presses the tab key, with a hearth that knows a little of everything. */
    private static final String TAB = """
            hearth() { case $2 in pets) printf 'dev\\nweb\\n' ;; images) echo localhost:5000/debian:12 ;;
                deployments) printf '0\\n1\\n' ;; requests) printf 'htop\\nfish\\n' ;; exports) printf 'gcc\\ngdb\\n' ;;
                esac; }
            . "$1"
            COMP_LINE=$2
            COMP_POINT=${#2}
            _hearth
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void printsTheScriptOfEachShell(String shell) {
        Golden.verify("completion/hearth." + shell, script(shell));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hearth en              | enter env engine",
                "hearth --yes sto       | stop",
                "hearth --engine po     | podman",
                "hearth --engine=po     | podman",
                "hearth --engine podman ren | rename",
                "hearth rm d            | dev",
                "hearth run -c w        | web",
                "hearth create --image=localhost:5000/d | 5000/debian:12",
                "hearth list --format=  | table json",
                "hearth stop --ti       | --time",
                "hearth os up           | upgrade",
                "hearth os --sysroot /x un | uninstall unpin undeploy unlock",
                "hearth os override re  | remove replace reset",
                "hearth os override remove --rea | --reason",
                "hearth os pin 1        | 1",
                "hearth os diff 0       | 0",
                "hearth os uninstall h  | htop",
                "hearth os auto st      | status stage",
                "hearth export s        | service",
                "hearth unexport bin gd | gdb",
                "hearth frobnicate x    | ",
            })
    void offersWhatCanFollow(String line, @Nullable String offered) throws IOException {
        assertThat(offered(line)).isEqualTo(offered == null ? List.of() : List.of(offered.split(" ", -1)));
    }

    @Test
    void offersAllThatCanFollowABlank() throws IOException {
        assertThat(offered("hearth ")).contains("enter", "image", "--yes").doesNotContain("complete", "dev");
        assertThat(offered("hearth rm ")).contains("--force", "dev", "web").doesNotContain("enter");
        assertThat(offered("hearth image ")).contains("pull", "rm").doesNotContain("enter");
    }

    private List<String> offered(String line) throws IOException {
        var file = Files.writeString(directory.resolve("hearth.bash"), script("bash"));
        var bash = new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin")), Trace.SILENT);

        var out = bash.run(Command.of("bash", "-c", TAB, "bash", file.toString(), line))
                .orThrow()
                .out();

        return out.lines().filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void offersPets() {
        var hearth = new HearthFixture(directory);
        hearth.run("create", "dev");

        assertThat(hearth.run("complete", "pets").out()).isEqualTo("dev\n");
    }

    @Test
    void offersNothingWithoutAnEngine() {
        var hearth = new HearthFixture(directory);
        hearth.ports().breakWith(new NoEngine("none is installed"));

        var outcome = hearth.run("complete", "pets");

        assertThat(outcome).isEqualTo(new HearthFixture.Outcome(List.of("complete", "pets"), 0, "", ""));
    }

    private String script(String shell) {
        return new HearthFixture(directory).run("completion", shell).out();
    }
}
