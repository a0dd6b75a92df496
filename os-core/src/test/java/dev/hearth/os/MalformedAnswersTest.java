package dev.hearth.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.bootc.BootcEngine;
import dev.hearth.os.program.MalformedReport;
import dev.hearth.os.rpmostree.RpmOstreeEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a base engine's program says, when that is not what it says: no answer may be taken for another. */
@Timeout(60)
class MalformedAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);

    enum Host {
        RPM_OSTREE("rpmostree/workstation-status.json", "rpm-ostree status --json") {
            @Override
            OsEngine engine(ScriptedProcesses processes) {
                return new RpmOstreeEngine(Path.of("/nowhere"), processes, _ -> {});
            }
        },
        BOOTC("bootc/spec-staged-booted.json", "bootc status --format=json --format-version=1") {
            @Override
            OsEngine engine(ScriptedProcesses processes) {
                return new BootcEngine(Path.of("/nowhere"), processes);
            }
        };

        private final String recording;
        private final String command;

        Host(String recording, String command) {
            this.recording = recording;
            this.command = command;
        }

        abstract OsEngine engine(ScriptedProcesses processes);

        String recorded() {
            return Recording.text(recording);
        }

        ScriptedProcesses saying(String answer) {
            return new ScriptedProcesses().answerAny(1).answer(answer, command.split(" ", -1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNoWholeAnswerAndThenRunsNothing(Host host) {
        var whole = host.recorded().strip();
        var cut = IntStream.iterate(0, length -> length < whole.length(), length -> length + 97)
                .mapToObj(length -> whole.substring(0, length));
        var others = Stream.of(
                "null", "[]", "\"text\"", "7", "error: no", "<html>", "{\"a\":".repeat(100_000), "[".repeat(100_000));

        Stream.concat(cut, others).forEach(answer -> {
            var processes = host.saying(answer);
            assertThatExceptionOfType(MalformedReport.class)
                    .isThrownBy(() -> host.engine(processes).carryOut(UPGRADE, _ -> {}))
                    .withMessageMatching("The answer of `[a-z-]+ status [^`]+` cannot be understood: it is [^:]+")
                    .satisfies(failure -> assertThat(failure.hint()).isPresent());
            assertThat(processes.ran())
                    .allSatisfy(command -> assertThat(command.toString()).isEqualTo(host.command));
        });
    }

    @ParameterizedTest
    @EnumSource
    void saysWhereAnAnswerCeasesToBeJson(Host host) {
        assertThatExceptionOfType(MalformedReport.class)
                .isThrownBy(() -> host.engine(host.saying("{\n  \"a\": ?}")).status())
                .withMessageEndingWith("cannot be understood: it is no JSON at line 2, column 8");
    }

    /** Versions of the engines differ in what they tell: what is of another kind counts as absent, or is refused. */
    @ParameterizedTest
    @EnumSource
    void survivesAnyPartOfAnotherKind(Host host) throws IOException {
        var wrong =
                List.of("null", "[]", "{}", "true", "-1", "1e300", "99999999999999999999", "\"\"", "[[[]]]", "\"x\"");
        int count = places(JSON.readTree(host.recorded())).size();

        assertThat(count).isGreaterThan(20);
        for (int place = 0; place < count; place++) {
            for (var value : wrong) {
                var answer = JSON.readTree(host.recorded());
                places(answer).get(place).accept(JSON.readTree(value));
                var engine = host.engine(host.saying(answer.toString()));

                var thrown = catchThrowable(
                        () -> assertThat(engine.status().deployments()).isNotNull());

                if (thrown != null) {
                    assertThat(thrown).as(answer.toString()).isInstanceOf(MalformedReport.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsAnAnswerWithALargePartThatItDoesNotKnow(Host host) throws IOException {
        var answer = (ObjectNode) JSON.readTree(host.recorded());
        answer.put("later", "x".repeat(5_000_000));

        assertThat(host.engine(host.saying(answer.toString())).status().deployments())
                .isEqualTo(host.engine(host.saying(host.recorded())).status().deployments());
    }

    /** {@return what puts another value at each place below a node} */
    private static List<Consumer<JsonNode>> places(JsonNode node) {
        var places = new ArrayList<Consumer<JsonNode>>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> {
                places.add(value -> object.set(entry.getKey(), value));
                places.addAll(places(entry.getValue()));
            });
        } else if (node instanceof ArrayNode array) {
            IntStream.range(0, array.size()).forEach(index -> {
                places.add(value -> array.set(index, value));
                places.addAll(places(array.get(index)));
            });
        }
        return places;
    }
}
