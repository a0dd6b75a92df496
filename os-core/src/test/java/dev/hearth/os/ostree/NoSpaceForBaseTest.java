package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoSpaceForBaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Writing content object: min-free-space-percent '3%' would be exceeded, at least 6.0 MB requested",
                "Writing content object: min-free-space-size 500MB would be exceeded, at least 6.0 MB requested",
                "Delta requires 5.0 MB free space, but only 1.0 MB available",
                "Installing kernel: regfile copy: No space left on device"
            })
    void isWhatOstreeRanOutOf(String reason) {
        assertThat(NoSpaceForBase.of(ended(1, "error: " + reason + "\n")))
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessage("There is not enough space for the base: " + reason));
    }

    @Test
    void isSeenInWhatWasReadByLines() {
        var streamed = new Finished(Command.of("ostree", "pull"), 1, "error: write: No space left on device\n", "");

        assertThat(NoSpaceForBase.of(streamed)).isPresent();
    }

    @Test
    void isNotSeenInOtherFailures() {
        assertThat(NoSpaceForBase.of(ended(1, "error: No such ref\n"))).isEmpty();
        assertThat(NoSpaceForBase.of(ended(0, "No space left on device\n"))).isEmpty();
    }

    private static Finished ended(int status, String err) {
        return new Finished(Command.of("ostree", "pull"), status, "", err);
    }
}
