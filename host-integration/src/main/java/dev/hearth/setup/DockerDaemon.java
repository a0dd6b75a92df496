package dev.hearth.setup;

import dev.hearth.core.failure.Interrupted;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Docker's daemon where no systemd looks after it. */
final class DockerDaemon {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Processes processes;
    private final Path proc;

    /** Recognises daemons by what the kernel says below {@code proc}. */
    DockerDaemon(Processes processes, Path proc) {
        this.processes = processes;
        this.proc = proc;
    }

    void start(Step.StartDaemon step) {
        if (listens(step.socket())) {
            return;
        }
        var command = Command.of("dockerd", pidFileArgument(step), "--host=unix://" + step.socket());
        if (!bridges()) {
            // Pets use the host's network; what cannot be made here must not keep the daemon from starting.
            command = command.with("--iptables=false", "--bridge=none");
        }
        long pid = processes.startDetached(command, step.log());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(step.socket())) {
            if (System.nanoTime() >= end || !Files.exists(proc.resolve(Long.toString(pid)))) {
                throw new DaemonFailed(text(step.log()), step.log());
            }
            pause();
        }
    }

    void stop(Step.StartDaemon step) {
        running(step).ifPresent(daemon -> {
            daemon.destroy();
            try {
                daemon.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                daemon.destroyForcibly();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                throw Interrupted.restoringFlag();
            }
        });
    }

    /** The pid file alone could name a process that came later; the arguments of ours name the file. */
    private Optional<ProcessHandle> running(Step.StartDaemon step) {
        var pid = text(step.pidFile()).strip();
        if (!pid.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        boolean ours = text(proc.resolve(pid).resolve("cmdline")).contains(pidFileArgument(step));
        return ours ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    private boolean bridges() {
        return processes.locate("iptables").isPresent()
                && processes
                        .run(Command.of("iptables", "--wait", "--table", "nat", "--list", "--numeric"))
                        .succeeded();
    }

    private static String pidFileArgument(Step.StartDaemon step) {
        return "--pidfile=" + step.pidFile();
    }

    /** {@return whether something answers on a socket} */
    static boolean listens(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw Interrupted.restoringFlag();
        }
    }
}
