package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BaseSession.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Packages that have to be in the base are told from those that could live in a pet. */
interface AdviceSteps extends BaseSteps {

    @Test
    @Order(65)
    default void tellsWhichLayersHaveToBeInTheBase() {
        session().change("install", "it-service", "it-program");

        var advice = session().read("advise").path("advice");

        assertThat(texts(advice, "name")).containsExactly("it-program", "it-service", "it-tool");
        assertThat(texts(advice, "place")).containsExactly("pet", "base", "pet");
        assertThat(texts(advice.path(0).path("programs"))).containsExactly("it-program");
        assertThat(texts(advice.path(1).path("needs"), "need")).containsExactly("system-unit");
        assertThat(texts(advice.path(1).path("needs").path(0).path("files")))
                .containsExactly("/usr/lib/systemd/system/it-service.service");
    }

    @Test
    @Order(66)
    default void judgesAPackageThatIsNotThere() throws Exception {
        var file = session().distribution().file("it-file", "1.0").toString();

        var advice = session().read("advise", file, "it-base").path("advice");

        assertThat(texts(advice, "name")).containsExactly("it-file", "it-base");
        assertThat(texts(advice, "origin")).containsExactly("file", "present");
        assertThat(session().os("advise", "it-file").err()).contains("The base has no package 'it-file'");
    }

    @Test
    @Order(67)
    default void takesThemOffAgain() {
        session().change("uninstall", "it-service", "it-program");

        assertThat(texts(session().read("advise").path("advice"), "name")).containsExactly("it-tool");
    }
}
