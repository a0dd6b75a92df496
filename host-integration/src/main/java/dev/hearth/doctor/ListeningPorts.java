package dev.hearth.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The TCP ports on which somebody listens on this host. */
final class ListeningPorts {
    private static final String LISTEN = "0A";

    private ListeningPorts() {}

    /** {@return those that the kernel lists below this root, in order} */
    static Set<Integer> read(Path root) {
        var ports = new TreeSet<Integer>();
        for (var table : List.of("proc/net/tcp", "proc/net/tcp6")) {
            var file = root.resolve(table);
            if (Files.exists(file)) {
                lines(file).stream().skip(1).forEach(line -> add(line, ports));
            }
        }
        return ports;
    }

    /** A line is {@code 0: 0100007F:1F90 00000000:0000 0A …}: addresses and ports in hexadecimal, then the state. */
    private static void add(String line, Set<Integer> ports) {
        var fields = List.of(line.strip().split("\\s+"));
        if (fields.size() > 3 && fields.get(3).equals(LISTEN)) {
            var local = fields.get(1);
            ports.add(Integer.parseInt(local.substring(local.indexOf(':') + 1), 16));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
