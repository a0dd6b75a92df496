package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hearth.core.host.Environment;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.core.trace.Trace;
import java.util.Map;

/** The real package managers of the machine that the tests run on. */
final class PackageManagers {
    static final HostProcesses PROCESSES =
            new HostProcesses(new Environment(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8")), Trace.SILENT);

    private PackageManagers() {}

    /** Skips the test when a program is missing; where everything has to be there, that is a failure. */
    static void require(String... programs) {
        for (var program : programs) {
            boolean there = PROCESSES.locate(program).isPresent();
            if ("true".equals(System.getenv("CI"))) {
                assertThat(there).as("'%s' is needed", program).isTrue();
            }
            assumeThat(there).as("'%s' is not installed", program).isTrue();
        }
    }

    static String run(Command command) {
        return PROCESSES.run(command).orThrow().out();
    }
}
