package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BaseSession.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Deployments are made, kept, put in order and dropped. */
interface DeploymentSteps extends BaseSteps {

    @Test
    @Order(40)
    default void changesTheKernelArgumentsAndNothingElse() {
        var before = session().next();

        session().change("kargs", "--append=quiet");

        assertThat(texts(session().next().path("kernelArguments"))).containsExactly("root=LABEL=root", "quiet");
        assertThat(session().next().path("checksum")).isEqualTo(before.path("checksum"));
        assertThat(session().file("etc/it-kept.conf")).hasContent("colour=blue");
    }

    @Test
    @Order(59)
    default void pinsADeployment() {
        session().change("pin", "1");

        assertThat(session().deployments())
                .extracting(each -> each.path("pinned").asBoolean())
                .containsExactly(false, true);
    }

    @Test
    @Order(61)
    default void keepsWhatIsPinnedWhateverIsDone() {
        var pinned = session().ids().getLast();
        assertThat(session().deployments().getLast().path("pinned").asBoolean()).isTrue();

        session().change("kargs", "--delete=quiet");
        session().change("cleanup");

        assertThat(session().ids()).hasSize(3).endsWith(pinned);
        assertThat(session().os("undeploy", "2", "--yes").err()).contains("Deployment 2 is pinned");
        assertThat(session().ids()).hasSize(3).endsWith(pinned);
    }

    @Test
    @Order(62)
    default void dropsWhatIsNoLongerPinned() {
        var pinned = session().ids().getLast();

        session().change("unpin", "2");
        session().change("undeploy", "2");

        assertThat(session().ids()).hasSize(2).doesNotContain(pinned);
    }

    @Test
    @Order(63)
    default void rollsBackToTheConfigurationOfThen() throws IOException {
        var before = session().ids();
        Files.writeString(session().file("etc/it-new"), "of the newer one\n");

        var planned = session().os("rollback", "--dry-run").succeeded();
        session().change("rollback");

        assertThat(planned).contains("/etc/it-new");
        assertThat(session().ids()).isEqualTo(before.reversed());
        assertThat(session().file("etc/it-new")).doesNotExist();
    }

    @Test
    @Order(64)
    default void rollsForthAgain() {
        var before = session().ids();

        session().change("rollback");

        assertThat(session().ids()).isEqualTo(before.reversed());
        assertThat(session().file("etc/it-new")).hasContent("of the newer one");
    }

    @Test
    @Order(71)
    default void cleansUpAllButWhatBootsNext() {
        var next = session().ids().getFirst();

        session().change("cleanup", "--rollback", "--metadata");

        assertThat(session().ids()).containsExactly(next);
    }

    @Test
    @Order(72)
    default void remembersWhatWasDoneAndWhy() {
        var history = session().os("history").succeeded();

        assertThat(history).contains("install it-tool", "for the team", "rebase test/2/base", "reset --yes");
    }
}
