package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.os.ostree.TestSysroot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * What an administrator does to a base over time, on one base.
 *
 * <p>The tests are steps of a session, in order: what each finds is what those before it left, as on a real machine, where
 * a change meets layers, overrides, pins and edited files of earlier ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
abstract class BaseSessionContract {
    private final BaseSession.Opening opening;
    private BaseSession session;

    BaseSessionContract(BaseSession.Opening opening) {
        this.opening = opening;
    }

    @BeforeAll
    void begin() throws IOException {
        session = BaseSession.begin(opening);
        session.distribution().offer("it-library", "2.0", List.of());
        session.distribution().offer("it-tool", "1.0", List.of("it-library"));
        session.distribution().offerBroken("it-broken", "1.0");
        session.distribution().offer("it-fickle", "1.0", List.of());
    }

    @AfterAll
    void end() {
        if (session != null) {
            session.close();
        }
    }

    @AfterEach
    void agreesWithOstreeAndThePackageManager() {
        session.requireSound();
    }

    @Test
    @Order(1)
    void showsWhatInstallingWouldTakeAndLeavesTheBaseAsItIs() {
        var before = session.ids();

        var planned = session.os("install", "it-tool", "--dry-run").succeeded();

        assertThat(planned).contains("Add it-tool-1.0", "Add it-library-2.0", "Boot it next");
        assertThat(session.ids()).isEqualTo(before);
    }

    @Test
    @Order(2)
    void installsAPackageAndWhatItNeeds() {
        var outcome = session.change("install", "it-tool", "--reason=for the team");

        assertThat(texts(outcome.at("/packages/added"), "name")).containsExactly("it-library", "it-tool");
        assertThat(texts(session.next().path("layered"))).containsExactly("it-tool");
        assertThat(session.file("usr/share/it-tool/version")).hasContent("1.0");
        assertThat(session.file("usr/share/it-library/version")).hasContent("2.0");
        assertThat(session.deployments()).hasSize(2);
    }

    @Test
    @Order(3)
    void hasNothingToDoForWhatIsInstalled() {
        var before = session.ids();

        assertThat(session.change("install", "it-tool").path("changed").asBoolean())
                .isFalse();
        assertThat(session.ids()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void installsAPackageFromAFile() throws IOException {
        var file = session.distribution().file("it-local", "1.0");
        var planned = session.os("install", file.toString(), "--dry-run").succeeded();

        session.change("install", file.toString());
        Files.delete(file);

        assertThat(planned).contains("Add it-local-1.0");
        assertThat(texts(session.next().path("local")))
                .containsExactly(session.distribution().title("it-local", "1.0"));
        assertThat(session.file("usr/share/it-local/version")).hasContent("1.0");
    }

    @Test
    @Order(5)
    void refusesWhatIsAskedForAndFails() {
        var before = session.ids();

        var refused = session.os("install", "it-broken", "--yes");

        assertThat(refused.status()).isPositive();
        assertThat(refused.err()).contains("it-broken");
        assertThat(session.os("install", "it-missing", "--yes").status()).isPositive();
        assertThat(session.ids()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void hidesAndExchangesPackagesOfTheBase() {
        session.change("override", "remove", "it-spare");
        session.change(
                "override",
                "replace",
                session.distribution().file("it-base", "0.9").toString());

        assertThat(texts(session.next().path("removed"), "name")).containsExactly("it-spare");
        assertThat(texts(session.next().path("replaced"), "name")).containsExactly("it-base");
        assertThat(session.file("usr/share/it-spare")).doesNotExist();
        assertThat(session.file("usr/share/it-base/version")).hasContent("0.9");

        session.change("override", "reset", "it-spare");

        assertThat(session.next().path("removed")).isEmpty();
        assertThat(session.file("usr/share/it-spare/version")).hasContent("1.0");
    }

    @Test
    @Order(7)
    void upgradesWithAllThatIsAskedOfTheBase() throws IOException {
        session.distribution().offer("it-tool", "1.1", List.of("it-library"));
        session.publish("usr/lib/it-version", "2\n");
        assertThat(session.os("upgrade", "--check").status()).isZero();

        session.change("upgrade");

        assertThat(session.next().at("/base/version").asText()).isEqualTo("1.2");
        assertThat(session.file("usr/lib/it-version")).hasContent("2");
        assertThat(session.file("usr/share/it-tool/version")).hasContent("1.1");
        assertThat(session.file("usr/share/it-local/version")).hasContent("1.0");
        assertThat(session.file("usr/share/it-base/version")).hasContent("0.9");
        assertThat(session.os("upgrade", "--check").status()).isEqualTo(10);
        assertThat(session.change("upgrade").path("changed").asBoolean()).isFalse();
    }

    @Test
    @Order(8)
    void upgradesLayersOfTheSameBase() throws IOException {
        session.distribution().offer("it-tool", "1.2", List.of("it-library"));

        var outcome = session.change("upgrade");

        assertThat(texts(outcome.at("/packages/upgraded"), "name")).containsExactly("it-tool");
        assertThat(session.file("usr/share/it-tool/version")).hasContent("1.2");
    }

    @Test
    @Order(9)
    void setsAsideWhatFailsInAnUpgradeUnlessAllMustSucceed() throws IOException {
        session.change("install", "it-fickle");
        session.distribution().offerBroken("it-fickle", "1.1");
        var before = session.ids();

        assertThat(session.os("upgrade", "--strict", "--yes").status()).isPositive();
        assertThat(session.ids()).isEqualTo(before);
        var outcome = session.change("upgrade");

        assertThat(texts(outcome.path("setAside"), "request")).containsExactly("it-fickle");
        assertThat(texts(session.next().path("inactive"), "request")).containsExactly("it-fickle");
        assertThat(texts(session.next().path("layered"))).containsExactly("it-tool");
        session.change("uninstall", "it-fickle");
        assertThat(session.next().path("inactive")).isEmpty();
    }

    @Test
    @Order(10)
    void mergesTheConfigurationAndHasConflictsDecided() throws IOException {
        Files.writeString(session.file("etc/it.conf"), "colour=blue\none\ntwo\nthree\nsize=1\n");
        session.publish("usr/etc/it.conf", "colour=red\none\ntwo\nthree\nsize=2\n");
        session.change("upgrade");
        assertThat(session.file("etc/it.conf")).hasContent("colour=blue\none\ntwo\nthree\nsize=2\n");
        assertThat(session.os("config-merge").status()).isZero();
        session.publish("usr/etc/it.conf", "colour=green\none\ntwo\nthree\nsize=2\n");

        var upgraded = session.os("upgrade", "--yes");

        assertThat(upgraded.succeeded()).isNotEmpty();
        assertThat(upgraded.err()).contains("/etc/it.conf");
        assertThat(session.file("etc/it.conf")).content().startsWith("colour=blue\n");
        var conflicts = session.os("config-merge");
        assertThat(conflicts.status()).isEqualTo(11);
        assertThat(conflicts.out()).contains("/etc/it.conf");
        session.os("config-merge", "--take", "/etc/it.conf").succeeded();
        assertThat(session.file("etc/it.conf")).content().startsWith("colour=green\n");
        assertThat(session.os("config-merge").status()).isZero();
    }

    @Test
    @Order(11)
    void changesTheKernelArgumentsAndNothingElse() {
        var before = session.next();

        session.change("kargs", "--append=quiet");

        assertThat(texts(session.next().path("kernelArguments"))).containsExactly("root=LABEL=root", "quiet");
        assertThat(session.next().path("checksum")).isEqualTo(before.path("checksum"));
    }

    @Test
    @Order(12)
    void followsAnotherBranchWithAllThatIsAskedOfTheBase() {
        session.sysroot()
                .ostree(
                        "refs",
                        "--repo=" + session.sysroot().root().resolve("ostree/repo"),
                        "--create=test/2/base",
                        TestSysroot.BRANCH);

        session.change("rebase", "test/2/base");

        assertThat(session.next().path("source").asText()).isEqualTo("test/2/base");
        assertThat(texts(session.next().path("layered"))).containsExactly("it-tool");
        assertThat(session.file("usr/share/it-local/version")).hasContent("1.0");
        assertThat(texts(session.next().path("kernelArguments"))).containsExactly("root=LABEL=root", "quiet");
    }

    @Test
    @Order(13)
    void keepsWhatIsPinnedUntilItMayGo() {
        session.change("pin", "1");
        var pinned = session.ids().get(1);
        session.change("uninstall", "it-local");
        session.change("kargs", "--delete=quiet");

        assertThat(session.ids()).hasSize(3).contains(pinned);
        assertThat(session.os("undeploy", "2", "--yes").status()).isEqualTo(4);

        session.change("unpin", "2");
        session.change("undeploy", "2");
        assertThat(session.ids()).hasSize(2).doesNotContain(pinned);
    }

    @Test
    @Order(14)
    void rollsBackAndForth() throws IOException {
        var before = session.ids();
        Files.writeString(session.file("etc/it-new"), "of the newer one\n");

        var planned = session.os("rollback", "--dry-run").succeeded();
        session.change("rollback");

        assertThat(planned).contains("/etc/it-new");
        assertThat(session.ids()).isEqualTo(before.reversed());
        assertThat(session.file("etc/it-new")).doesNotExist();
        session.change("rollback");
        assertThat(session.ids()).isEqualTo(before);
        assertThat(session.file("etc/it-new")).exists();
    }

    @Test
    @Order(15)
    void goesBackToThePureBase() {
        session.change("reset");
        session.change("cleanup", "--rollback", "--metadata");

        var only = session.deployments();
        assertThat(only).hasSize(1);
        assertThat(only.getFirst().path("base").isNull()).isTrue();
        assertThat(texts(only.getFirst().path("requested"))).isEmpty();
        assertThat(session.file("usr/share/it-tool")).doesNotExist();
        assertThat(session.file("usr/share/it-base/version")).hasContent("1.0");
    }

    @Test
    @Order(16)
    void remembersWhatWasDoneAndWhy() {
        var history = session.os("history").succeeded();

        assertThat(history).contains("install it-tool", "for the team", "rebase test/2/base", "reset --yes");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> texts(JsonNode list, String property) {
        return list.findValuesAsText(property);
    }
}
