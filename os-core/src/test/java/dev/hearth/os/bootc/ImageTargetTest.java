package dev.hearth.os.bootc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.os.InvalidOperand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTargetTest {
    @ParameterizedTest
    @CsvSource({
        "quay.io/fedora/fedora-bootc:42, quay.io/fedora/fedora-bootc:42",
        "localhost:5000/os, localhost:5000/os",
        "os:latest, os:latest",
        "docker://quay.io/x/y, quay.io/x/y",
        "oci:/srv/os, --transport=oci /srv/os",
        "containers-storage:localhost/os, --transport=containers-storage localhost/os",
        "ostree-unverified-registry:quay.io/x/y, quay.io/x/y",
        "ostree-unverified-image:oci-archive:/srv/os.tar, --transport=oci-archive /srv/os.tar",
        "ostree-image-signed:docker://quay.io/x/y, --enforce-container-sigpolicy quay.io/x/y"
    })
    void readsHowAnImageIsNamed(String text, String words) {
        assertThat(ImageTarget.parse(text))
                .hasValueSatisfying(
                        target -> assertThat(String.join(" ", target.words())).isEqualTo(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedora:fedora/42/x86_64/silverblue", "ostree-remote-registry:fedora:quay.io/x/y"})
    void knowsBranchesFromImages(String text) {
        assertThat(ImageTarget.parse(text)).isEmpty();
    }

    @Test
    void letsNoNameBecomeAnOption() {
        assertThatThrownBy(() -> ImageTarget.parse("--apply")).isInstanceOf(InvalidOperand.class);
    }
}
