package dev.hearth.ide.jsonc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final String OBJECT = "profiles.linux";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{~}                    | {~    'profiles.linux': {~        'dev': 1~    }~}",
                "{}                     | {'profiles.linux': {~        'dev': 1~    }}",
                "{~  'a': 1~}           | {~  'a': 1,~  'profiles.linux': {~    'dev': 1~  }~}",
                "{~  'a': 1, // one~}   | {~  'a': 1, // one~  'profiles.linux': {~    'dev': 1~  },~}",
                "{~  'a': 1 // one~}    | {~  'a': 1, // one~  'profiles.linux': {~    'dev': 1~  }~}",
                "// top~{~\t'profiles.linux': { 'x': {} } /* end */~} // eof"
                        + " | // top~{~\t'profiles.linux': { 'x': {}, 'dev': 1 } /* end */~} // eof",
                "{~  'profiles.linux': {~    // mine~    'x': [1, 2,],~  },~}"
                        + " | {~  'profiles.linux': {~    // mine~    'x': [1, 2,],~    'dev': 1,~  },~}",
                "{~  'profiles.linux': {~    // none yet~  }~}"
                        + " | {~  'profiles.linux': {~    'dev': 1~    // none yet~  }~}"
            })
    void addsAMemberAndTakesItOut(String before, String after) {
        var text = new JsonText(json(before));

        var changed = text.with(OBJECT, "dev", "1");

        assertThat(changed.text()).isEqualTo(json(after));
        assertThat(changed.value(OBJECT, "dev")).hasValue("1");
        assertThat(changed.value(OBJECT, "lab")).isEmpty();
        if (!before.contains("none yet")) {
            assertThat(changed.without(OBJECT, "dev").text()).isEqualTo(json(before));
        }
    }

    @Test
    void keepsTheEndsOfLines() {
        var text = new JsonText("{\r\n  \"a\": 1\r\n}\r\n");

        var changed = text.with(OBJECT, "dev", "1");

        assertThat(changed.text().replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(changed.without(OBJECT, "dev")).isEqualTo(text);
    }

    @Test
    void takesOutOneOfSeveral() {
        var text = new JsonText("{ \"profiles.linux\": {\n  \"a\": 1, // a\n  \"dev\": 2,\n  \"z\": 3 // z\n} }");

        assertThat(text.without(OBJECT, "dev").text())
                .isEqualTo("{ \"profiles.linux\": {\n  \"a\": 1, // a\n  \"z\": 3 // z\n} }");
        assertThat(text.without(OBJECT, "z").text())
                .isEqualTo("{ \"profiles.linux\": {\n  \"a\": 1, // a\n  \"dev\": 2 // z\n} }");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'a'}",
                "{'a': }",
                "{'a': 1 'b': 2}",
                "{,}",
                "{'a': 1,, }",
                "[1]",
                "{} {}",
                "{'a': tru}",
                "{/* }",
                "{'a': 'x}",
                "{'a': 01}",
                "{'a': '\\x'}",
                "nothing",
                "{'profiles.linux': 1}"
            })
    void refusesWhatIsBroken(String text) {
        assertThatThrownBy(() -> new JsonText(json(text)).value(OBJECT, "dev")).isInstanceOf(BrokenJson.class);
    }

    @Test
    void saysFromWhichLineOnItIsBroken() {
        assertThatThrownBy(() -> new JsonText("{\n  \"a\": 1\n  \"b\": 2\n}"))
                .isInstanceOfSatisfying(
                        BrokenJson.class, broken -> assertThat(broken.line()).isEqualTo(3));
    }

    @Test
    void startsFromNothing() {
        assertThat(new JsonText(" \n").with(OBJECT, "dev", "1").value(OBJECT, "dev"))
                .hasValue("1");
    }

    @Test
    void restoresWhateverWasThere() {
        var random = new Random(4711);
        for (int i = 0; i < 500; i++) {
            var text = new JsonText(object(random, 2));
            if (text.value("p", "dev").isEmpty()) {
                var changed = text.with("p", "dev", "{ \"path\": \"x\" }");

                assertThat(changed.without("p", "dev").text()).isEqualTo(text.text());
            }
        }
    }

    /** An object with members of random names, comments and commas; {@code p} is an object that is not empty. */
    private static String object(Random random, int depth) {
        var text = new StringBuilder("{");
        int members = 1 + random.nextInt(3);
        for (int i = 0; i < members; i++) {
            boolean inner = depth > 0 && random.nextInt(3) == 0;
            text.append(trivia(random))
                    .append(inner && i == 0 ? "\"p\"" : "\"m" + i + "\"")
                    .append(trivia(random));
            text.append(':').append(trivia(random)).append(inner ? object(random, depth - 1) : "[1,/*]*/ 2]");
            text.append(trivia(random)).append(i + 1 < members || random.nextBoolean() ? "," : "");
        }
        return text.append(trivia(random)).append('}').toString();
    }

    private static String trivia(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> " // }\n";
            case 1 -> "/* { */";
            case 2 -> "\n\t";
            case 3 -> " ";
            default -> "";
        };
    }

    private static String json(String text) {
        return text.replace('\'', '"').replace('~', '\n');
    }
}
