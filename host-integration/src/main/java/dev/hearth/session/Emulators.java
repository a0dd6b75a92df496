package dev.hearth.session;

import dev.hearth.images.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The emulators that the kernel hands the programs of other machines to.
 *
 * @param directory where the kernel lists them, such as {@code /proc/sys/fs/binfmt_misc}
 */
public record Emulators(Path directory) {
    private static final String ELF = "7f454c46";
    /** Where, in hexadecimal digits, an ELF header says what machine it is for. */
    private static final int MACHINE = 2 * 18;

    private static final Map<String, String> MACHINES = Map.of(
            "386", "0300",
            "amd64", "3e00",
            "arm", "2800",
            "arm64", "b700",
            "loong64", "0201",
            "mips64le", "0800",
            "ppc64le", "1500",
            "riscv64", "f300",
            "s390x", "0016");

    /** What processors of an architecture run by themselves. */
    private static final Map<String, Set<String>> NATIVE = Map.of("amd64", Set.of("386"), "arm64", Set.of("arm"));

    /** {@return whether programs for a platform run on a machine of another} */
    public boolean run(Platform platform, Platform machine) {
        if (!platform.os().equals(machine.os())) {
            return false;
        }
        var architecture = platform.architecture();
        return architecture.equals(machine.architecture())
                || NATIVE.getOrDefault(machine.architecture(), Set.of()).contains(architecture)
                || isEmulated(MACHINES.getOrDefault(architecture, ""));
    }

    private boolean isEmulated(String machine) {
        if (machine.isEmpty() || !Files.isDirectory(directory)) {
            return false;
        }
        try (var entries = Files.list(directory)) {
            return entries.filter(Files::isReadable).map(Emulators::lines).anyMatch(lines -> isFor(machine, lines));
        } catch (IOException e) {
            // What cannot be looked at is as good as not there.
            return false;
        }
    }

    private static boolean isFor(String machine, List<String> lines) {
        return lines.contains("enabled")
                && lines.stream()
                        .filter(line -> line.startsWith("magic " + ELF))
                        .map(line -> line.substring("magic ".length()))
                        .anyMatch(magic -> magic.startsWith(machine, MACHINE));
    }

    private static List<String> lines(Path entry) {
        try {
            return Files.readAllLines(entry);
        } catch (IOException e) {
            // Such as the one through which emulators are registered.
            return List.of();
        }
    }
}
