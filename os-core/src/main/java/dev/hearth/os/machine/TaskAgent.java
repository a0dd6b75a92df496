package dev.hearth.os.machine;

import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What carries the tasks out inside: a unit in the {@code /etc} and a script in the {@code /var} of that machine. */
final class TaskAgent {
    private static final String UNIT = "hearth-checks.service";
    private static final Path WANTS = Path.of("etc/systemd/system/multi-user.target.wants");
    private static final String PLACE = "lib/hearth-checks";

    private TaskAgent() {}

    /** Has them carried out once all else has started. */
    static void place(
            Path deployment, Path var, List<MachineTask> tasks, Duration limit, Map<String, String> environment) {
        try (var script = TaskAgent.class.getResourceAsStream("run-checks.sh")) {
            if (script == null) {
                throw new IllegalStateException("no resource run-checks.sh");
            }
            var directory = Files.createDirectories(var.resolve(PLACE));
            Files.copy(script, directory.resolve("run-checks.sh"));
            Files.writeString(
                    directory.resolve("list"),
                    tasks.stream().map(MachineTask::line).collect(Collectors.joining()));
            var wants = inside(deployment, WANTS);
            var unit = Files.writeString(wants.resolveSibling(UNIT), unit(limit, environment));
            Files.setPosixFilePermissions(unit, PosixFilePermissions.fromString("rw-r--r--"));
            Files.createSymbolicLink(wants.resolve(UNIT), Path.of("..", UNIT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A link there is one of the machine's, and leads nowhere else. */
    private static Path inside(Path deployment, Path directory) throws IOException {
        var found = new Root(deployment)
                .resolve(directory)
                .orElseThrow(() -> new IOException("the links of '" + directory + "' lead nowhere"));
        return Files.createDirectories(deployment.resolve(found));
    }

    private static String unit(Duration limit, Map<String, String> environment) {
        return """
                [Unit]
                Description=Looks at this base for hearth
                After=multi-user.target

                [Service]
                Type=oneshot
                %sExecStart=/bin/sh /var/%s/run-checks.sh %d
                TimeoutStartSec=infinity
                """.formatted(
                        environment.entrySet().stream()
                                .map(each -> "Environment=%s=%s\n".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining()),
                        PLACE,
                        limit.toSeconds());
    }
}
