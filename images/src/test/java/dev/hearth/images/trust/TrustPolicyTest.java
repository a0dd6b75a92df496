package dev.hearth.images.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.core.yaml.YamlError;
import dev.hearth.images.ImageReference;
import dev.hearth.images.trust.Trust.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustPolicyTest {
    private static final String POLICY = """
            {
            \t"default": [{"type": "reject"}],
            \t"transports": {
            \t\t"docker": {
            \t\t\t"quay.io": [{"type": "insecureAcceptAnything"}],
            \t\t\t"quay.io/bad": [{"type": "reject"}],
            \t\t\t"quay.io/bad/good:1": [{"type": "insecureAcceptAnything"}],
            \t\t\t"registry.access.redhat.com": [
            \t\t\t\t{"type": "signedBy", "keyType": "GPGKeys", "keyPath": "\\/etc\\/pki\\/key"}
            \t\t\t],
            \t\t\t"docker.io/library/debian": [{"type": "sigstoreSigned", "keyPath": "/k"}],
            \t\t\t"*.example.org": [{"type": "insecureAcceptAnything"}],
            \t\t\t"both.example.net:5000": [{"type": "signedBy"}, {"type": "reject"}]
            \t\t},
            \t\t"docker-daemon": {"": [{"type": "insecureAcceptAnything"}]}
            \t}
            }
            """;

    @TempDir
    private Path directory;

    private Path user;
    private Path system;

    @BeforeEach
    void makeDirectories() {
        user = directory.resolve("user");
        system = directory.resolve("etc");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            quay.io/toolbx/arch-toolbox,             ACCEPTED, accepts 'quay.io' without any signature
            quay.io/bad/image:2,                     REJECTED, rejects 'quay.io/bad'
            quay.io/bad/good:1,                      ACCEPTED, accepts 'quay.io/bad/good:1' without any signature
            quay.io/bad/good:2,                      REJECTED, rejects 'quay.io/bad'
            registry.access.redhat.com/ubi9/toolbox, SIGNED,   asks for a signature on 'registry.access.redhat.com'
            debian:12,                               SIGNED,   asks for a signature on 'docker.io/library/debian'
            ubuntu:24.04,                            REJECTED, rejects images in general
            a.b.example.org:5000/c,                  ACCEPTED, accepts '*.example.org' without any signature
            example.org/c,                           REJECTED, rejects images in general
            both.example.net:5000/c,                 REJECTED, rejects 'both.example.net:5000'
            """)
    void judgesByTheNarrowestScope(String image, Verdict verdict, String why) {
        policy(system, POLICY);

        assertThat(read().verdict(ImageReference.parse(image)))
                .isEqualTo(new Trust(verdict, "'" + system.resolve("containers/policy.json") + "' " + why));
    }

    @Test
    void prefersTheUsersPolicy() {
        policy(system, POLICY);
        policy(user, "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}");

        assertThat(read().verdict(ImageReference.parse("ubuntu")))
                .isEqualTo(new Trust(
                        Verdict.ACCEPTED,
                        "'" + user.resolve("containers/policy.json")
                                + "' accepts images in general without any signature"));
    }

    @Test
    void prefersATransportsDefaultToTheGeneralOne() {
        policy(system, """
                {"default": [{"type": "reject"}],
                 "transports": {"docker": {"": [{"type": "insecureAcceptAnything"}]}}}
                """);

        assertThat(read().verdict(ImageReference.parse("ubuntu")).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void saysSoWhereThereIsNoPolicy() {
        assertThat(read().verdict(ImageReference.parse("ubuntu")))
                .isEqualTo(new Trust(Verdict.ACCEPTED, "this host has no policy on images, and nothing is verified"));
    }

    @Test
    void refusesWhatThePolicyForbids() {
        policy(system, POLICY);

        var failure = catchThrowableOfType(
                ImageRejected.class,
                () -> read().enforce(ImageReference.parse("quay.io/bad/image"), Verification.BY_ENGINE));

        assertThat(failure)
                .hasMessage("The image 'quay.io/bad/image' may not be used on this host: '"
                        + system.resolve("containers/policy.json") + "' rejects 'quay.io/bad'");
    }

    @Test
    void refusesSignedImagesOnlyWhereNobodyVerifiesThem() {
        policy(system, POLICY);
        var image = ImageReference.parse("registry.access.redhat.com/ubi9/toolbox:9.6");

        var failure = catchThrowableOfType(
                SignatureUnverifiable.class, () -> read().enforce(image, Verification.NOT_POSSIBLE));

        assertThat(failure)
                .hasMessageStartingWith("Docker cannot verify the signature of the image '" + image + "', and '")
                .hasMessageEndingWith("' asks for a signature on 'registry.access.redhat.com'");
        assertThat(failure.hint()).contains("Use Podman, which verifies it: `--engine podman`.");
        assertThatCode(() -> read().enforce(image, Verification.BY_ENGINE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"default": [{"type": "maybe"}]} | :1:23: 'type' is 'maybe', which no policy knows
            {"default": []}                  | :1:13: 'default' must have at least one requirement
            {"defualt": []}                  | :1:2: The key 'defualt' is unknown
            {"transports": {}}               | :1:1: The key 'default' is missing here
            """)
    void refusesEverythingWhenThePolicyIsMalformed(String text, String message) {
        policy(system, text);

        var failure = catchThrowableOfType(YamlError.class, () -> read().verdict(ImageReference.parse("ubuntu")));

        assertThat(failure).hasMessage(system.resolve("containers/policy.json") + message);
    }

    private TrustPolicy read() {
        return TrustPolicy.read(user, system);
    }

    private static void policy(Path config, String text) {
        try {
            Files.createDirectories(config.resolve("containers"));
            Files.writeString(config.resolve("containers/policy.json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
