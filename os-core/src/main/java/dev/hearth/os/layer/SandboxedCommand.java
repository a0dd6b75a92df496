package dev.hearth.os.layer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program of the tree's to run in the sandbox.
 *
 * @param upper the upper directory that takes what it changes
 * @param online whether it may use the network; package scripts never may
 * @param places of the host's that it sees, by where it sees them
 * @param writable those of the places that it may write to
 */
record SandboxedCommand(
        List<String> argv,
        String upper,
        boolean online,
        Map<String, Path> places,
        List<String> writable,
        Duration timeout,
        String input) {
    private static final Duration QUERY = Duration.ofMinutes(5);

    SandboxedCommand {
        argv = List.copyOf(argv);
        writable = List.copyOf(writable);
    }

    /** Returns a command that leaves nothing behind. */
    static SandboxedCommand query(List<String> argv) {
        return new SandboxedCommand(argv, SandboxWork.SCRATCH, false, Map.of(), List.of(), QUERY, "");
    }

    SandboxedCommand in(String otherUpper) {
        return new SandboxedCommand(argv, otherUpper, online, places, writable, timeout, input);
    }

    SandboxedCommand withNetwork() {
        return new SandboxedCommand(argv, upper, true, places, writable, timeout, input);
    }

    SandboxedCommand withTimeout(Duration limit) {
        return new SandboxedCommand(argv, upper, online, places, writable, limit, input);
    }

    SandboxedCommand withInput(String text) {
        return new SandboxedCommand(argv, upper, online, places, writable, timeout, text);
    }

    SandboxedCommand seeing(String inside, Path place) {
        var more = new LinkedHashMap<>(places);
        more.put(inside, place);
        return new SandboxedCommand(argv, upper, online, more, writable, timeout, input);
    }

    SandboxedCommand writing(String inside, Path place) {
        var more = new ArrayList<>(writable);
        more.add(inside);
        var seeing = seeing(inside, place);
        return new SandboxedCommand(argv, upper, online, seeing.places, more, timeout, input);
    }
}
