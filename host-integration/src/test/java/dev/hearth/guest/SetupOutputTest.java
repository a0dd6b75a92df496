package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hearth.guest.SetupEvent.Step;
import dev.hearth.guest.SetupEvent.Warning;
import java.util.ArrayList;
import java.util.List;
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
        lines("step Installing gdbb", "fail Installing gdbb", "Reading lists", "E: No package gdbb", "");

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> output.end("dev", 1))
                .satisfies(failure -> {
                    assertThat(failure.message())
                            .isEqualTo("Setting up 'dev' failed at the step \"Installing gdbb\": E: No package gdbb");
                    assertThat(failure.hint()).contains("The lines above are what the step itself said.");
                    assertThat(failure.output()).containsExactly("Reading lists", "E: No package gdbb", "");
                });
    }

    @Test
    void takesWhatFollowsAFailureAsItsOutput() {
        lines("fail Installing x", "step by step", "warn nobody");

        assertThatExceptionOfType(SetupFailed.class)
                .isThrownBy(() -> output.end("dev", 1))
                .satisfies(failure -> assertThat(failure.output()).containsExactly("step by step", "warn nobody"));
        assertThat(events).isEmpty();
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
