package dev.hearth.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {
    private static final YamlMap SAMPLE = YamlDocument.parse("""
            # a comment
            image: debian/12
            release: 24.04
            quoted: "true"
            init: true
            memory: 512
            volumes:
              - /srv
              - /data
            engine:
              name: podman
            nothing:
            """, "config.yaml");

    @Test
    void readsEveryKindOfValue() {
        assertThat(SAMPLE.keys())
                .containsExactly("image", "release", "quoted", "init", "memory", "volumes", "engine", "nothing");
        assertThat(SAMPLE.string("image")).contains("debian/12");
        assertThat(SAMPLE.string("release")).contains("24.04");
        assertThat(SAMPLE.string("quoted")).contains("true");
        assertThat(SAMPLE.bool("init")).contains(true);
        assertThat(SAMPLE.integer("memory")).hasValue(512);
        assertThat(SAMPLE.strings("volumes")).containsExactly("/srv", "/data");
        assertThat(SAMPLE.map("engine").flatMap(engine -> engine.string("name")))
                .contains("podman");
    }

    @Test
    void countsAKeyWithoutValueAsAbsent() {
        assertThat(SAMPLE.string("nothing")).isEmpty();
        assertThat(SAMPLE.map("nothing")).isEmpty();
        assertThat(SAMPLE.strings("nothing")).isEmpty();
        assertThat(SAMPLE.integer("absent")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void knowsWhereEveryValueStands() {
        assertThat(SAMPLE.require("image").position()).isEqualTo(new YamlPosition("config.yaml", 2, 8));
        assertThat(SAMPLE.list("volumes").orElseThrow().entries())
                .extracting(YamlNode::position)
                .containsExactly(new YamlPosition("config.yaml", 8, 5), new YamlPosition("config.yaml", 9, 5));
        assertThat(SAMPLE.entries().get("engine"))
                .extracting(YamlMap.Entry::key)
                .hasToString("config.yaml:10:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key: [a]          | config.yaml:1:6: 'key' must be text, not a list
            key: {a: b}       | config.yaml:1:6: 'key' must be text, not a map
            key: true         | config.yaml:1:6: 'key' must be text, not true or false
            """)
    void refusesWhatIsNotText(String text, String message) {
        var error = failure(() -> YamlDocument.parse(text, "config.yaml").string("key"));

        assertThat(error).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            key: yes     | config.yaml:1:6: 'key' must be true or false, not 'yes'    | Write `true`.
            key: "false" | config.yaml:1:6: 'key' must be true or false, not 'false'  | Write `false`.
            key: perhaps | config.yaml:1:6: 'key' must be true or false, not 'perhaps'| -
            key: []      | config.yaml:1:6: 'key' must be true or false, not a list   | -
            """)
    void refusesWhatIsNotABoolean(String text, String message, String hint) {
        var error = failure(() -> YamlDocument.parse(text, "config.yaml").bool("key"));

        assertThat(error).hasMessage(message);
        assertThat(error.hint()).isEqualTo(Optional.ofNullable(hint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "0x10", "99999999999999999999", "\"7\"", "seven"})
    void refusesWhatIsNotAWholeNumber(String value) {
        var error = failure(() -> YamlDocument.parse("key: " + value, "f").integer("key"));

        assertThat(error).hasMessage("f:1:6: 'key' must be a whole number, not '" + value.replace("\"", "") + "'");
    }

    @Test
    void namesTheListOfAWrongEntry() {
        var error =
                failure(() -> YamlDocument.parse("volumes:\n- /a\n- [b]\n", "f").strings("volumes"));

        assertThat(error).hasMessage("f:3:3: An entry of 'volumes' must be text, not a list");
        assertThat(error.position()).isEqualTo(new YamlPosition("f", 3, 3));
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        var map = YamlDocument.parse("engine: podman\n  \nimgae: x\n", "f");

        var error = failure(() -> map.rejectUnknownKeys(Set.of("engine", "image")));

        assertThat(error).hasMessage("f:3:1: The key 'imgae' is unknown");
        assertThat(error.hint()).contains("Did you mean 'image'?");
    }

    @Test
    void listsTheKnownKeysWhenNoneIsNear() {
        var map = YamlDocument.parse("zzzzzz: x\n", "f");

        var error = failure(() -> map.rejectUnknownKeys(List.of("image", "engine")));

        assertThat(error.hint()).contains("Use one of: engine, image.");
    }

    @Test
    void namesAMissingKey() {
        var error = failure(() -> YamlDocument.parse("outer:\n  a: b\n", "f")
                .require("outer")
                .asMap()
                .require("id"));

        assertThat(error).hasMessage("f:2:3: The key 'id' is missing here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: 1\\na: 2           | f:2:1: The key 'a' is here again, after line 1
            a: &x 1\\nb: *x       | f:1:4: Anchors (&x) are not supported
            a: *x                 | f:1:4: Aliases (*name) are not supported
            a: !!java.net.URL [b] | f:1:4: Tags (!name) are not supported
            [a]: b                | f:1:1: A key must be text
            - a                   | f:1:1: The file must be a map, not a list
            text                  | f:1:1: The file must be a map, not text
            a: b\\n---\\nc: d     | f:2:1: Another document begins here, where one is the limit
            a: [b                 | f:1:6: This is not YAML: expected ',' or ']', but got <stream end>
            a: b: c               | f:1:5: This is not YAML: mapping values are not allowed here
            """)
    void refusesWhatItsFilesNeverNeed(String text, String message) {
        assertThat(failure(() -> YamlDocument.parse(text.replace("\\n", "\n"), "f")))
                .hasMessage(message);
    }

    @Test
    void refusesControlCharacters() {
        assertThat(failure(() -> YamlDocument.parse("a: b\nc: \u0007\n", "f")))
                .hasMessage("f:2:4: The character U+0007 is not allowed in YAML");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(failure(() -> YamlDocument.parse("a: " + "[".repeat(10_000), "f")))
                .hasMessage("f:1:54: The values are nested deeper than 50 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n"})
    void takesAnEmptyFileForAnEmptyMap(String text) {
        assertThat(YamlDocument.parse(text, "f").keys()).isEmpty();
    }

    @Test
    void readsAFile(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("a.yaml"), "name: käfer\n");

        assertThat(YamlDocument.read(file).string("name")).contains("käfer");
    }

    @Test
    void readsJsonHoweverItIsIndented(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("a.json"), "{\n\t\"a\":[\"\\/\\u00e4\",\n\t\t\"b\"],\"c\":{}}");

        var map = YamlDocument.readJson(file);

        assertThat(map.strings("a")).containsExactly("/ä", "b");
        assertThat(map.require("c").position()).isEqualTo(new YamlPosition(file.toString(), 3, 12));
    }

    @Test
    void refusesAFileThatIsNotText(@TempDir Path directory) throws IOException {
        var file = Files.write(
                directory.resolve("a.yaml"), "size: 1\nname: käfer\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failure(() -> YamlDocument.read(file))).hasMessage(file + ":2:8: This is not UTF-8");
    }

    @Test
    void refusesAHugeFile(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("a.yaml"), "#".repeat(1024 * 1024 + 1));

        assertThat(failure(() -> YamlDocument.read(file))).hasMessage(file + ":1:1: The file is larger than 1 MiB");
    }

    @Test
    void namesAFileThatIsNotThere(@TempDir Path directory) {
        var file = directory.resolve("a.yaml");

        var failure = catchThrowableOfType(YamlFileUnreadable.class, () -> YamlDocument.read(file));

        assertThat(failure).hasMessage("The file '" + file + "' cannot be read: there is none");
    }

    @Test
    void refusesADirectoryAndALoop(@TempDir Path directory) throws IOException {
        var loop = directory.resolve("loop.yaml");
        Files.createSymbolicLink(loop, loop);

        assertThat(catchThrowableOfType(YamlFileUnreadable.class, () -> YamlDocument.read(directory)))
                .hasMessage("The file '" + directory + "' cannot be read: it is no regular file");
        assertThat(catchThrowableOfType(YamlFileUnreadable.class, () -> YamlDocument.read(loop)))
                .hasMessageStartingWith("The file '" + loop + "' cannot be read: ")
                .hasMessageNotContaining("read: " + loop);
    }

    private static YamlError failure(Runnable reading) {
        return catchThrowableOfType(YamlError.class, reading::run);
    }
}
