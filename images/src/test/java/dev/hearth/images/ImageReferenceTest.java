package dev.hearth.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {
    private static final String SHA = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            debian,                               -,                debian,                -,      -
            debian:12,                            -,                debian,                12,     -
            library/debian,                       -,                library/debian,        -,      -
            quay.io/toolbx/ubuntu-toolbox:24.04,  quay.io,          toolbx/ubuntu-toolbox, 24.04,  -
            localhost/hearth/debian:12,           localhost,        hearth/debian,         12,     -
            localhost:5000/a,                     localhost:5000,   a,                     -,      -
            registry:5000/a:b,                    registry:5000,    a,                     b,      -
            10.0.0.1/a,                           10.0.0.1,         a,                     -,      -
            [::1]:5000/a/b:c,                     [::1]:5000,       a/b,                   c,      -
            Uppercase/a,                          Uppercase,        a,                     -,      -
            a__b/c-----d.e_f,                     -,                a__b/c-----d.e_f,      -,      -
            xn--7o8h.com/a,                       xn--7o8h.com,     a,                     -,      -
            """)
    void readsEachPart(String text, String domain, String path, String tag, String digest) {
        var reference = ImageReference.parse(text);

        assertThat(reference).isEqualTo(new ImageReference(domain, path, tag, digest));
        assertThat(reference).hasToString(text);
    }

    @Test
    void readsTagAndDigestTogether() {
        assertThat(ImageReference.parse("quay.io/a/b:1@" + SHA))
                .isEqualTo(new ImageReference("quay.io", "a/b", "1", SHA));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                  | its path '' is malformed
            :12                 | its path '' is malformed
            @x                  | its digest 'x' is malformed
            a@sha256:abc        | its digest 'sha256:abc' is malformed
            a:                  | its tag '' is malformed
            a:-b                | its tag '-b' is malformed
            a:b/                | its domain 'a:b' is malformed
            /a                  | its path '/a' is malformed
            a//b                | its path 'a//b' is malformed
            a/                  | its path 'a/' is malformed
            -a                  | its path '-a' is malformed
            a-                  | its path 'a-' is malformed
            a..b                | its path 'a..b' is malformed
            a___b               | its path 'a___b' is malformed
            Debian              | its path 'Debian' is malformed
            a/B                 | its path 'a/B' is malformed
            -x.y/a              | its domain '-x.y' is malformed
            x-.y/a              | its domain 'x-.y' is malformed
            x..y/a              | its domain 'x..y' is malformed
            x.y:/a              | its domain 'x.y:' is malformed
            x.y:65536/a         | its domain 'x.y:65536' is malformed
            [::g]:1/a           | its domain '[::g]:1' is malformed
            http://a.b/c        | its domain 'http:' is malformed
            docker://a.b/c      | its domain 'docker:' is malformed
            a b                 | its path 'a b' is malformed
            ../a                | its domain '..' is malformed
            --help              | its path '--help' is malformed
            $(id)               | its path '$(id)' is malformed
            """)
    void namesThePartThatIsWrong(String text, String reason) {
        var failure = catchThrowableOfType(InvalidImageReference.class, () -> ImageReference.parse(text));

        assertThat(failure).hasMessage("'" + text.strip() + "' is not an image's name: " + reason);
    }

    @Test
    void refusesWhatIsAnId() {
        assertThat(catchThrowableOfType(
                        InvalidImageReference.class, () -> ImageReference.parse("0123456789abcdef".repeat(4))))
                .hasMessageEndingWith("it is an image's id");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(ImageReference.parse("a".repeat(255)).path()).hasSize(255);
        assertThat(catchThrowableOfType(
                        InvalidImageReference.class, () -> ImageReference.parse("quay.io/" + "a".repeat(248))))
                .hasMessageEndingWith("its name is longer than 255 characters");
    }

    @Test
    void cannotBeMadeFromPartsThatWouldReadDifferently() {
        assertThat(catchThrowableOfType(
                        InvalidImageReference.class, () -> new ImageReference(null, "localhost/a", null, null)))
                .hasMessageEndingWith("its path begins like a domain");
        assertThat(catchThrowableOfType(InvalidImageReference.class, () -> new ImageReference("quay", "a", null, null)))
                .hasMessageEndingWith("its domain 'quay' has neither a dot nor a port");
    }

    @ParameterizedTest
    @CsvSource({
        "debian, docker.io/library/debian",
        "toolbx/arch:1, docker.io/toolbx/arch:1",
        "quay.io/a, quay.io/a",
    })
    void qualifiesShortNamesAsDockerDoes(String text, String qualified) {
        assertThat(ImageReference.parse(text).qualified()).hasToString(qualified);
    }

    @ParameterizedTest
    @CsvSource({
        "quay.io/toolbx/ubuntu-toolbox:24.04, ubuntu-toolbox-24.04",
        "localhost/hearth/debian:12, debian-12",
        "quay.io/a/b, pet-b",
        "quay.io/a/b:1, b-1",
        "quay.io/a/7zip:1, pet-7zip-1",
        "a:_x, a-_x",
    })
    void proposesAPetName(String text, String name) {
        assertThat(ImageReference.parse(text).defaultPetName()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"a, latest", "a:1, 1"})
    void takesLatestForAMissingTag(String text, String tag) {
        assertThat(ImageReference.parse(text).effectiveTag()).contains(tag);
    }

    @Test
    void hasNoTagWhereThereIsOnlyADigest() {
        assertThat(ImageReference.parse("a@" + SHA).effectiveTag()).isEmpty();
        assertThat(ImageReference.parse("a:1@" + SHA).withTag("2")).hasToString("a:2");
    }
}
