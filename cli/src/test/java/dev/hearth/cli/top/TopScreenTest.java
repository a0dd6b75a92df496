package dev.hearth.cli.top;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.Golden;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.screen.Key;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TopScreenTest {
    private static final TopView.Base BASE = new TopView.Base(
            "ostree",
            "13.2",
            37.5,
            3_100_000_000L,
            16_000_000_000L,
            120_300_000_000L,
            List.of("An update is staged, and boots next", "3 conflicts wait for a decision"));
    private static final TopView VIEW = new TopView(
            BASE,
            List.of(
                    new TopView.PetUse(
                            "dev",
                            "running",
                            "localhost/hearth/debian:12",
                            103.2,
                            512_000_000L,
                            1_200_000_000L,
                            List.of()),
                    new TopView.PetUse(
                            "no-cgroups", "running", "debian:12", null, null, 4096L, List.of("image", "base")),
                    new TopView.PetUse("web", "stopped", "fedora:43\u001b]0;x\u0007", null, null, null, List.of()),
                    new TopView.PetUse(
                            "日本",
                            "running",
                            "localhost/a/very/long/name/of/an/image:1",
                            0.4,
                            20_000_000L,
                            0L,
                            List.of())),
            null);

    @Test
    void showsPetsAndTheBase() {
        golden("pets", 80, 24, VIEW, TopState.FIRST);
        golden("pets", 200, 50, VIEW, TopState.FIRST);
        golden("stopping", 80, 24, VIEW, TopState.FIRST.in(TopState.Mode.CONFIRMING_STOP));
        golden("help", 80, 24, VIEW, TopState.FIRST.in(TopState.Mode.HELP));
        golden(
                "filtered",
                80,
                24,
                VIEW,
                TopState.FIRST.in(TopState.Mode.FILTERING).filtering(Key.typed("fed")));
        golden("nothing", 80, 24, TopView.NOTHING, TopState.FIRST);
    }

    @Test
    void saysWhyThereAreNoPets() {
        golden("no-engine", 80, 24, new TopView(BASE, null, "Podman does not answer"), TopState.FIRST);
    }

    @Test
    void movesByPagesWhereThereAreMany() {
        var many = new TopView(
                BASE,
                IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> new TopView.PetUse(
                                "pet-%02d".formatted(i),
                                "running",
                                "debian:12",
                                i / 10.0,
                                i * 1_000_000L,
                                null,
                                List.of()))
                        .toList(),
                null);

        golden("many", 80, 24, many, TopState.FIRST.pointing(many, 25).saying("`hearth stop pet-01` is done"));
    }

    @Test
    void neverDrawsMoreThanThereIsRoomFor() {
        for (int columns : new int[] {1, 10, 39, 80}) {
            for (int rows : new int[] {1, 5, 10}) {
                assertThat(new TopScreen(Colors.ANSI, columns, rows).lines(VIEW, TopState.FIRST))
                        .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(columns));
            }
        }
    }

    @Test
    void isDressedUpOnlyWhereThereAreColours() {
        assertThat(ansi(Colors.PLAIN)).doesNotContain("\u001b");
        assertThat(ansi(Colors.ANSI)).contains("\u001b[7mdev").contains("\u001b[32mrunning");
    }

    @Test
    void sortsByWhatIsTakenMost() {
        assertThat(names(TopState.FIRST.sortedBy(TopState.Sort.PROCESSOR)))
                .containsExactly("dev", "日本", "no-cgroups", "web");
        assertThat(names(TopState.FIRST.sortedBy(TopState.Sort.MEMORY))).startsWith("dev", "日本");
        assertThat(names(TopState.FIRST.sortedBy(TopState.Sort.DISK)))
                .containsExactly("dev", "no-cgroups", "日本", "web");
        assertThat(TopState.Sort.DISK.next()).isEqualTo(TopState.Sort.NAME);
    }

    @Test
    void keepsPointingAtAPetWhoseRowMoves() {
        var state = TopState.FIRST.pointing(VIEW, 2);

        assertThat(state.pointed(VIEW)).contains("web");
        assertThat(state.sortedBy(TopState.Sort.DISK).pointed(VIEW)).contains("web");
        assertThat(state.filteredBy("no-").pointed(VIEW)).contains("no-cgroups");
        assertThat(state.filteredBy("nothing like it").pointed(VIEW)).isEmpty();
    }

    @Test
    void editsTheFilter() {
        var typed = TopState.FIRST.in(TopState.Mode.FILTERING).filtering(Key.typed("web"));

        assertThat(typed.filtering(Key.of(Key.Kind.BACKSPACE)).filter()).isEqualTo("we");
        assertThat(typed.filtering(Key.of(Key.Kind.ENTER)).mode()).isEqualTo(TopState.Mode.LOOKING);
        assertThat(typed.filtering(Key.of(Key.Kind.ESCAPE)).filter()).isEmpty();
    }

    private static List<String> names(TopState state) {
        return state.shown(VIEW).stream().map(TopView.PetUse::name).toList();
    }

    private static String ansi(Colors colors) {
        return new TopScreen(colors, 80, 24)
                .lines(VIEW, TopState.FIRST).stream()
                        .map(AttributedString::toAnsi)
                        .collect(joining("\n"));
    }

    private static void golden(String name, int columns, int rows, TopView view, TopState state) {
        var lines = new TopScreen(Colors.PLAIN, columns, rows).lines(view, state);
        assertThat(lines).hasSize(rows);
        var text = lines.stream()
                .map(AttributedString::toString)
                .map(String::stripTrailing)
                .collect(joining("\n", "", "\n"));
        Golden.verify("top/%s-%dx%d.txt".formatted(name, columns, rows), text);
    }
}
