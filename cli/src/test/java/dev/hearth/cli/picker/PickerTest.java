package dev.hearth.cli.picker;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.Golden;
import dev.hearth.cli.output.Colors;
import dev.hearth.cli.output.Times;
import dev.hearth.cli.screen.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class PickerTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Times TIMES = new Times(Clock.fixed(NOON, ZoneOffset.UTC), true);
    private static final List<Choice> CHOICES = List.of(
            new Choice("dev", "running", "localhost/hearth/debian:12", List.of("gcc", "gdb"), NOON.minusSeconds(7200)),
            new Choice("web", "stopped", "registry.fedoraproject.org/fedora:43", List.of(), NOON.minusSeconds(864000)),
            new Choice("日本語", "created", "evil\u0007\u001b[31m:1\n2", List.of("fonts-noto-cjk"), NOON));

    @Test
    void showsWhatThereIsToChooseFrom() {
        var state = PickerState.of(CHOICES);

        golden("three", 80, 24, state);
        golden("three", 200, 50, state);
        golden("filtered", 80, 24, typed(state, "FEDORA"));
        golden("none", 80, 24, typed(state, "no such pet"));
    }

    @Test
    void movesByPagesWhereThereAreMany() {
        var many = PickerState.of(IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Choice("pet-%02d".formatted(i), "stopped", "debian:12", List.of(), NOON))
                .toList());
        int page = view(80, 24).page();

        golden("many", 80, 24, press(many, page, Key.Kind.PAGE_DOWN, Key.Kind.DOWN));
        golden("many", 200, 50, press(many, view(200, 50).page(), Key.Kind.END));
    }

    @Test
    void leavesThePreviewOutWhereThereIsNoRoom() {
        var lines = view(40, 8).lines(PickerState.of(CHOICES));

        assertThat(lines)
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.columnLength()).isLessThanOrEqualTo(40));
    }

    @Test
    void isDressedUpOnlyWhereThereAreColours() {
        var state = PickerState.of(CHOICES);

        assertThat(ansi(Colors.PLAIN, state)).doesNotContain("\u001b");
        assertThat(ansi(Colors.ANSI, state)).contains("\u001b[7mdev").contains("\u001b[32mrunning");
    }

    @Test
    void filtersByWordsAndPointsAtWhatIsLeft() {
        var state = typed(PickerState.of(CHOICES), "gdb debian");

        assertThat(state.shown()).containsExactly(CHOICES.getFirst());
        assertThat(state.pointed()).contains(CHOICES.getFirst());
        assertThat(press(state, 9, Key.Kind.ERASE_WORD).filter()).isEqualTo("gdb ");
        assertThat(press(state, 9, Key.Kind.BACKSPACE).filter()).isEqualTo("gdb debia");
        assertThat(press(state, 9, Key.Kind.ERASE_LINE).shown()).isEqualTo(CHOICES);
        assertThat(typed(state, "x").pointed()).isEmpty();
    }

    @Test
    void staysWithinTheList() {
        var state = PickerState.of(CHOICES);

        assertThat(press(state, 9, Key.Kind.UP).at()).isZero();
        assertThat(press(state, 9, Key.Kind.END, Key.Kind.DOWN, Key.Kind.PAGE_DOWN)
                        .at())
                .isEqualTo(2);
        assertThat(press(state, 9, Key.Kind.END, Key.Kind.HOME).at()).isZero();
    }

    @Test
    void takesWhatIsPastedForText() {
        var pasted = PickerState.of(CHOICES).after(new Key(Key.Kind.PASTE, "web"), 9);

        assertThat(pasted.pointed()).contains(CHOICES.get(1));
    }

    private static PickerState typed(PickerState state, String text) {
        return state.after(Key.typed(text), 9);
    }

    private static PickerState press(PickerState state, int page, Key.Kind... keys) {
        var pressed = state;
        for (var key : keys) {
            pressed = pressed.after(Key.of(key), page);
        }
        return pressed;
    }

    private static PickerView view(int columns, int rows) {
        return new PickerView(Colors.PLAIN, TIMES, columns, rows);
    }

    private static String ansi(Colors colors, PickerState state) {
        return new PickerView(colors, TIMES, 80, 24)
                .lines(state).stream().map(AttributedString::toAnsi).collect(joining("\n"));
    }

    private static void golden(String name, int columns, int rows, PickerState state) {
        var lines = view(columns, rows).lines(state);
        assertThat(lines).hasSizeLessThanOrEqualTo(rows);
        var text = lines.stream()
                .map(AttributedString::toString)
                .map(String::stripTrailing)
                .collect(joining("\n", "", "\n"));
        Golden.verify("picker/%s-%dx%d.txt".formatted(name, columns, rows), text);
    }
}
