package dev.hearth.os.rpmostree;

import dev.hearth.os.Commit;
import dev.hearth.os.Deployment;
import dev.hearth.os.DeploymentId;
import dev.hearth.os.Marks;
import dev.hearth.os.Signature;
import dev.hearth.os.Signing;
import dev.hearth.os.Source;
import dev.hearth.os.Unlocked;
import dev.hearth.os.program.MalformedReport;
import dev.hearth.os.program.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What rpm-ostree says of one deployment. */
final class DeploymentReport {
    private DeploymentReport() {}

    static Deployment deployment(Report report) {
        var base = report.text("base-checksum");
        return new Deployment(
                id(report),
                new Marks(report.isTrue("booted"), report.isTrue("staged"), report.isTrue("pinned"), false),
                source(report),
                commit(report, "", report.require("checksum")),
                base == null ? null : commit(report, "base-", base),
                signing(report),
                LayeringReport.layering(report),
                unlocked(report.text("unlocked")),
                List.of(),
                remarks(report));
    }

    private static DeploymentId id(Report report) {
        var checksum = report.require("checksum");
        var stateroot = report.require("osname");
        try {
            return new DeploymentId(
                    stateroot, checksum, Math.toIntExact(report.at("serial").number(0)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedReport("rpm-ostree status --json", String.valueOf(e.getMessage()));
        }
    }

    static Commit commit(Report report, String prefix, String checksum) {
        return new Commit(
                checksum,
                report.text(prefix + "version"),
                report.at(prefix + "timestamp").time());
    }

    static Source source(Report report) {
        var image = report.text("container-image-reference");
        if (image != null) {
            return new Source.Image(image, report.text("container-image-reference-digest"));
        }
        var origin = report.text("origin");
        if (origin == null || origin.isEmpty()) {
            return new Source.None();
        }
        if (origin.matches("[0-9a-f]{64}")) {
            var custom = report.at("custom-origin");
            return new Source.Fixed(origin, custom.at(0).text(), custom.at(1).text());
        }
        // Not parsed as a user's words are: what is deployed has to be shown, whatever its name.
        int colon = origin.indexOf(':');
        return new Source.Branch(colon < 0 ? null : origin.substring(0, colon), origin.substring(colon + 1));
    }

    static Signing signing(Report report) {
        return new Signing(
                report.isTrue("gpg-enabled"),
                report.at("signatures").parts().stream()
                        .map(DeploymentReport::signature)
                        .toList());
    }

    /** ostree's own tuple: valid, signature expired, key expired, key revoked, key missing, fingerprint, … */
    private static Signature signature(Report report) {
        Signature.Verdict verdict;
        if (report.at(0).isTrue()) {
            verdict = Signature.Verdict.VALID;
        } else if (report.at(4).isTrue()) {
            verdict = Signature.Verdict.UNKNOWN_KEY;
        } else if (report.at(1).isTrue()
                || report.at(2).isTrue()
                || report.at(3).isTrue()) {
            verdict = Signature.Verdict.OUTDATED;
        } else {
            verdict = Signature.Verdict.INVALID;
        }
        return new Signature(verdict, report.word(5));
    }

    private static Unlocked unlocked(@Nullable String word) {
        for (var unlocked : Unlocked.values()) {
            if (unlocked.name().toLowerCase(Locale.ROOT).equals(word)) {
                return unlocked;
            }
        }
        return Unlocked.NONE;
    }

    private static Deployment.Remarks remarks(Report report) {
        return new Deployment.Remarks(
                report.text("remote-error"),
                report.text("endoflife"),
                initramfs(report),
                title(report),
                others(report),
                null);
    }

    private static @Nullable String initramfs(Report report) {
        if (!report.isTrue("regenerate-initramfs")) {
            return null;
        }
        var arguments = report.words("initramfs-args");
        return arguments.isEmpty() ? "regenerate" : String.join(" ", arguments);
    }

    private static @Nullable String title(Report report) {
        var title = report.at("base-commit-meta").text("ostree.source-title");
        return title == null ? report.at("layered-commit-meta").text("ostree.source-title") : title;
    }

    private static List<String> others(Report report) {
        var others = new ArrayList<String>();
        if (report.isTrue("finalization-locked")) {
            others.add("It does not boot until `rpm-ostree finalize-deployment` releases it");
        }
        if (report.text("live-inprogress") != null) {
            others.add("Changing the running system to it was cut off");
        }
        if (report.text("live-replaced") != null) {
            others.add("The running system was changed to commit " + report.text("live-replaced"));
        }
        var pending = report.text("pending-base-checksum");
        if (pending != null) {
            var version = report.text("pending-base-version");
            others.add("A newer base is downloaded: " + (version == null ? pending : version));
        }
        list(report, "initramfs-etc", "Its initial RAM disk holds of /etc", others);
        list(report, "modules", "Modules are layered", others);
        list(report, "requested-modules-enabled", "Modules are enabled", others);
        if (report.isTrue("cliwrap")) {
            others.add("It wraps programs that would change the base behind rpm-ostree");
        }
        return others;
    }

    private static void list(Report report, String key, String what, List<String> others) {
        var words = report.words(key);
        if (!words.isEmpty()) {
            others.add(what + ": " + String.join(", ", words));
        }
    }
}
