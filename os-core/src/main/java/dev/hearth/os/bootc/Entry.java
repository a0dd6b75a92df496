package dev.hearth.os.bootc;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Layering;
import dev.hearth.os.Marks;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import dev.hearth.os.program.MalformedReport;
import dev.hearth.os.program.Report;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bootc says of one deployment.
 *
 * @param overlay what lies over its {@code /usr}, when it runs
 */
record Entry(Report report, Role role, @Nullable Report overlay) {

    /** Under which key bootc tells of it. */
    enum Role {
        STAGED,
        BOOTED,
        ROLLBACK,
        OTHER
    }

    Entry as(Role other) {
        return new Entry(report, other, overlay);
    }

    boolean isThere() {
        return !report.isAbsent();
    }

    /** {@return whether rpm-ostree has layered something on it} */
    boolean isLayered() {
        return report.isTrue("incompatible");
    }

    boolean usesComposefs() {
        return !report.at("composefs").isAbsent();
    }

    Deployment deployment() {
        var image = report.at("image");
        var id = id();
        return new Deployment(
                id,
                new Marks(role == Role.BOOTED, role == Role.STAGED, report.isTrue("pinned"), role == Role.ROLLBACK),
                source(image),
                new Commit(id.checksum(), image.text("version"), time(image.text("timestamp"))),
                null,
                signing(image),
                Layering.NONE,
                unlocked(),
                List.of(),
                new Deployment.Remarks(null, null, null, null, remarks(), null));
    }

    /** Hosts without ostree keep all they deploy below one name, and each tree once. */
    private DeploymentId id() {
        var ostree = report.at("ostree");
        var checksum = ostree.isAbsent() ? report.at("composefs").require("verity") : ostree.require("checksum");
        var stateroot = ostree.text("stateroot");
        try {
            return new DeploymentId(
                    stateroot == null ? "default" : stateroot,
                    checksum,
                    Math.toIntExact(ostree.at("deploySerial").number(0)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedReport("bootc status --format=json", String.valueOf(e.getMessage()));
        }
    }

    /** {@return what an image status names; nothing when it is absent: the deployment then came by ostree alone} */
    static Source source(Report status) {
        var reference = status.at("image");
        var name = reference.text("image");
        if (name == null) {
            return new Source.None();
        }
        var transport = reference.text("transport");
        return new Source.Image(
                transport == null || "registry".equals(transport) ? name : transport + ":" + name,
                status.text("imageDigest"));
    }

    /** {@return the manifest that an image status names, as a commit; absent when it names none} */
    static @Nullable Commit manifest(Report status) {
        var digest = status.text("imageDigest");
        return digest == null
                ? null
                : new Commit(
                        digest.substring(digest.indexOf(':') + 1),
                        status.text("version"),
                        time(status.text("timestamp")));
    }

    /** The policy for containers, or the key ring of a remote, has to accept the image; else anything goes. */
    static Signing signing(Report status) {
        var signature = status.at("image").at("signature");
        boolean required = "containerPolicy".equals(signature.text()) || signature.text("ostreeRemote") != null;
        return new Signing(required, List.of());
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException _) {
            // A label that the image's maker wrote by hand.
            return null;
        }
    }

    private Unlocked unlocked() {
        if (overlay == null || overlay.isAbsent()) {
            return Unlocked.NONE;
        }
        if ("persistent".equals(overlay.text("persistence"))) {
            return Unlocked.HOTFIX;
        }
        return "readOnly".equals(overlay.text("accessMode")) ? Unlocked.TRANSIENT : Unlocked.DEVELOPMENT;
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (report.isTrue("downloadOnly")) {
            remarks.add("It is only downloaded and does not boot until an upgrade releases it");
        }
        if (isLayered()) {
            remarks.add("It has local changes by rpm-ostree, so that bootc leaves it alone");
        }
        if (report.isTrue("softRebootCapable")) {
            remarks.add("A soft reboot is enough for it");
        }
        return remarks;
    }
}
