package dev.hearth.images.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.core.host.OsRelease;
import dev.hearth.core.yaml.YamlError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final OsRelease DEBIAN_12 = host("debian", "", "12", "bookworm");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(textBlock = """
            debian,              '',             12,       bookworm, debian 12,                  debian-12
            debian,              '',             '',       forky,    debian testing,             debian-testing
            fedora,              '',             45,       '',       fedora 45,                  fedora-45
            ubuntu,              debian,         22.04,    jammy,    ubuntu 22.04,               ubuntu-22.04
            linuxmint,           ubuntu debian,  21.3,     virginia, ubuntu 24.04,               ubuntu-24.04
            rocky,               rhel centos,    9.4,      '',       rhel 9.6,                   rhel-9.6
            centos,              rhel fedora,    9,        '',       centos 9,                   centos-9
            arch,                '',             '',       '',       arch latest,                arch-latest
            opensuse-leap,       suse opensuse,  15.5,     '',       opensuse-leap 15.5,         opensuse-leap-15.5
            opensuse-tumbleweed, opensuse suse,  20261101, '',       opensuse-tumbleweed latest, opensuse-tumbleweed-latest
            opensuse-microos,    suse opensuse,  20261101, '',       opensuse-tumbleweed latest, opensuse-tumbleweed-latest
            alpine,              '',             3.20.3,   '',       alpine 3.20,                alpine-3.20
            linux,               '',             '',       '',       fedora 44,                  fedora-44
            """)
    void takesWhatTheHostIsOrIsLike(
            String id, String idLike, String version, String codename, String choice, String petName) {
        var chosen = builtIn().resolve(null, null, host(id, idLike, version, codename));

        assertThat(chosen).hasToString(choice);
        assertThat(chosen.defaultPetName()).isEqualTo(petName);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fedora,  f43,      registry.fedoraproject.org/fedora-toolbox:43,     localhost/hearth/fedora:43
            centos,  stream9,  quay.io/toolbx-images/centos-toolbox:stream9,     localhost/hearth/centos:9
            ubi,     8.10,     registry.access.redhat.com/ubi8/toolbox:8.10,     localhost/hearth/rhel:8.10
            debian,  bookworm, quay.io/toolbx-images/debian-toolbox:12,          localhost/hearth/debian:12
            debian,  sid,      quay.io/toolbx-images/debian-toolbox:unstable,    localhost/hearth/debian:unstable
            ubuntu,  noble,    quay.io/toolbx/ubuntu-toolbox:24.04,              localhost/hearth/ubuntu:24.04
            arch,    rolling,  quay.io/toolbx/arch-toolbox:latest,               localhost/hearth/arch:latest
            leap,    15.6,     registry.opensuse.org/opensuse/leap:15.6,         localhost/hearth/opensuse-leap:15.6
            alpine,  edge,     quay.io/toolbx-images/alpine-toolbox:edge,        localhost/hearth/alpine:edge
            """)
    void resolvesEachDistributionToItsImages(String word, String release, String registry, String local) {
        var choice = builtIn().resolve(word, release, DEBIAN_12);

        assertThat(choice.registryReference()).hasToString(registry);
        assertThat(choice.localReference()).hasToString(local);
        assertThat(choice.recipe()).contains(choice.distribution().id());
    }

    @Test
    void takesTheHostsReleaseOnlyForTheHostsOwnDistribution() {
        assertThat(builtIn().resolve("debian", null, DEBIAN_12)).hasToString("debian 12");
        assertThat(builtIn().resolve("ubuntu", null, DEBIAN_12)).hasToString("ubuntu 24.04");
        assertThat(builtIn().resolve(null, "13", DEBIAN_12)).hasToString("debian 13");
    }

    @Test
    void everyDistributionHasAWorkingDefault() {
        assertThat(builtIn().distributions())
                .hasSize(9)
                .allSatisfy(distribution -> assertThat(
                                builtIn().resolve(distribution.id(), null, host("linux", "", "", "")))
                        .extracting(ImageChoice::release)
                        .isEqualTo(distribution.releases().fallback()));
    }

    @Test
    void suggestsTheDistributionThatWasMeant() {
        var failure =
                catchThrowableOfType(UnknownDistribution.class, () -> builtIn().resolve("debain", null, DEBIAN_12));

        assertThat(failure).hasMessage("There is no distribution 'debain' in the catalogue");
        assertThat(failure.hint()).contains("Did you mean 'debian'?");
    }

    @Test
    void pointsToTheListWhereNothingIsNear() {
        var failure =
                catchThrowableOfType(UnknownDistribution.class, () -> builtIn().resolve("plan9", null, DEBIAN_12));

        assertThat(failure.hint()).contains("`hearth image list` shows those there are.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fedora, 0,       Give one such as 44.
            fedora, rawhide, Give one such as 44.
            debian, bokworm, Did you mean 'bookworm'?
            ubuntu, 24.4,    Give one such as 24.04.
            ubuntu, 24.13,   Give one such as 24.04.
            rhel,   9,       Give one such as 9.6.
            arch,   12,      Give one such as latest.
            """)
    void refusesReleasesThatLookWrong(String distribution, String release, String hint) {
        var failure =
                catchThrowableOfType(InvalidRelease.class, () -> builtIn().resolve(distribution, release, DEBIAN_12));

        assertThat(failure.message()).startsWith("'" + release + "' is not a release of ");
        assertThat(failure.hint()).contains(hint);
    }

    @Test
    void letsAUserAddADistributionInFewLines() throws IOException {
        add("ours.yaml", """
                schema: 1
                distributions:
                  ours:
                    image: registry.example.org/dev/ours:{release}
                    default-release: "7"
                """);

        var choice = Catalogue.load(List.of(directory)).resolve("ours", null, DEBIAN_12);

        assertThat(choice.registryReference()).hasToString("registry.example.org/dev/ours:7");
        assertThat(choice.distribution().name()).isEqualTo("ours");
        assertThat(choice.recipe()).isEqualTo(Optional.empty());
    }

    @Test
    void letsALaterFileReplaceADistribution() throws IOException {
        add("10-a.yaml", debianAt("a.example.org"));
        add("20-b.yaml", debianAt("b.example.org"));
        add("30-not-read.yml", debianAt("c.example.org"));

        var catalogue = Catalogue.load(List.of(directory.resolve("absent"), directory));

        assertThat(catalogue.resolve(null, null, DEBIAN_12).registryReference()).hasToString("b.example.org/debian:12");
        assertThat(catalogue.distributions()).hasSize(9);
    }

    @Test
    void letsAUserChooseTheDefault() throws IOException {
        add("a.yaml", "schema: 1\ndefault: alpine\n");

        assertThat(Catalogue.load(List.of(directory)).resolve(null, null, host("linux", "", "", "")))
                .hasToString("alpine 3.22");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            schema: 2 | :1:9: 'schema' is 2, and this hearth knows only 1 | -
            default: debian | :1:1: The key 'schema' is missing here | -
            schema: 1\\ndefault: debain | :2:10: 'default' is 'debain', which is none of | Did you mean 'debian'?
            schema: 1\\ndistributions: {Big: {}} | :2:17: 'Big' cannot be a distribution's id | Use small letters and digits, with single dots, dashes or underscores between them.
            schema: 1\\ndistributions: {a: {imgae: b}} | :2:21: The key 'imgae' is unknown | Did you mean 'image'?
            schema: 1\\ndistributions: {a: {default-release: b}} | :2:20: The key 'image' is missing here | -
            schema: 1\\ndistributions: {a: {image: b}} | :2:20: The key 'default-release' is missing here | -
            schema: 1\\ndistributions: {a: {image: B, default-release: "1"}} | :2:28: 'image' is not an image's name | Write it as quay.io/toolbx/ubuntu-toolbox:{release}.
            schema: 1\\ndistributions: {a: {image: b, default-release: x, release-pattern: '[0-9]'}} | :2:48: 'default-release' does not match the 'release-pattern' | -
            schema: 1\\ndistributions: {a: {image: b, default-release: x, release-pattern: '['}} | :2:68: 'release-pattern' is not a regular expression: Unclosed character class | -
            schema: 1\\ndistributions: {a: {image: b, default-release: x, package-manager: atp}} | :2:68: 'package-manager' is 'atp', which is none of apt, dnf, pacman, zypper, apk | Did you mean 'apt'?
            schema: 1\\ndistributions: {a: {image: b, default-release: x, recipe: ../x}} | :2:59: 'recipe' is '../x', which is none of hearth's recipes | -
            """)
    void saysWhereAUsersFileIsWrong(String text, String message, String hint) throws IOException {
        var file = add("a.yaml", text.replace("\\n", "\n"));

        var failure = catchThrowableOfType(YamlError.class, () -> Catalogue.load(List.of(directory)));

        assertThat(failure.message()).startsWith(file + message);
        assertThat(failure.hint()).isEqualTo(Optional.ofNullable(hint));
    }

    private Path add(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String debianAt(String domain) {
        return """
                schema: 1
                distributions:
                  debian:
                    image: %s/debian:{release}
                    default-release: "13"
                """.formatted(domain);
    }

    private static Catalogue builtIn() {
        return Catalogue.load(List.of());
    }

    private static OsRelease host(String id, String idLike, String version, String codename) {
        return OsRelease.parse("ID=%s\nID_LIKE=\"%s\"\nVERSION_ID=\"%s\"\nVERSION_CODENAME=%s\n"
                .formatted(id, idLike, version, codename));
    }
}
