package dev.hearth.os.rpmostree;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Finished;
import dev.hearth.core.process.Processes;
import dev.hearth.os.EngineBusy;
import dev.hearth.os.EngineFailed;
import dev.hearth.os.OsStatus;
import dev.hearth.os.PrivilegesMissing;
import dev.hearth.os.UpdatesDriven;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code rpm-ostree} program: its command lines, and what its ends mean. */
final class RpmOstree {
    static final String NAME = "rpm-ostree";

    /** Says that nothing changed, or of a check that there is no update. */
    private static final int UNCHANGED = 77;

    /** The daemon's unit may take five minutes to start. */
    private static final Duration READING = Duration.ofMinutes(6);

    /** A large update over a slow line; the daemon has limits of its own for what hangs. */
    private static final Duration CHANGING = Duration.ofHours(12);

    private static final int TRIES = 10;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private static final Pattern TRANSACTION = Pattern.compile("Transaction in progress: (.*)");
    private static final Pattern DRIVER = Pattern.compile("Updates and deployments are driven by (.*)");

    private final Processes processes;
    private final Consumer<Duration> pause;

    /**
     * Calls the program this way.
     *
     * @param pause waits between two tries
     */
    RpmOstree(Processes processes, Consumer<Duration> pause) {
        this.processes = processes;
        this.pause = pause;
    }

    /** {@return a command line that changes something} */
    static Command changing(String... words) {
        return command(words).withTimeout(CHANGING);
    }

    private static Command command(String... words) {
        return Command.of(NAME, words)
                .withEnvironment("LC_ALL", "C.UTF-8")
                // The daemon notes in the journal who asked.
                .withEnvironment("RPMOSTREE_CLIENT_ID", "hearth")
                .withTimeout(READING);
    }

    /** {@return the state of the host, as JSON} */
    String status() {
        var command = command("status", "--json");
        for (int tried = 1; ; tried++) {
            var finished = processes.run(command);
            if (finished.succeeded()) {
                return finished.out();
            }
            // https://github.com/coreos/rpm-ostree/issues/2531: activating the daemon can fail for a moment.
            if (tried == TRIES || !isActivationFailure(finished)) {
                throw failure(finished);
            }
            pause.accept(BETWEEN_TRIES);
        }
    }

    /** {@return the kernel arguments of the deployment at this place in boot order, as one line} */
    String kernelArguments(int index) {
        return answer(command("kargs", "--deploy-index=" + index));
    }

    /** {@return what differs in packages between two commits, as JSON} */
    String difference(String from, String to) {
        return answer(command("db", "diff", "--format=json", from, to));
    }

    /** {@return the packages of a commit, as text} */
    String packages(String commit) {
        return answer(command("db", "list", commit));
    }

    /** {@return packages that have all these words, as text} */
    String search(List<String> words) {
        return answer(command("search").with(words));
    }

    /** Looks for an update, which the daemon then tells with its state; {@return whether there is one} */
    boolean check(boolean preview) {
        return changed(processes.run(changing("upgrade", preview ? "--preview" : "--check")));
    }

    private String answer(Command command) {
        var finished = processes.run(command);
        if (!finished.succeeded()) {
            throw failure(finished);
        }
        return finished.out();
    }

    /**
     * {@return whether a command changed anything}
     *
     * @throws Failure when it failed
     */
    static boolean changed(Finished finished) {
        return switch (finished.status()) {
            case 0 -> true;
            case UNCHANGED -> false;
            default -> throw failure(finished);
        };
    }

    private static Failure failure(Finished finished) {
        var said = finished.out() + "\n" + finished.err();
        if (said.contains("was not booted via libostree")) {
            return new WrongHost();
        }
        if (Stream.of("AccessDenied", "Not authorized", "not authorized", "NotAuthorized")
                .anyMatch(said::contains)) {
            return new PrivilegesMissing("run `" + finished.command() + "`");
        }
        var transaction = TRANSACTION.matcher(said);
        if (transaction.find()) {
            return new EngineBusy(NAME, transaction.group(1));
        }
        var driver = DRIVER.matcher(said);
        if (driver.find()) {
            return new UpdatesDriven(driver.group(1), bypassing(finished.command()));
        }
        return new EngineFailed(finished);
    }

    /** {@return that another program decides about what the command was to do} */
    static Failure driven(OsStatus.Driver driver, Command command) {
        var unit = driver.unit();
        return new UpdatesDriven(unit == null ? driver.name() : driver.name() + " (" + unit + ")", bypassing(command));
    }

    /** For the user to type: hearth itself never goes past a driver. */
    private static String bypassing(Command command) {
        return command.with("--bypass-driver").toString();
    }

    private static boolean isActivationFailure(Finished finished) {
        return Stream.of(
                        "org.projectatomic.rpmostree1",
                        "rpm-ostreed.service",
                        "Failed to activate service",
                        "Loading sysroot",
                        "Timeout was reached")
                .anyMatch(finished.err()::contains);
    }
}
