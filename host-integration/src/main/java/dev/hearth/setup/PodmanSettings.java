package dev.hearth.setup;

import java.util.ArrayList;
import java.util.List;

/** The settings without which Podman does not work on some hosts. */
final class PodmanSettings {
    /** Without this, Podman falls back to copying every layer where nobody ships settings for its storage. */
    static final String STORAGE = "[storage]\ndriver = \"overlay\"\n";

    private PodmanSettings() {}

    /** {@return the text for a host; empty when Podman works there as it comes} */
    static String engine(HostFacts host, boolean rootless) {
        var engine = new ArrayList<String>();
        if (!host.cgroups().isUnified()) {
            engine.add("runtime = \"runc\"");
        }
        if (!host.systemd()) {
            engine.add("cgroup_manager = \"cgroupfs\"");
            engine.add("events_logger = \"file\"");
        }
        var containers = host.canRaiseLimits() ? List.<String>of() : List.of(limits(rootless));
        return table("engine", engine) + table("containers", containers);
    }

    private static String limits(boolean rootless) {
        return rootless
                ? "default_ulimits = [\"nofile=1024:20000\"]"
                : "default_ulimits = [\"nofile=1024:1024\", \"nproc=4096:4096\"]";
    }

    private static String table(String name, List<String> lines) {
        return lines.isEmpty() ? "" : "[" + name + "]\n" + String.join("\n", lines) + "\n";
    }
}
