package dev.hearth.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Test
    void areWhatAShellWouldMakeOfTheLine() {
        assertThat(whole("run -c dev  make")).containsExactly("run", "-c", "dev", "make");
        assertThat(whole("  list  ")).containsExactly("list");
        assertThat(whole("")).isEmpty();
        assertThat(whole("sh -c 'a \"b\" \\c'")).containsExactly("sh", "-c", "a \"b\" \\c");
        assertThat(whole("echo \"a \\\" \\x \\\\\" x'y z'w")).containsExactly("echo", "a \" \\x \\", "xy zw");
        assertThat(whole("a\\ b '' $HOME `id` ; rm")).containsExactly("a b", "", "$HOME", "`id`", ";", "rm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "a 'b", "\"a", "a\\"})
    void areNotWholeWhileAQuoteIsOpen(String line) {
        assertThat(Words.of(line).open()).isTrue();
    }

    @Test
    void tellTheOneThatIsTyped() {
        assertThat(Words.of("enter de")).isEqualTo(new Words(List.of("enter", "de"), 6, false));
        assertThat(Words.of("enter ")).isEqualTo(new Words(List.of("enter", ""), 6, false));
    }

    @Test
    void mayBeginWithHearthsName() {
        assertThat(HearthLine.of(List.of("hearth", "list"))).containsExactly("list");
        assertThat(HearthLine.of(List.of("list", "hearth"))).containsExactly("list", "hearth");
        assertThat(HearthLine.of(List.of())).isEmpty();
    }

    @Test
    void standBehindAPromptThatTellsPetAndStatus() {
        assertThat(HearthLine.prompt("", 0)).isEqualTo("hearth> ");
        assertThat(HearthLine.prompt("dev", 3)).isEqualTo("hearth (dev) [3]> ");
    }

    private static List<String> whole(String line) {
        var words = Words.of(line);
        assertThat(words.open()).isFalse();
        return words.whole(line);
    }
}
