package dev.hearth.os.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The lines of an fstab that a machine with none of the disks, and without network, can follow.
 *
 * @param text with these lines alone
 * @param leftOut where the others would be mounted
 */
record MountTable(String text, List<String> leftOut) {
    /** File systems that are on no disk. */
    private static final Set<String> DISKLESS = Set.of(
            "tmpfs", "proc", "sysfs", "devtmpfs", "devpts", "debugfs", "tracefs", "hugetlbfs", "mqueue", "configfs");

    MountTable {
        leftOut = List.copyOf(leftOut);
    }

    static MountTable parse(String fstab) {
        var text = new StringBuilder();
        var leftOut = new ArrayList<String>();
        for (var line : fstab.lines().toList()) {
            var fields = line.strip().split("\\s+", -1);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (fields.length > 2 && DISKLESS.contains(fields[2])) {
                text.append(line).append('\n');
            } else {
                leftOut.add(place(fields));
            }
        }
        return new MountTable(text.toString(), leftOut);
    }

    private static String place(String[] fields) {
        return fields.length > 1 && fields[1].startsWith("/") ? fields[1] : fields[0];
    }
}
