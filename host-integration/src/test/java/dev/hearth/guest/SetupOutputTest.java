package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.guest.SetupEvent.Step;
import dev.hearth.guest.SetupEvent.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetupOutputTest {
    private final List<SetupEvent> events = new ArrayList<>();
    private final SetupOutput output = new SetupOutput(events::add);

    @Test
    void tellsStepsAndWarningsAsTheyCome() {
        lines("step Linking the host's services", "warn No journal", "step Providing the shell");
        output.end("dev", 0);

        assertThat(events)
                .containsExactly(
                        new Step("Linking the host's services"),
                        new Warning("No journal"),
                        new Step("Providing the shell"));
    }

    @Test
    void failsWithTheStepAndWhatItSaidLast() {
        lines("step Preparing", "said done", "step Installing gdbb", "said Reading lists", "said E: No package gdbb");

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> output.end("dev", 1))
                .satisfies(failure -> {
                    assertThat(failure.message())
                            .isEqualTo("Setting up 'dev' failed at the step \"Installing gdbb\": E: No package gdbb");
                    assertThat(failure.hint()).contains("The lines above are what the step itself said.");
                    assertThat(failure.output()).containsExactly("Reading lists", "E: No package gdbb");
                });
    }

    @Test
    void takesNoWordOfAStepForItsOwn() {
        lines("step Installing x", "said step by step", "said warn nobody", "sh: setup: not found");

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> output.end("dev", 1))
                .satisfies(failure -> assertThat(failure.output())
                        .containsExactly("step by step", "warn nobody", "sh: setup: not found"));
        assertThat(events).containsExactly(new Step("Installing x"));
    }

    @Test
    void keepsWhatAllStepsSaidAndShowsTheEndOfTheLast() {
        lines("step One", "said a", "step Two", "step Three");
        IntStream.rangeClosed(1, 50).forEach(number -> output.line("said " + number));

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> output.end("dev", 1))
                .satisfies(failure -> assertThat(failure.output())
                        .hasSize(20)
                        .startsWith("31")
                        .endsWith("50"));
        assertThat(output.log()).hasSize(53).startsWith("== One", "a", "== Three", "1");
    }

    @Test
    void namesTheStepInWhichTheSetUpWasCutOff() {
        lines("step Starting systemd");

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> output.end("dev", 137))
                .satisfies(failure -> assertThat(failure.message())
                        .isEqualTo(
                                "Setting up 'dev' failed at the step \"Starting systemd\": it ended with status 137"));
    }

    @Test
    void showsNoControlCharacters() {
        lines("step Installing \u001b[31mred");

        assertThat(events).containsExactly(new Step("Installing [31mred"));
    }

    private void lines(String... lines) {
        List.of(lines).forEach(output::line);
    }
}
