package dev.hearth.os.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A control group that limits how many processes there are in it.
 *
 * <p>The kernel's limit for each user does not count for root, as whom package scripts run.
 */
final class ProcessLimit implements AutoCloseable {
    private static final String NAME = "hearth-layer-";
    private static final Pattern MAKER = Pattern.compile(NAME + "([0-9]{1,18})-.*");

    private final @Nullable Path group;

    private ProcessLimit(@Nullable Path group) {
        this.group = group;
    }

    /** Makes the group; where control groups are out of reach there is none, and the limit of time has to do. */
    static ProcessLimit open(Path controlGroups, int processes) {
        for (var hierarchy : List.of(controlGroups.resolve("pids"), controlGroups)) {
            try {
                sweep(hierarchy);
                var group = Files.createTempDirectory(hierarchy, NAME + self() + "-");
                try {
                    Files.writeString(group.resolve("pids.max"), processes + "\n");
                    return new ProcessLimit(group);
                } catch (IOException e) {
                    Files.delete(group);
                }
            } catch (IOException e) {
                // Another kind of host: not this hierarchy.
            }
        }
        return new ProcessLimit(null);
    }

    /** Returns the group's directory, or nothing. */
    String path() {
        return group == null ? "" : group.toString();
    }

    @Override
    public void close() {
        if (group != null) {
            try {
                sweep(group.resolveSibling(""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns the number of this process, as the system it runs on has it. */
    private static long self() throws IOException {
        return Long.parseLong(Files.readSymbolicLink(Path.of("/proc/self")).toString());
    }

    /** Removes groups without processes: this hearth's, and those of one that was killed. */
    private static void sweep(Path hierarchy) throws IOException {
        try (var groups = Files.newDirectoryStream(hierarchy, NAME + "*")) {
            for (var group : groups) {
                if (isAnothers(group)) {
                    continue;
                }
                try {
                    Files.delete(group);
                } catch (IOException e) {
                    // In use; or its processes are still ending.
                }
            }
        }
    }

    /** A group of another hearth that runs may have no process in it yet. */
    private static boolean isAnothers(Path group) throws IOException {
        var maker = MAKER.matcher(String.valueOf(group.getFileName()));
        return maker.matches()
                && Long.parseLong(maker.group(1)) != self()
                && ProcessHandle.of(Long.parseLong(maker.group(1))).isPresent();
    }
}
