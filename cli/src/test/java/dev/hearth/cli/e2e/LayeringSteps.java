package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BaseSession.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Packages are added to the base, taken away and exchanged. */
interface LayeringSteps extends BaseSteps {

    @Test
    @Order(1)
    default void showsWhatInstallingWouldTakeAndLeavesTheBaseAsItIs() {
        var before = session().ids();

        var planned = session().plan("install", "it-tool");

        assertThat(planned).anyMatch(step -> step.startsWith("Add it-tool-1.0"));
        assertThat(planned).anyMatch(step -> step.startsWith("Add it-library-2.0"));
        assertThat(planned).endsWith("Boot it next");
        assertThat(session().ids()).isEqualTo(before);
    }

    @Test
    @Order(2)
    default void installsAPackageAndWhatItNeeds() {
        var outcome = session().change("install", "it-tool", "--reason=for the team");

        assertThat(texts(outcome.at("/packages/added"), "name")).containsExactly("it-library", "it-tool");
        assertThat(texts(session().next().path("layered"))).containsExactly("it-tool");
        assertThat(session().file("usr/share/it-tool/version")).hasContent("1.0");
        assertThat(session().file("usr/share/it-library/version")).hasContent("2.0");
        assertThat(session().deployments()).hasSize(2);
    }

    @Test
    @Order(3)
    default void hasNothingToDoForWhatIsThere() {
        var before = session().ids();

        assertThat(session().change("install", "it-tool").path("changed").asBoolean())
                .isFalse();
        var refused = session().os("install", "it-base", "--yes");

        assertThat(refused.status()).isPositive();
        assertThat(refused.err())
                .contains("'it-base' would have no effect: the base has it-base-1.0", "need not be layered");
        assertThat(session().ids()).isEqualTo(before);
    }

    @Test
    @Order(4)
    default void installsAPackageFromAFile() throws IOException {
        var file = session().distribution().file("it-local", "1.0");
        var planned = session().plan("install", file.toString());

        session().change("install", file.toString());
        Files.delete(file);

        assertThat(planned).anyMatch(step -> step.startsWith("Add it-local-1.0"));
        assertThat(planned).noneMatch(step -> step.contains("it-tool"));
        assertThat(texts(session().next().path("local")))
                .containsExactly(session().distribution().title("it-local", "1.0"));
        assertThat(session().file("usr/share/it-local/version")).hasContent("1.0");
    }

    @Test
    @Order(5)
    default void refusesWhatIsAskedForAndFails() {
        var before = session().ids();

        var refused = session().os("install", "it-broken", "--yes");

        assertThat(refused.status()).isPositive();
        assertThat(refused.err()).contains("'it-broken' cannot be had: ");
        assertThat(session().os("install", "it-missing", "--dry-run").err()).contains("'it-missing' cannot be had: ");
        assertThat(session().ids()).isEqualTo(before);
    }

    @Test
    @Order(6)
    default void hidesAPackageOfTheBase() {
        session().change("override", "remove", "it-spare");

        assertThat(texts(session().next().path("removed"), "name")).containsExactly("it-spare");
        assertThat(session().file("usr/share/it-spare")).doesNotExist();
    }

    @Test
    @Order(7)
    default void exchangesAPackageOfTheBase() {
        var older = session().distribution().file("it-base", "0.9");

        session().change("override", "replace", older.toString());

        assertThat(texts(session().next().path("replaced"), "name")).contains("it-base");
        assertThat(texts(session().next().path("removed"), "name")).containsExactly("it-spare");
        assertThat(session().file("usr/share/it-base/version")).hasContent("0.9");
    }

    @Test
    @Order(8)
    default void showsAPackageAgainThatWasHidden() {
        session().change("override", "reset", "it-spare");

        assertThat(session().next().path("removed")).isEmpty();
        assertThat(session().file("usr/share/it-spare/version")).hasContent("1.0");
        assertThat(session().file("usr/share/it-base/version")).hasContent("0.9");
    }

    @Test
    @Order(60)
    default void uninstallsPackages() {
        var planned = session().plan("uninstall", "it-local", "it-fickle");

        var outcome = session().change("uninstall", "it-local", "it-fickle");

        assertThat(planned).filteredOn(step -> step.startsWith("Remove ")).hasSize(2);
        assertThat(planned).noneMatch(step -> step.startsWith("Add "));
        assertThat(texts(outcome.at("/packages/removed"), "name")).containsExactly("it-fickle", "it-local");
        assertThat(texts(session().next().path("layered"))).containsExactly("it-tool");
        assertThat(session().next().path("local")).isEmpty();
        assertThat(session().file("usr/share/it-local")).doesNotExist();
        assertThat(session().os("uninstall", "it-local", "--yes").err()).contains("was not layered on request");
    }

    @Test
    @Order(70)
    default void goesBackToThePureBase() {
        var planned = session().plan("reset");

        session().change("reset");

        assertThat(planned).filteredOn(step -> step.startsWith("Remove ")).hasSize(2);
        assertThat(planned).anyMatch(step -> step.startsWith("Upgrade it-base"));
        assertThat(session().next().path("base").isNull()).isTrue();
        assertThat(session().next().path("requested")).isEmpty();
        assertThat(session().file("usr/share/it-tool")).doesNotExist();
        assertThat(session().file("usr/share/it-base/version")).hasContent("1.0");
    }
}
