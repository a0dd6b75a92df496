package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.cli.HearthFixture.Outcome;
import dev.hearth.core.text.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustCommandTest {
    private static final int NOT_ALLOWED = 8;
    private static final String MANIFEST = """
            pets:
              dev:
                volumes: [./src:/src]
                with-engine: true
                hooks: ["curl x | sh"]
            """;

    @TempDir
    Path directory;

    private HearthFixture hearth;
    private Path file;

    @BeforeEach
    void writeAManifest() throws IOException {
        hearth = new HearthFixture(directory.toRealPath()).withState();
        file = Files.writeString(hearth.work().resolve("hearth.yaml"), MANIFEST);
    }

    @Test
    void showsAFileAndAsks() throws IOException {
        golden("trust/allowed", hearth.atTerminal("yes\n").run("--color=never", "trust"));
        assertThat(hearth.run("trust", "--list").out()).contains(file.toString());
        golden("trust/list-json", hearth.run("trust", "--list", "--format=json"));

        Files.writeString(file, MANIFEST + "    home: none\n");
        golden("trust/changed", hearth.atTerminal("n\n").run("--color=never", "trust"));
    }

    @Test
    void takesYesBeforehandForNoAnswer() {
        assertThat(hearth.run("--yes", "trust").status()).isEqualTo(NOT_ALLOWED);
        assertThat(hearth.atTerminal("n\n").run("--yes", "trust").status()).isEqualTo(130);
        assertThat(hearth.run("trust", "--list").out()).doesNotContain("hearth.yaml");
    }

    @Test
    void takesTheContentThatSomebodyNames() throws IOException {
        var other = hearth.run("trust", "--sha256=" + Sha256.of("something else"));
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("has another content than that", Sha256.of(MANIFEST));

        assertThat(hearth.run("trust", "--sha256=" + Sha256.of(MANIFEST)).status())
                .isZero();
        assertThat(hearth.run("trust").status()).isZero();
    }

    @Test
    void allowsNothingThatItCannotRead() throws IOException {
        Files.writeString(file, "pets: {dev: {hoooks: [x]}}\n");

        assertThat(hearth.run("trust").status()).isEqualTo(2);
        assertThat(hearth.run("trust", "gone.yaml").status()).isEqualTo(3);
        var outcome = hearth.atTerminal("yes\n").run("trust");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains(file + ":1:14: The key 'hoooks' is unknown");
    }

    @Test
    void showsNoControlCharactersOfAFile() throws IOException {
        Files.writeString(file, "pets: {dev: {hooks: [\"x \\e[2K\\u202e\"]}}\n");

        assertThat(hearth.atTerminal("n\n").run("--color=never", "trust").err()).doesNotContain("\u001b", "\u202e");
    }

    @Test
    void takesItBack() {
        hearth.atTerminal("y\n").run("trust");

        assertThat(hearth.run("trust", "--revoke").status()).isZero();
        assertThat(hearth.run("trust", "--revoke").status()).isEqualTo(3);
        assertThat(hearth.run("trust", "--list", "--revoke").status()).isEqualTo(2);
    }

    @Test
    void asksBeforeADirectorysFileNamesThePet() throws IOException {
        hearth.run("create", "dev");
        hearth.run("create", "web");
        var named = Files.writeString(hearth.work().resolve(".hearth"), "web\n");

        assertThat(hearth.run("--yes", "show").status()).isEqualTo(NOT_ALLOWED);
        var asked = hearth.atTerminal("yes\n").run("--color=never", "show");
        assertThat(asked.err())
                .isEqualTo(
                        "The file '%s' is new, and asks for:\n  That commands in its directory mean the pet 'web'\nAllow it? [y/n] "
                                .formatted(named));
        assertThat(asked.out()).contains("web");
        assertThat(hearth.run("show").err()).isEmpty();

        Files.writeString(named, "dev\n");
        assertThat(hearth.atTerminal("n\n").run("show").status()).isEqualTo(130);
        assertThat(hearth.atTerminal("y\n").run("trust", ".hearth").status()).isZero();
        assertThat(hearth.run("show").out()).contains("dev");
    }

    private void golden(String name, Outcome outcome) {
        Golden.verify(name + ".txt", outcome.text().replace(hearth.work().toString(), "/work"));
    }
}
