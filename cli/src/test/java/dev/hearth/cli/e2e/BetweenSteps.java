package dev.hearth.cli.e2e;

import static dev.hearth.cli.e2e.BaseSession.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Packages leave the base for a real pet and come back, and the other way round; pet and base have the same source. */
interface BetweenSteps extends BaseSteps {
    /** A deployment is made and checked meanwhile. */
    Duration LONG = Duration.ofMinutes(4);

    @Test
    @Order(68)
    default void movesTheLayersThatBelongThereToAPet() throws IOException {
        session().change("install", "it-service", "it-device", "it-program", "it-viewer");
        try (var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = session().distribution().pet(hearth);
            var bin = hearth.person().home().resolve(".local/bin");

            var advice = session().read("advise").path("advice");
            var refused = moving(hearth, "demote", "--to", pet, "it-program", "it-service");
            var moved = json(moving(hearth, "demote", "--to", pet, "it-program", "it-tool", "it-viewer"));

            assertThat(texts(advice, "name"))
                    .containsExactly("it-device", "it-program", "it-service", "it-tool", "it-viewer");
            assertThat(texts(advice, "place")).containsExactly("base", "pet", "base", "pet", "pet");
            assertThat(texts(advice.path(0).path("needs"), "need")).containsExactly("device-rule");
            assertThat(refused.status()).isEqualTo(4);
            assertThat(refused.err())
                    .contains("'it-service' has to be in the base: a unit of the system"
                            + " (/usr/lib/systemd/system/it-service.service)");
            assertThat(layered()).containsExactlyInAnyOrder("it-device", "it-service");
            assertThat(session().file("usr/bin/it-program")).doesNotExist();
            assertThat(session().file("usr/lib/systemd/system/it-service.service"))
                    .exists();
            assertThat(texts(moved.path("exports"), "name")).containsExactly("it-program", "it-viewer");
            assertThat(onHost(hearth, bin.resolve("it-program"))).isEqualTo("it-program\n");
            var id = moved.path("move").asText();
            assertThat(session().read("history").at("/changes/0/reason").asText())
                    .contains(id);
            assertThat(hearth.hearth("history", pet).succeeded()).contains(id);

            json(moving(hearth, "demote", "--undo", id));

            assertThat(layered())
                    .containsExactlyInAnyOrder("it-device", "it-program", "it-service", "it-tool", "it-viewer");
            assertThat(session().file("usr/bin/it-program")).exists();
            assertThat(bin.resolve("it-program")).doesNotExist();
            assertThat(hearth.hearth("run", "-c", pet, "it-program").status()).isEqualTo(127);
            hearth.hearth("rm", "--force", pet).succeeded();
        }
        session().change("uninstall", "it-service", "it-device", "it-program", "it-viewer");
    }

    @Test
    @Order(69)
    default void layersThePackageThatWasTriedInAPet() throws IOException {
        try (var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = session().distribution().pet(hearth);
            hearth.hearth(
                            "install",
                            "--yes",
                            "--quiet",
                            "-c",
                            pet,
                            session().distribution().exactly("it-viewer", "1.0"))
                    .succeeded();
            session().distribution().offerWith("it-viewer", "1.1", "usr/bin/it-viewer");

            var planned = moving(hearth, "promote", "--dry-run", "-c", pet, "it-viewer");
            var moved = json(moving(hearth, "promote", "-c", pet, "it-viewer"));

            assertThat(planned.succeeded()).contains("On the base: Add it-viewer-1.0");
            var title = session().distribution().title("it-viewer", "1.0");
            assertThat(texts(moved.path("requests"))).containsExactly(title);
            assertThat(local()).containsExactly(title);
            assertThat(session().file("usr/share/it-viewer/version")).hasContent("1.0");

            json(moving(hearth, "promote", "--undo", moved.path("move").asText()));

            assertThat(local()).isEmpty();
            assertThat(session().file("usr/bin/it-viewer")).doesNotExist();
            assertThat(moving(hearth, "promote", "-c", pet, "it-none").err()).contains("has no package 'it-none'");
            hearth.hearth("rm", "--force", pet).succeeded();
        }
    }

    @Test
    @Order(80)
    default void answersWhereAPackageShouldGo() throws IOException {
        try (var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = session().distribution().pet(hearth);
            hearth.hearth("default", pet).succeeded();

            var refused = installing(hearth, "it-device", "it-program");
            var before = hearth.hearth("provides", "it-program").succeeded();
            var placed = installing(hearth, "it-program");
            var after = hearth.hearth("provides", "it-program").succeeded();

            assertThat(refused.status()).isEqualTo(4);
            assertThat(refused.err())
                    .contains("'it-device' has to be in the base: a udev rule"
                            + " (/usr/lib/udev/rules.d/70-it-device.rules)")
                    .contains("`hearth os install it-device` layers that");
            assertThat(placed.succeeded()).isEmpty();
            assertThat(placed.err()).contains("'it-program' can live in a pet: it goes to '" + pet + "'");
            assertThat(layered()).isEmpty();
            assertThat(before)
                    .isEqualTo("'it-program' comes with the package 'it-program' in the pet '%s': %s%n"
                            .formatted(pet, "hearth install it-program"));
            assertThat(after)
                    .isEqualTo("'it-program' is in the pet '%1$s': hearth run -c %1$s it-program%n".formatted(pet));
            assertThat(hearth.hearth("provides", "it-nothing").status()).isEqualTo(3);
            hearth.hearth("rm", "--force", "--yes", pet).succeeded();
        }
    }

    @Test
    @Order(81)
    default void upgradesBothSidesUnderOneId() throws IOException {
        try (var hearth = InstalledHearth.on(TestedEngine.DOCKER)) {
            var pet = session().distribution().pet(hearth);
            hearth.hearth("install", "--yes", "--quiet", "-c", pet, "it-program")
                    .succeeded();
            var before = session().ids().getFirst();
            session().distribution().offerWith("it-program", "2.0", "usr/bin/it-program");
            session().publish(Map.of("usr/share/it-base/news", "news"));
            session().branch("test/2/base");

            var done = json(moving(hearth, "upgrade", "--everything"));
            var id = done.path("upgrade").asText();

            assertThat(done.path("state").asText()).isEqualTo("done");
            assertThat(session().read("history").at("/changes/0/reason").asText())
                    .isEqualTo(id);
            assertThat(session().file("usr/share/it-base/news")).hasContent("news");
            assertThat(version(hearth, pet)).isEqualTo("2.0");
            assertThat(hearth.hearth("history", pet).succeeded()).contains(id);

            var undone = json(moving(hearth, "rollback", "--everything", id));

            assertThat(undone.path("state").asText()).isEqualTo("undone");
            assertThat(session().read("history").at("/changes/0/reason").asText())
                    .isEqualTo("undo of " + id);
            assertThat(session().ids().getFirst()).isEqualTo(before);
            assertThat(version(hearth, pet)).isEqualTo("1.0");
            hearth.hearth("rm", "--force", "--yes", pet).succeeded();
        }
    }

    private Ended installing(InstalledHearth hearth, String... names) {
        var words = new ArrayList<>(List.of("install", "--yes", "--quiet"));
        words.addAll(List.of("--sysroot", session().sysroot().toString()));
        words.addAll(List.of(names));
        return hearth.hearth(words.toArray(String[]::new));
    }

    private static String version(InstalledHearth hearth, String pet) {
        return hearth.run(pet, "cat", "/usr/share/it-program/version").strip();
    }

    private Ended moving(InstalledHearth hearth, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--sysroot", session().sysroot().toString(), "--yes", "--format=json"));
        if (!all.contains("rollback")) {
            all.add("--quiet");
        }
        return hearth.hearth(LONG, all.toArray(String[]::new));
    }

    private List<String> layered() {
        return texts(session().read("status").at("/deployments/0/layered"));
    }

    private List<String> local() {
        return texts(session().read("status").at("/deployments/0/local"));
    }

    private static String onHost(InstalledHearth hearth, Path program) {
        var programs = new Programs(hearth.person().environment());
        return programs.run(LONG, hearth.directory(), List.of(program.toString()))
                .succeeded();
    }

    private static JsonNode json(Ended ended) throws IOException {
        return new JsonMapper().readTree(ended.succeeded());
    }
}
