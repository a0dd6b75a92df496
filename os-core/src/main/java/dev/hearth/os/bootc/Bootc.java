package dev.hearth.os.bootc;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.EngineFailed;
import dev.hearth.os.PrivilegesMissing;
import java.time.Duration;
import java.util.stream.Stream;

/** The {@code bootc} program: its command lines, and what its ends mean. */
final class Bootc {
    static final String NAME = "bootc";

    private static final Duration READING = Duration.ofMinutes(2);

    /** An image of some gigabytes over a slow line. */
    private static final Duration CHANGING = Duration.ofHours(12);

    private final Processes processes;

    Bootc(Processes processes) {
        this.processes = processes;
    }

    /** {@return a command line that changes something or asks a registry} */
    static Command changing(String... words) {
        return command(words).withTimeout(CHANGING);
    }

    private static Command command(String... words) {
        return Command.of(NAME, words).withEnvironment("LC_ALL", "C.UTF-8").withTimeout(READING);
    }

    /** {@return the state of the host, as JSON of the first stable form} */
    String status() {
        return answer(command("status", "--format=json", "--format-version=1"));
    }

    /** Asks the registry; {@return what is said of an update} */
    String check() {
        return answer(changing("upgrade", "--check"));
    }

    private String answer(Command command) {
        return succeeded(processes.run(command)).out();
    }

    /**
     * {@return that a command may have changed something: bootc has no status for the opposite}
     *
     * @throws Failure when it failed
     */
    static boolean changed(Finished finished) {
        return succeeded(finished).succeeded();
    }

    private static Finished succeeded(Finished finished) {
        if (!finished.succeeded()) {
            throw failure(finished);
        }
        return finished;
    }

    private static Failure failure(Finished finished) {
        var said = finished.out() + "\n" + finished.err();
        return Stream.of("executed as the root user", "full root privileges").anyMatch(said::contains)
                ? new PrivilegesMissing("run `" + finished.command() + "`")
                : new EngineFailed(finished);
    }
}
