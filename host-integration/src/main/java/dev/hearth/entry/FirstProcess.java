package dev.hearth.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first process of a container as it runs now: never again will another have all three.
 *
 * @param boot the id of the machine's run
 * @param start in clock ticks since the boot
 */
record FirstProcess(String boot, long pid, String start) {
    /** The name, in parentheses, may itself have spaces and parentheses; the start time is the 20th field after it. */
    private static final int START = 19;

    /** {@return the process of this number; absent where none is seen, as with an engine in a virtual machine} */
    static Optional<FirstProcess> read(Path root, long pid) {
        if (pid <= 0) {
            return Optional.empty();
        }
        try {
            var stat = Files.readString(root.resolve("proc/" + pid + "/stat"));
            var boot = Files.readString(root.resolve("proc/sys/kernel/random/boot_id"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(new FirstProcess(boot.strip(), pid, fields[START]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
