package dev.hearth.os.layer;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the kernel says of a file, itself and not what it links to.
 *
 * @param mode type and permissions, as {@code st_mode}
 * @param device the device it stands for, when it is one
 */
record FileKind(int mode, long device, int owner, int group) {
    private static final int TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int DIRECTORY = 0040000;
    private static final int REGULAR = 0100000;
    private static final int LINK = 0120000;

    static FileKind of(Path file) throws IOException {
        var attributes = Files.readAttributes(file, "unix:mode,rdev,uid,gid", NOFOLLOW_LINKS);
        return new FileKind(
                (int) number(attributes, "mode"), number(attributes, "rdev"), (int) number(attributes, "uid"), (int)
                        number(attributes, "gid"));
    }

    /** Whether this stands in an overlay's upper directory for something that was removed. */
    boolean isWhiteout() {
        return type() == CHARACTER_DEVICE && device == 0;
    }

    boolean isDirectory() {
        return type() == DIRECTORY;
    }

    boolean isRegular() {
        return type() == REGULAR;
    }

    boolean isLink() {
        return type() == LINK;
    }

    /** Returns the permissions, with those bits that change whose rights a program has. */
    int permissions() {
        return mode & ~TYPE;
    }

    private int type() {
        return mode & TYPE;
    }

    private static long number(Map<String, Object> attributes, String name) {
        return attributes.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
