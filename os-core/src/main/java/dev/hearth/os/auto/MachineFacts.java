package dev.hearth.os.auto;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What matters of a machine to when it may be busy by itself.
 *
 * @param metered whether the network is paid for by what goes through it, as far as NetworkManager knows or guesses
 * @param onBattery whether it runs on its battery
 */
public record MachineFacts(boolean metered, boolean onBattery) {
    private static final List<String> METERED = List.of("u 1", "u 3");

    /**
     * Reads them; what nobody can tell is taken not to be so.
     *
     * @param root of the machine's file system
     */
    static MachineFacts read(Path root, Processes processes) {
        return new MachineFacts(isMetered(processes), isOnBattery(root.resolve("sys/class/power_supply")));
    }

    private static boolean isMetered(Processes processes) {
        if (processes.locate("busctl").isEmpty()) {
            return false;
        }
        var name = "org.freedesktop.NetworkManager";
        var command = Command.of(
                        "busctl", "--system", "get-property", name, "/org/freedesktop/NetworkManager", name, "Metered")
                .withTimeout(Duration.ofSeconds(30));
        try {
            var finished = processes.run(command);
            return finished.succeeded() && METERED.contains(finished.out().strip());
        } catch (Failure _) {
            return false;
        }
    }

    /** As systemd sees it: a supply that is plugged in decides, then a battery that loses charge. */
    private static boolean isOnBattery(Path supplies) {
        if (!Files.isDirectory(supplies)) {
            return false;
        }
        try (var all = Files.list(supplies)) {
            var own = all.filter(supply -> !text(supply, "scope").equals("Device"))
                    .toList();
            boolean pluggedIn = own.stream()
                    .anyMatch(supply -> !text(supply, "type").equals("Battery")
                            && text(supply, "online").equals("1"));
            return !pluggedIn
                    && own.stream()
                            .anyMatch(supply -> text(supply, "type").equals("Battery")
                                    && text(supply, "status").equals("Discharging"));
        } catch (IOException _) {
            return false;
        }
    }

    private static String text(Path supply, String name) {
        try {
            return Files.readString(supply.resolve(name)).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
