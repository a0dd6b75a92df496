package dev.hearth.os.bootc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Marks;
import dev.hearth.os.Recording;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import dev.hearth.os.Update;
import dev.hearth.os.program.MalformedReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootcStatusTest {
    private static final Signing REQUIRED = new Signing(true, List.of());

    private static BootcStatus recorded(String name) {
        return BootcStatus.parse(Recording.text("bootc/" + name + ".json"));
    }

    @Test
    void readsWhatIsStagedAndWhatRuns() {
        var status = recorded("spec-staged-booted");

        var digest = "sha256:16dc2b6256b4ff0d2ec18d2dbfb06d117904010c8cf9732cdb022818cf7a7566";
        assertThat(status.deployments().getFirst())
                .isEqualTo(Deployment.of(
                                new DeploymentId("default", ScriptedBootc.STAGED, 0),
                                new Source.Image("quay.io/example/someimage:latest", digest),
                                new Commit(ScriptedBootc.STAGED, "nightly", Instant.parse("2023-10-14T19:22:15.42Z")))
                        .withMarks(new Marks(false, true, false, false)));
        assertThat(status.deployments().get(1).marks()).isEqualTo(new Marks(true, false, false, false));
        assertThat(status.deployments()).hasSize(2);
        assertThat(status.isLayered()).isFalse();
        assertThat(status.usesComposefs()).isFalse();
    }

    /** How many deployments each recording has, and whether the host is bootc's and layered. */
    @ParameterizedTest
    @CsvSource({
        "spec-booted-pinned, 2, true, false",
        "spec-booted-update-same-digest, 1, true, false",
        "spec-booted-usroverlay, 1, true, false",
        "spec-booted-with-update-no-version, 1, true, false",
        "spec-booted-with-update, 1, true, false",
        "spec-only-booted, 1, true, false",
        "spec-ostree-remote, 1, true, false",
        "spec-ostree-to-bootc, 2, false, false",
        "spec-rfe-ostree-deployment, 2, false, true",
        "spec-staged-booted, 2, true, false",
        "spec-staged-download-only, 2, true, false",
        "spec-staged-rollback, 2, false, false",
        "spec-v1-null, 0, false, false",
        "spec-v1a1-orig, 2, true, false",
        "spec-v1a1, 1, true, false",
        "spec-via-local-oci, 1, true, false"
    })
    void readsEveryRecording(String name, int deployments, boolean isBootcHost, boolean isLayered) {
        var status = recorded(name);

        assertThat(status.deployments()).hasSize(deployments);
        assertThat(status.isBootcHost()).isEqualTo(isBootcHost);
        assertThat(status.isLayered()).isEqualTo(isLayered);
    }

    @Test
    void namesTheTransportUnlessItIsARegistry() {
        assertThat(recorded("spec-via-local-oci").deployments().getFirst().source())
                .isEqualTo(new Source.Image(
                        "oci:/var/mnt/osupdate",
                        "sha256:47e5ed613a970b6574bfa954ab25bb6e85656552899aa518b5961d9645102b38"));
    }

    @Test
    void marksWhatIsPinnedAndWhatARollbackReturnsTo() {
        assertThat(recorded("spec-booted-pinned").deployments())
                .extracting(Deployment::marks)
                .containsExactly(new Marks(true, false, true, false), new Marks(false, false, true, false));
        assertThat(recorded("spec-staged-rollback").deployments())
                .extracting(Deployment::marks)
                .containsExactly(new Marks(false, true, false, false), new Marks(false, false, false, true));
    }

    @Test
    void remarksOnWhatDoesNotBootByItself() {
        assertThat(recorded("spec-staged-download-only")
                        .deployments()
                        .getFirst()
                        .remarks()
                        .others())
                .containsExactly("It is only downloaded and does not boot until an upgrade releases it");
        assertThat(recorded("spec-rfe-ostree-deployment")
                        .deployments()
                        .getFirst()
                        .remarks()
                        .others())
                .containsExactly("It has local changes by rpm-ostree, so that bootc leaves it alone");
    }

    @Test
    void knowsTheUpdateThatACheckFound() {
        assertThat(recorded("spec-booted-with-update").update())
                .isEqualTo(new Update(
                        new Source.Image("quay.io/centos-bootc/centos-bootc:stream9", "sha256:" + "a0".repeat(32)),
                        new Commit("a0".repeat(32), "stream9.20240901.0", Instant.parse("2024-09-01T12:00:00Z")),
                        Signing.NOT_REQUIRED,
                        null));
        assertThat(recorded("spec-booted-update-same-digest").update()).isNull();
        assertThat(recorded("spec-staged-booted").update()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"readWrite, transient, DEVELOPMENT", "readOnly, transient, TRANSIENT", "readWrite, persistent, HOTFIX"})
    void tellsHowUsrIsUnlocked(String access, String persistence, Unlocked expected) {
        var text = Recording.text("bootc/spec-booted-usroverlay.json")
                .replace("\"readWrite\"", '"' + access + '"')
                .replace("\"transient\"", '"' + persistence + '"');

        assertThat(BootcStatus.parse(text).deployments())
                .singleElement()
                .extracting(Deployment::unlocked)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"containerPolicy\"|true",
                "{\"ostreeRemote\": \"fedora\"}|true",
                "\"insecure\"|false",
                "null|false"
            })
    void tellsWhetherImagesHaveToBeSigned(String signature, boolean required) {
        var text = Recording.text("bootc/spec-staged-booted.json")
                .replace("\"signature\": \"insecure\"", "\"signature\": " + signature);

        assertThat(BootcStatus.parse(text).deployments())
                .extracting(Deployment::signing)
                .containsOnly(required ? REQUIRED : Signing.NOT_REQUIRED);
    }

    @Test
    void readsAHostWithoutOstreeWhoseRollbackIsQueued() {
        var status = recorded("scripted/composefs");

        assertThat(status.usesComposefs()).isTrue();
        assertThat(status.deployments())
                .extracting(Deployment::id)
                .containsExactly(
                        new DeploymentId("default", "2".repeat(128), 0),
                        new DeploymentId("default", "1".repeat(128), 0));
        assertThat(status.deployments())
                .extracting(Deployment::marks)
                .containsExactly(Marks.NONE, new Marks(true, false, false, false));
        assertThat(status.deployments().get(1).commit().time()).isNull();
        assertThat(status.deployments().get(1).remarks().others()).containsExactly("A soft reboot is enough for it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System is not deployed via bootc.",
                "{\"status\": {\"booted\": {\"image\": null}}}",
                "{\"status\": {\"booted\": {\"ostree\": {\"checksum\": \"abc\"}}}}"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> BootcStatus.parse(text)).isInstanceOf(MalformedReport.class);
    }
}
