package dev.hearth.os.ostree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of a commit has to lie in {@code /boot}: its kernel, initial RAM disk and device trees.
 *
 * @param sizes in bytes, by the checksums of their contents
 */
record BootFiles(Map<String, Long> sizes) {
    /** Mode, owner, group, size, checksum, and the path. */
    private static final Pattern FILE = Pattern.compile("-\\S+ +\\d+ +\\d+ +(\\d+) +([0-9a-f]{64}) +(/\\S+)");

    private static final Pattern BOOTED = Pattern.compile(
            "/usr/lib/modules/[^/]+/(\\.?vmlinuz[^/]*|initramfs[^/]*|initrd[^/]*|devicetree[^/]*|dtb/.*)");

    BootFiles {
        sizes = Map.copyOf(sizes);
    }

    /** Reads what {@code ostree ls} lists below {@code /usr/lib/modules}. */
    static BootFiles parse(List<String> lines) {
        var sizes = new HashMap<String, Long>();
        for (var line : lines) {
            var file = FILE.matcher(line);
            if (file.matches() && BOOTED.matcher(file.group(3)).matches()) {
                sizes.put(file.group(2), Long.parseLong(file.group(1)));
            }
        }
        return new BootFiles(sizes);
    }

    long size() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }
}
