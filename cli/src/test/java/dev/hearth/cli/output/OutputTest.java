package dev.hearth.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.host.Terminals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutputTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Table<Row> TABLE = Table.of(List.of(
            Column.of("NAME", Row::name),
            Column.of("STATE", Row::state).styled((colors, _, text) -> colors.green(text)),
            Column.time("CREATED", Row::created),
            Column.of("IMAGE", Row::image)));
    private static final Details<Row> DETAILS = new Details<Row>()
            .with("Name", Row::name)
            .with("State", Row::state)
            .withTime("Created", Row::created)
            .withEach("Volumes", Row::volumes);
    private static final List<Row> ROWS = List.of(
            new Row("dev", "running", NOON.minusSeconds(7200), "debian:12", List.of("/a", "/b\u001b[2J")),
            new Row("世界", null, NOON, "quay.io/toolbx/ubuntu-toolbox:24.04", List.of()));

    private final StringWriter text = new StringWriter();

    record Row(String name, @Nullable String state, Instant created, String image, List<String> volumes) {}

    @Test
    void printsTheWholeTableWhereThereIsNoTerminal() {
        output(Terminals.NONE, Colors.PLAIN).list(Format.TABLE, "rows", ROWS, TABLE);

        assertThat(text).hasToString("""
                NAME   STATE     CREATED                IMAGE
                dev    running   2026-01-31T10:00:00Z   debian:12
                世界             2026-01-31T12:00:00Z   quay.io/toolbx/ubuntu-toolbox:24.04
                """);
    }

    @Test
    void fitsTheTableIntoATerminal() {
        output(new Terminals(true, true, true, 50), Colors.PLAIN).list(Format.TABLE, "rows", ROWS, TABLE);

        assertThat(text).hasToString("""
                NAME   STATE     CREATED       IMAGE
                dev    running   2 hours ago   debian:12
                世界             just now      quay.io/toolbx/ubu…
                """);
    }

    @Test
    void dressesUpCellsWithoutMovingTheirNeighbours() {
        output(Terminals.NONE, Colors.ANSI).list(Format.TABLE, "rows", ROWS.subList(0, 1), TABLE);

        assertThat(text).hasToString("""
                \u001B[1mNAME   STATE     CREATED                IMAGE\u001B[0m
                dev    \u001B[32mrunning\u001B[0m   2026-01-31T10:00:00Z   debian:12
                """);
    }

    @Test
    void printsOneThingLineByLine() {
        output(Terminals.NONE, Colors.PLAIN).show(Format.TABLE, "row", ROWS.getFirst(), DETAILS);

        assertThat(text).hasToString("""
                Name:     dev
                State:    running
                Created:  2026-01-31T10:00:00Z
                Volumes:  /a
                          /b[2J
                """);
    }

    @Test
    void leavesOutWhatAThingDoesNotHave() {
        output(Terminals.NONE, Colors.PLAIN).show(Format.TABLE, "row", ROWS.getLast(), DETAILS);

        assertThat(text).hasToString("""
                Name:     世界
                Created:  2026-01-31T12:00:00Z
                """);
    }

    @Test
    void printsJsonWithItsSchemaAndWithWhatIsAbsent() {
        output(new Terminals(true, true, true, 20), Colors.ANSI).list(Format.JSON, "rows", ROWS.subList(1, 2), TABLE);

        assertThat(text).hasToString("""
                {
                  "schema": 1,
                  "rows": [
                    {
                      "name": "世界",
                      "state": null,
                      "created": "2026-01-31T12:00:00Z",
                      "image": "quay.io/toolbx/ubuntu-toolbox:24.04",
                      "volumes": []
                    }
                  ]
                }
                """);
    }

    @Test
    void passesForeignLinesOnUnchangedToAProgramAndHarmlessToATerminal() {
        output(Terminals.NONE, Colors.PLAIN).untrusted(List.of("a\u001b[2J"));
        output(new Terminals(true, true, true, 80), Colors.PLAIN).untrusted(List.of("b\u001b[2J"));

        assertThat(text).hasToString("a\u001b[2J\nb[2J\n");
    }

    private Output output(Terminals terminals, Colors colors) {
        return new Output(new PrintWriter(text), terminals, () -> colors, Clock.fixed(NOON, ZoneOffset.UTC));
    }
}
