package dev.hearth.os.ostree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyFileTest {
    private static final String ORIGIN = """
            [origin]
            baserefspec=fedora:fedora/42/x86_64/silverblue

            [packages]
            requested=gdb;tmux;
            """;

    @Test
    void keepsWhatItReads() {
        assertThat(KeyFile.parse(ORIGIN)).hasToString(ORIGIN);
    }

    @Test
    void readsValuesAndLists() {
        var file = KeyFile.parse(ORIGIN);

        assertThat(file.value("origin", "baserefspec")).contains("fedora:fedora/42/x86_64/silverblue");
        assertThat(file.list("packages", "requested")).containsExactly("gdb", "tmux");
        assertThat(file.value("nowhere", "nothing")).isEmpty();
        assertThat(file.list("nowhere", "nothing")).isEmpty();
    }

    @Test
    void readsBlanksAroundTheEqualsSignAndListsWithoutTheirLastSemicolon() {
        var file = KeyFile.parse("# a comment\n[a]\n  key = value \nlist=one;two");

        assertThat(file.value("a", "key")).contains("value");
        assertThat(file.list("a", "list")).containsExactly("one", "two");
    }

    @Test
    void carriesAnyText() {
        for (var text : List.of("", " blank", "tab\there", "line\nbreak", "back\\slash", "semi;colon", "é", "=x")) {
            var written = KeyFile.EMPTY.with("g", "one", text).with("g", "many", List.of(text, "other"));

            var read = KeyFile.parse(written.toString());

            assertThat(read.value("g", "one")).contains(text);
            assertThat(read.list("g", "many")).containsExactly(text, "other");
        }
    }

    @Test
    void dropsAGroupWithItsLastKey() {
        assertThat(KeyFile.parse(ORIGIN).with("packages", "requested", List.of()))
                .hasToString("[origin]\nbaserefspec=fedora:fedora/42/x86_64/silverblue\n");
        assertThat(KeyFile.parse(ORIGIN).without("packages").without("origin")).isEqualTo(KeyFile.EMPTY);
    }

    @Test
    void leavesTheOriginalAsItWas() {
        var file = KeyFile.parse(ORIGIN);

        var changed = file.with("origin", "baserefspec", "other");

        assertThat(changed.value("origin", "baserefspec")).contains("other");
        assertThat(file).hasToString(ORIGIN);
    }

    @Test
    void namesTheLineThatBelongsInNoKeyFile() {
        for (var text : List.of("[a]\nno key", "key=without a group", "[a]\n=nothing")) {
            assertThatExceptionOfType(KeyFile.Malformed.class)
                    .isThrownBy(() -> KeyFile.parse(text))
                    .withMessageMatching("line [12] is neither .*");
        }
    }
}
