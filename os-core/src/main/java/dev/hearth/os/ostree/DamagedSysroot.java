package dev.hearth.os.ostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import java.nio.file.Path;

/** A file below a sysroot is not what ostree would have written. */
public final class DamagedSysroot extends Failure.Conflict {
    private DamagedSysroot(String message, String hint) {
        super(message, hint);
    }

    static DamagedSysroot origin(Path file, String reason) {
        return new DamagedSysroot(
                "The origin file '" + file + "' cannot be read: " + Printable.line(reason),
                "Correct that line, or write the origin anew with `ostree admin set-origin`.");
    }

    static DamagedSysroot configuration(Path file, String reason) {
        return new DamagedSysroot(
                "The configuration '" + file + "' cannot be read: " + Printable.line(reason), "Correct that line.");
    }

    static DamagedSysroot entry(Path file, String reason) {
        return new DamagedSysroot(
                "The boot entry '" + file + "' cannot be read: " + Printable.line(reason),
                "`ostree admin cleanup` writes the entries anew when another deployment is made.");
    }

    static DamagedSysroot loader(Path link, String reason) {
        return new DamagedSysroot(
                "The link '" + link + "' names no set of boot entries: " + Printable.line(reason),
                "It has to lead to loader.0 or loader.1.");
    }

    static DamagedSysroot journal(Path file, String reason) {
        return new DamagedSysroot(
                "The note of the last change, '" + file + "', cannot be read: " + Printable.line(reason),
                "Look at `ostree admin status`; if all is well there, remove the file.");
    }

    static DamagedSysroot staged(Path file, String reason) {
        return new DamagedSysroot(
                "What waits for the shutdown, in '" + file + "', cannot be read: " + Printable.line(reason),
                "`ostree admin undeploy 0` gives it up, and so does a reboot.");
    }

    /** ostree itself reads no sysroot with such a link either. */
    static DamagedSysroot link(Path link, Path entry) {
        return new DamagedSysroot("The boot link '" + link + "' leads to no deployment", without(entry));
    }

    static DamagedSysroot deployment(Path directory, Path entry) {
        return new DamagedSysroot("The deployment '" + directory + "' is gone", without(entry));
    }

    private static String without(Path entry) {
        return "It cannot boot any more: move its entry '" + entry
                + "' away, and all else that is deployed can be used.";
    }

    static DamagedSysroot commit(String checksum, Path repository, String reason) {
        return new DamagedSysroot(
                "The commit " + checksum + " cannot be read: " + Printable.line(reason),
                "`ostree fsck --repo=" + repository
                        + "` lists all that is damaged; pulling the commit again repairs it.");
    }
}
