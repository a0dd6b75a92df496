package dev.hearth.entry;

import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import dev.hearth.core.process.ProgramMissing;
import dev.hearth.engine.ContainerId;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Decides whether a process that joins a container by itself can be the same as one that the engine starts there.
 *
 * <p>What cannot be made the same is no reason to come close: then the engine's client is run.
 */
final class Joining {
    /** Where the launcher looks for them, whatever the caller's search path says. */
    private static final List<String> TOOLS = List.of("nsenter", "setpriv", "setsid", "env");

    private final Path root;
    private final Processes processes;

    Joining(Path root, Processes processes) {
        this.root = root;
        this.processes = processes;
    }

    /** {@return whether the host has what joining takes} */
    boolean isPossible() {
        var bin = root.resolve("usr/bin");
        if (!TOOLS.stream().allMatch(tool -> Files.isExecutable(bin.resolve(tool)))) {
            return false;
        }
        try {
            // Not every `env` has this option.
            return processes
                    .run(Command.of(bin.resolve("env").toString(), "--default-signal=INT,QUIT", "true"))
                    .succeeded();
        } catch (ProgramMissing _) {
            return false;
        }
    }

    /**
     * {@return how to join; absent when the engine's client has to be run}
     *
     * @param there a process that the engine started in the container for its user
     */
    Optional<Join> decide(EngineFacts engine, ContainerId container, long pid, ProcessFacts there) {
        var own = own();
        // What came from the caller, or from an engine that adds to it, neither nsenter nor a shell can take or give.
        boolean alike = there.at("NoNewPrivs").equals(own.at("NoNewPrivs"))
                && there.at("Seccomp").equals(own.at("Seccomp"))
                && there.capabilities("CapInh") == 0
                && there.capabilities("CapAmb") == 0;
        if (!alike) {
            return Optional.empty();
        }
        boolean rootInside = there.at("Uid").startsWith("0\t");
        if (engine.rootless() && engine.kind() == EngineKind.PODMAN && !rootInside) {
            return asTheirUser(there) ? join(Join.Manner.ROOTLESS, List.of(), container, pid, there) : Optional.empty();
        }
        if (!engine.rootless() && rootInside && own.at("Uid").startsWith("0\t")) {
            return asRoot(own, there)
                    ? join(Join.Manner.ROOT, dropped(own, there), container, pid, there)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Entering a user namespace gives all capabilities and no groups. */
    private boolean asTheirUser(ProcessFacts there) {
        long all = (2L << Integer.parseInt(read("proc/sys/kernel/cap_last_cap"))) - 1;
        return there.at("Groups").isEmpty()
                && there.capabilities("CapPrm") == 0
                && there.capabilities("CapEff") == 0
                && there.capabilities("CapBnd") == all;
    }

    private static boolean asRoot(ProcessFacts own, ProcessFacts there) {
        long bounding = there.capabilities("CapBnd");
        return there.capabilities("CapPrm") == bounding
                && there.capabilities("CapEff") == bounding
                && (bounding & ~own.capabilities("CapBnd")) == 0;
    }

    private static List<Integer> dropped(ProcessFacts own, ProcessFacts there) {
        long more = own.capabilities("CapBnd") & ~there.capabilities("CapBnd");
        return IntStream.range(0, Long.SIZE)
                .filter(bit -> (more >>> bit & 1) == 1)
                .boxed()
                .toList();
    }

    private Optional<Join> join(
            Join.Manner manner, List<Integer> dropped, ContainerId container, long pid, ProcessFacts there) {
        var groups = there.at("Groups").isEmpty()
                ? List.<String>of()
                : List.of(there.at("Groups").split(" ", -1));
        return Optional.of(new Join(
                manner,
                groups,
                dropped,
                there.at("Umask"),
                there.limit("Max open files"),
                there.limit("Max processes"),
                there.oom(),
                controlGroups(container, pid),
                there.environment()));
    }

    /** Those of the container's own; an engine that makes none leaves it in the caller's. */
    private Map<String, List<String>> controlGroups(ContainerId container, long pid) {
        var groups = new TreeMap<String, List<String>>();
        for (var line : read("proc/" + pid + "/cgroup").lines().toList()) {
            var fields = line.split(":", 3);
            if (fields.length == 3 && fields[2].contains(container.value())) {
                groups.computeIfAbsent(fields[2].substring(1), _ -> new ArrayList<>())
                        .add(hierarchy(fields[1]));
            }
        }
        return groups;
    }

    private String hierarchy(String controllers) {
        if (!controllers.isEmpty()) {
            return controllers.replaceFirst("^name=", "");
        }
        return Files.isDirectory(root.resolve("sys/fs/cgroup/unified")) ? "unified" : ".";
    }

    private ProcessFacts own() {
        var lines = new ArrayList<String>();
        ProcessFacts.FILES
                .subList(0, 3)
                .forEach(file -> read(file.substring(1)).lines().forEach(lines::add));
        return ProcessFacts.parse(lines).orElseThrow();
    }

    private String read(String file) {
        try {
            // In one go: of a number, the kernel gives nothing to who comes back for the rest.
            return String.join("\n", Files.readAllLines(root.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
