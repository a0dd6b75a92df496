package dev.hearth.os.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Change;
import dev.hearth.os.Change.Leftover;
import dev.hearth.os.Deployment;
import dev.hearth.os.FakeOsEngine;
import dev.hearth.os.OsStatus;
import dev.hearth.os.Outcome;
import dev.hearth.os.Source;
import dev.hearth.os.packages.PackageDiff;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    private static final Change UPGRADE = new Change.Upgrade(false, false, false, false);
    private static final Deployment OLD = FakeOsEngine.deployment("a", "42.1", new Source.None());
    private static final Deployment NEW = FakeOsEngine.deployment("b", "42.2", new Source.None());

    private static OsStatus status(Deployment... deployments) {
        return new OsStatus("engine", List.of(deployments), null, null, null, AutomaticUpdates.NONE);
    }

    private static Outcome outcome(OsStatus before, OsStatus after, Change change) {
        return new Comparison(before, after).outcome(change, PackageDiff.NONE);
    }

    @Test
    void namesWhatBootsNext() {
        assertThat(outcome(status(OLD), status(NEW, OLD), UPGRADE))
                .isEqualTo(Outcome.changed(NEW.id(), "42.2 boots next"));
        assertThat(new Comparison(status(OLD), status(NEW, OLD)).deployments())
                .hasValue(new Comparison.Deployments(OLD.id(), NEW.id()));
    }

    @Test
    void knowsThatNothingChanged() {
        var same = status(OLD);

        assertThat(outcome(same, same, UPGRADE)).isEqualTo(Outcome.unchanged("There is no newer version"));
        assertThat(outcome(same, same, new Change.Undeploy(1)))
                .isEqualTo(Outcome.unchanged("The base is as asked already"));
        assertThat(new Comparison(same, same).deployments()).isEmpty();
        assertThat(new Comparison(status(), status()).deployments()).isEmpty();
    }

    static Stream<Arguments> unseen() {
        return Stream.of(
                arguments(
                        new Change.Upgrade(false, true, false, false),
                        "The newest version is downloaded; the deployments are as before"),
                arguments(new Change.Cleanup(Set.of(Leftover.METADATA)), "Cleaned up"),
                arguments(new Change.ApplyLive(), "What the next boot brings more is here now"),
                arguments(new Change.Cancel(), "What was being done is cancelled"),
                arguments(new Change.Automatic(AutomaticUpdates.CHECK), "Automatic updates are set to check"));
    }

    @ParameterizedTest
    @MethodSource("unseen")
    void believesChangesThatShowInNoDeployment(Change change, String sentence) {
        var same = status(OLD);

        assertThat(outcome(same, same, change)).isEqualTo(Outcome.changed(null, sentence));
    }

    static Stream<Arguments> marks() {
        return Stream.of(
                arguments(new Change.Pin(1, true), "Deployment 1 is kept whatever is cleaned up"),
                arguments(new Change.Pin(1, false), "Deployment 1 is kept no longer than others"),
                arguments(new Change.Undeploy(1), "Deployment 1 is dropped"),
                arguments(new Change.Cleanup(Set.of(Leftover.PENDING)), "Cleaned up"),
                arguments(new Change.Unlock(false), "/usr is writable until the next boot"),
                arguments(new Change.Unlock(true), "/usr is writable for as long as this deployment is there"));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void saysWhatBecameOfADeployment(Change change, String sentence) {
        assertThat(outcome(status(OLD, NEW), status(OLD), change)).isEqualTo(Outcome.changed(null, sentence));
    }
}
