package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BaseSession.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The base is upgraded, with all that is layered on it. */
interface UpgradeSteps extends BaseSteps {

    @Test
    @Order(20)
    default void upgradesWithAllThatIsAskedOfTheBase() throws IOException {
        session().distribution().offer("it-tool", "1.1", List.of("it-library"));
        session().publish(Map.of("usr/lib/it-version", "2\n"));
        assertThat(session().os("upgrade", "--check").status()).isZero();

        session().change("upgrade");

        assertThat(session().next().at("/base/version").asText()).isEqualTo("1.2");
        assertThat(session().file("usr/lib/it-version")).hasContent("2");
        assertThat(session().file("usr/share/it-tool/version")).hasContent("1.1");
        assertThat(session().file("usr/share/it-local/version")).hasContent("1.0");
        assertThat(session().file("usr/share/it-base/version")).hasContent("0.9");
        assertThat(session().os("upgrade", "--check").status()).isEqualTo(10);
        assertThat(session().change("upgrade").path("changed").asBoolean()).isFalse();
    }

    @Test
    @Order(21)
    default void setsAsideWhatFailsUnlessAllMustSucceed() throws IOException {
        session().change("install", "it-fickle");
        session().distribution().offerBroken("it-fickle", "1.1");
        var before = session().ids();

        assertThat(session().os("upgrade", "--strict", "--yes").status()).isPositive();
        assertThat(session().ids()).isEqualTo(before);
        var upgraded = session().os("upgrade", "--yes");

        assertThat(upgraded.succeeded()).containsOnlyOnce("Set aside: it-fickle: ");
        assertThat(upgraded.err()).doesNotContain("aside");
        assertThat(texts(session().next().path("inactive"), "request")).containsExactly("it-fickle");
        assertThat(texts(session().next().path("layered"))).containsExactly("it-tool");
        assertThat(session().file("usr/share/it-fickle")).doesNotExist();
    }

    @Test
    @Order(22)
    default void takesNewPackagesOntoTheSameBaseAndTriesAgainWhatWasSetAside() throws IOException {
        var base = session().next().at("/base/checksum");
        session().distribution().offer("it-fickle", "1.2", List.of());
        session().distribution().offer("it-tool", "1.2", List.of("it-library"));

        var outcome = session().change("upgrade");

        assertThat(texts(outcome.at("/packages/added"), "name")).containsExactly("it-fickle");
        assertThat(texts(outcome.at("/packages/upgraded"), "name")).containsExactly("it-tool");
        assertThat(outcome.path("setAside")).isEmpty();
        assertThat(session().next().path("inactive")).isEmpty();
        assertThat(session().next().at("/base/checksum")).isEqualTo(base);
        assertThat(session().file("usr/share/it-fickle/version")).hasContent("1.2");
        assertThat(session().file("usr/share/it-tool/version")).hasContent("1.2");
    }

    @Test
    @Order(50)
    default void followsAnotherBranchWithAllThatIsAskedOfTheBase() {
        session().branch("test/2/base");

        session().change("rebase", "test/2/base");

        assertThat(session().next().path("source").asText()).isEqualTo("test/2/base");
        assertThat(texts(session().next().path("layered"))).containsExactly("it-tool", "it-fickle");
        assertThat(session().file("usr/share/it-local/version")).hasContent("1.0");
        assertThat(session().file("usr/share/it-base/version")).hasContent("0.9");
        assertThat(texts(session().next().path("kernelArguments"))).containsExactly("root=LABEL=root", "quiet");
    }
}
