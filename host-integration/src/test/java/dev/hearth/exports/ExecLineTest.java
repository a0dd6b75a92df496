package dev.hearth.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "gedit %U                    | gedit, %U",
                "gedit   --new %F            | gedit, --new, %F",
                "app --file=%f %i %c %k      | app, --file=%f, %i, %c, %k",
                "\"/opt/my app/run\" %u      | /opt/my app/run, %u",
                "sh -c 'exec \"$0\"'         | sh, -c, exec \"$0\"",
                "app \"a\\\\$b\" \"c\\\\\\\\d\" | app, a$b, c\\d",
                "app \"\" x                  | app, , x",
                "env A=b app                 | env, A=b, app",
                "app %d %D %n %N %v %m 100%% | app, 100%%"
            })
    void readsWordsAsDesktopsDo(String value, String words) {
        assertThat(ExecLine.parse(value).words()).isEqualTo(List.of(words.split(", ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a b",
                "",
                "$HOME",
                "`id`",
                "a\\b",
                "\"q\"",
                "'s'",
                "x\ny\tz",
                "100%%",
                "a;b&c|d",
                "*?#()~<>",
                "\\\\"
            })
    void writesWordsThatAreReadAsTheSame(String word) {
        var line = new ExecLine(List.of("run", word, "%U"));

        assertThat(ExecLine.parse(line.value())).isEqualTo(line);
        assertThat(line.value()).doesNotContain("\n");
    }

    @Test
    void takesPlainWordsForThemselves() {
        assertThat(new ExecLine(List.of("gedit", "%U"))
                        .after(List.of("/opt/50%/hearth"))
                        .value())
                .isEqualTo("/opt/50%%/hearth gedit %U");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app \"a", "app 'a", "app \\"})
    void refusesAQuotationWithoutEnd(String value) {
        assertThatThrownBy(() -> ExecLine.parse(value)).isInstanceOf(IllegalArgumentException.class);
    }
}
