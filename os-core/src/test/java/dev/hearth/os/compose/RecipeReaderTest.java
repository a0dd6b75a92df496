package dev.hearth.os.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.os.compose.Recipe.NewUser;
import dev.hearth.os.compose.Recipe.PlacedFile;
import dev.hearth.os.compose.Recipe.Source;
import dev.hearth.os.compose.Recipe.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeReaderTest {
    private static final String LEAST = """
            ref: example/12/base
            base: {distribution: debian, release: bookworm}
            version: "12.{date}"
            """;

    @TempDir
    private Path directory;

    @Test
    void readsAllThatARecipeSays() throws IOException {
        Files.writeString(directory.resolve("motd"), "hello\n");

        var recipe = read("""
                ref: example/12/x86_64/base
                base:
                  distribution: debian
                  release: bookworm
                  sources: ["deb http://mirror.example/debian bookworm main"]
                packages: [linux-image-amd64, openssh-server]
                version: "12.{date}.{number}"
                files:
                  - {to: /etc/motd, from: motd}
                  - {to: /etc/issue, text: "Example\\n", mode: "0600"}
                users:
                  - {name: admin, uid: 1000, groups: [sudo], shell: /bin/bash, comment: The admin}
                services:
                  enable: [ssh.service]
                  mask: [apt-daily.timer]
                post:
                  - rm -f /etc/legal
                kernel-arguments: [quiet, "console=ttyS0"]
                """);

        assertThat(recipe.ref()).isEqualTo("example/12/x86_64/base");
        assertThat(recipe.source())
                .isEqualTo(new Source.Apt(
                        "debian", "bookworm", List.of("deb http://mirror.example/debian bookworm main")));
        assertThat(recipe.packages()).containsExactly("linux-image-amd64", "openssh-server");
        assertThat(recipe.files())
                .containsExactly(
                        new PlacedFile("/etc/motd", directory.resolve("motd"), null, null),
                        new PlacedFile("/etc/issue", null, "Example\n", "0600"));
        assertThat(recipe.users())
                .containsExactly(new NewUser("admin", 1000L, List.of("sudo"), "/bin/bash", "The admin", null));
        assertThat(recipe.units()).isEqualTo(new Units(List.of("ssh.service"), List.of(), List.of("apt-daily.timer")));
        assertThat(recipe.post()).containsExactly("rm -f /etc/legal");
        assertThat(recipe.kernelArguments()).containsExactly("quiet", "console=ttyS0");
    }

    @Test
    void readsWhereRpmPackagesAre() throws IOException {
        var key = Files.writeString(directory.resolve("key.asc"), "a key\n");

        var named = read("""
                ref: example/43/base
                base:
                  distribution: rpm
                  release: 43
                  repositories:
                    - {id: example, baseurl: "https://example.org/$releasever/$basearch/", gpgkey: key.asc}
                    - {id: more, metalink: "https://example.org/?a=1&b=2", gpgkey: "https://example.org/key.asc"}
                    - {id: own, baseurl: "file:///srv/own", gpgcheck: false}
                version: "43.{date}"
                """);
        var known = read(LEAST.replace("debian", "fedora").replace("bookworm", "43"));

        assertThat(named.source())
                .isEqualTo(new Source.Dnf(
                        "rpm",
                        "43",
                        List.of(
                                new RpmRepository(
                                        "example",
                                        "https://example.org/$releasever/$basearch/",
                                        null,
                                        key.toUri().toString()),
                                new RpmRepository(
                                        "more", null, "https://example.org/?a=1&b=2", "https://example.org/key.asc"),
                                new RpmRepository("own", "file:///srv/own", null, null))));
        assertThat(known.source()).isEqualTo(new Source.Dnf("fedora", "43", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "distribution: debian, repositories: []           | are dnf's, and debian has apt",
                "distribution: centos, sources: []                | are apt's, and centos has dnf",
                "distribution: rpm                                | has no repositories of its own",
                "distribution: rpm, repositories: [{id: a, baseurl: 'http://a', gpgcheck: false}, {id: a, baseurl: 'http://b', gpgcheck: false}] | have one",
                "distribution: rpm, repositories: [{id: a}]       | 'id' needs either ",
                "distribution: rpm, repositories: [{id: a, baseurl: 'http://a'}] | 'id' needs either ",
                "distribution: rpm, repositories: [{id: a, baseurl: 'http://a', gpgkey: b}] | which is not there",
                "distribution: rpm, repositories: [{id: a, baseurl: 'http://a', gpgkey: 'http://b'}] | which is not there",
                "distribution: rpm, repositories: [{id: 'a]', baseurl: 'http://a', gpgcheck: false}] | no name of a repo",
                "distribution: rpm, repositories: [{id: a, baseurl: 'ftp://a', gpgcheck: false}] | is no address",
                "distribution: rpm, repositories: [{id: a, baseurl: 'http://a b', gpgcheck: false}] | is no address",
            })
    void saysWhatIsWrongWithSources(String base, String problem) {
        assertThatThrownBy(() -> read("ref: x\nbase: {release: 1, " + base + "}\nversion: 1\n"))
                .isInstanceOf(YamlError.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "package: [a]                      | recipe.yaml:4:1: The key 'package' is unknown",
                "packages: [a b]                   | recipe.yaml:4:12: An entry of 'packages' is 'a b', which is no name",
                "packages: [--help]                | which is no name of a package",
                "files: [{to: /etc/a}]             | recipe.yaml:4:14: 'to' needs either `from` or `text`",
                "files: [{to: /etc/../a, text: b}] | 'to' is not the shortest way to it",
                "files: [{to: /home/a, text: b}]   | which is no place below /etc, /usr, /opt or /var",
                "files: [{to: /etc/a, from: b}]    | which is not there or may not be read",
                "files: [{to: /etc/a, text: b, mode: rwx}] | which is no mode in octal",
                "users: [{name: -r}]               | which is no name of a user",
                "users: [{name: a, uid: 0}]        | 'uid' must be from 1 to 60000",
                "services: {enable: [ssh]}         | which is no unit",
                "kernel-arguments: ['a b']         | which is no kernel argument",
            })
    void saysWhereItIsWrong(String line, String problem) {
        assertThatThrownBy(() -> read(LEAST + line + "\n"))
                .isInstanceOf(YamlError.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ref: ../x                               | base: {archive: a} | no name of a branch",
                "ref: x                                  | base: {distribution: arch, release: x} | no distribution",
                "ref: x                                  | base: {archive: a, release: x} | beside an archive",
            })
    void refusesBasesThatItCannotMake(String ref, String base, String problem) throws IOException {
        Files.writeString(directory.resolve("a"), "");

        assertThatThrownBy(() -> read(ref + "\n" + base + "\nversion: 1\n"))
                .isInstanceOf(YamlError.class)
                .hasMessageContaining(problem);
    }

    @Test
    void callsVersionsByDateAndNumber() throws IOException {
        var time = Instant.parse("2026-11-02T23:00:00Z");
        var numbered = read(LEAST.replace("{date}", "{date}.{number}"));

        assertThat(read(LEAST).versionAt(time, "12.20261102")).isEqualTo("12.20261102");
        assertThat(numbered.versionAt(time, null)).isEqualTo("12.20261102.0");
        assertThat(numbered.versionAt(time, "12.20261102.9")).isEqualTo("12.20261102.10");
        assertThat(numbered.versionAt(time, "12.20261001.9")).isEqualTo("12.20261102.0");
        assertThat(numbered.versionAt(time, "12.20261102.")).isEqualTo("12.20261102.0");
    }

    private Recipe read(String text) throws IOException {
        return RecipeReader.read(Files.writeString(directory.resolve("recipe.yaml"), text));
    }
}
