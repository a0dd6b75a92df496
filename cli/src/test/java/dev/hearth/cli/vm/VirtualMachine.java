package dev.hearth.cli.vm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.core.files.DirectoryTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A machine from its start to its end, emulated in all its parts by QEMU. Its agent runs what it is told.
 *
 * <p>It reaches the tests' server at {@value #HOST}.
 */
final class VirtualMachine implements AutoCloseable {
    /** The host's loopback interface, as machines see it. */
    static final String HOST = "10.0.2.2";

    private static final String READY = "ready";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration END = Duration.ofMinutes(10);

    private final Path directory;
    private final Path console;
    private final Process process;
    private final SocketChannel channel;
    private final Selector selector;

    private VirtualMachine(Path directory, Path console, Process process, SocketChannel channel, Selector selector) {
        this.directory = directory;
        this.console = console;
        this.process = process;
        this.channel = channel;
        this.selector = selector;
    }

    /**
     * What it is made of.
     *
     * @param writes where all that it writes to its disk is logged, in order; absent when nobody asks
     * @param payload a second disk, which it only reads
     * @param state what a machine with the same disk, and without a second one, was left in; absent to switch it on
     */
    record Parts(
            MachineDisk disk,
            @Nullable Path writes,
            @Nullable Path payload,
            @Nullable Path state) {
        static Parts of(MachineDisk disk, @Nullable Path payload) {
            return new Parts(disk, null, payload, null);
        }

        private List<String> options() {
            var options = new ArrayList<>(List.of("-blockdev", file("disk", disk.file())));
            if (writes == null) {
                options.addAll(List.of("-device", "virtio-blk-pci,drive=disk"));
            } else {
                options.addAll(List.of(
                        "-blockdev",
                        "driver=blklogwrites,node-name=logged,file=disk,log.driver=file,log.filename=" + writes,
                        "-device",
                        "virtio-blk-pci,drive=logged"));
            }
            if (state != null) {
                options.addAll(List.of("-incoming", "exec:cat " + state));
            }
            if (payload != null) {
                options.addAll(List.of(
                        "-blockdev",
                        file("payload", payload) + ",read-only=on",
                        "-device",
                        "virtio-blk-pci,drive=payload"));
            }
            return options;
        }

        private static String file(String name, Path file) {
            return "driver=file,node-name=%s,filename=%s".formatted(name, file);
        }
    }

    /**
     * Switches it on.
     *
     * @param console where all that it says on its console is kept
     */
    static VirtualMachine boot(Parts parts, Path console) throws IOException {
        // Short: a socket lies in it.
        var directory = Files.createTempDirectory("it-vm-");
        var start = parts.disk().start(Files.createDirectory(directory.resolve("start")));
        var socket = directory.resolve("agent");
        var argv = new ArrayList<>(List.of("qemu-system-x86_64", "-nodefaults", "-no-user-config"));
        argv.addAll(List.of("-display", "none", "-no-reboot", "-accel", "tcg", "-m", "2048", "-smp", "2"));
        argv.addAll(List.of("-nic", "user,model=virtio-net-pci", "-device", "virtio-rng-pci"));
        argv.addAll(List.of("-serial", "file:" + console, "-device", "virtio-serial-pci"));
        argv.addAll(List.of("-chardev", "socket,id=agent,server=on,wait=off,path=" + socket));
        argv.addAll(List.of("-device", "virtserialport,chardev=agent,name=hearth.it"));
        argv.addAll(List.of("-monitor", "unix:%s,server=on,wait=off".formatted(directory.resolve("monitor"))));
        argv.addAll(parts.options());
        argv.addAll(List.of("-kernel", start.kernel().toString()));
        argv.addAll(List.of("-initrd", start.initramfs().toString(), "-append", start.arguments()));
        var process = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("qemu.log").toFile())
                .start();
        // A machine is nobody's whose tests were stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            var channel = connect(socket, process, directory);
            channel.configureBlocking(false);
            var selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            return new VirtualMachine(directory, console, process, channel, selector);
        } catch (IOException | RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static SocketChannel connect(Path socket, Process process, Path directory) throws IOException {
        var limit = Instant.now().plusSeconds(30);
        while (true) {
            var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return channel;
            } catch (IOException e) {
                channel.close();
                if (!process.isAlive() || Instant.now().isAfter(limit)) {
                    throw new AssertionError(Files.readString(directory.resolve("qemu.log")), e);
                }
                pause(Duration.ofMillis(100));
            }
        }
    }

    /** Waits until the machine has started all that it starts. */
    void awaitAgent() {
        var said = line(BOOT);
        if (!said.equals(READY)) {
            throw new AssertionError("the machine's agent said '" + said + "'");
        }
    }

    /** {@return how a script of sh ended, run as root} */
    Answer run(String script) {
        send(script);
        return answer();
    }

    /** Has a script of sh run, without waiting for it. */
    void send(String script) {
        try {
            var bytes = script.getBytes(UTF_8);
            for (var part : List.of((bytes.length + "\n").getBytes(UTF_8), bytes)) {
                var buffer = ByteBuffer.wrap(part);
                while (buffer.hasRemaining()) {
                    if (channel.write(buffer) == 0) {
                        pause(Duration.ofMillis(10));
                    }
                }
            }
        } catch (IOException e) {
            throw failure("takes no script any more", e);
        }
    }

    /** {@return how the script ended that was sent} */
    Answer answer() {
        var line = line(LONG);
        // The agent of a machine that goes on begins anew.
        while (line.equals(READY)) {
            line = line(LONG);
        }
        var words = line.split(" ", -1);
        var length = Integer.parseInt(words[1]);
        return new Answer(Integer.parseInt(words[0]), new String(read(length, LONG), UTF_8));
    }

    /** Switches it off, as its owner would. */
    void powerOff() {
        // Later, so that the agent is still there to answer.
        run("{ sleep 1; systemctl poweroff; } >/dev/null 2>&1 &").succeeded();
        awaitEnd();
    }

    /** Waits for the end of a machine that shuts down, or reboots. */
    void awaitEnd() {
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                throw failure("does not come to its end", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for", e);
        }
    }

    /** Leaves it as it is, in a file from which it goes on, and ends. */
    void saveState(Path file) {
        try (var monitor = SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("monitor")))) {
            var commands = "migrate_set_parameter max-bandwidth 4G\nmigrate \"exec:cat >%s\"\nquit\n".formatted(file);
            monitor.write(ByteBuffer.wrap(commands.getBytes(UTF_8)));
            awaitEnd();
        } catch (IOException e) {
            throw failure("cannot be saved", e);
        }
    }

    /** Takes the power away. */
    void cut() {
        process.destroyForcibly();
        awaitEnd();
    }

    private String line(Duration limit) {
        var line = new StringBuilder();
        while (true) {
            var each = (char) read(1, limit)[0];
            if (each == '\n') {
                return line.toString();
            }
            line.append(each);
        }
    }

    private byte[] read(int length, Duration limit) {
        var end = Instant.now().plus(limit);
        var bytes = new ByteArrayOutputStream();
        try {
            while (bytes.size() < length) {
                var left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    throw failure("does not answer", null);
                }
                selector.select(left);
                selector.selectedKeys().clear();
                var buffer = ByteBuffer.allocate(length - bytes.size());
                if (channel.read(buffer) < 0) {
                    throw failure("has ended", null);
                }
                bytes.write(buffer.array(), 0, buffer.position());
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw failure("cannot be reached", e);
        }
    }

    private AssertionError failure(String what, @Nullable Exception cause) {
        return new AssertionError("the machine " + what + "; its console said at last:\n" + lastWords(), cause);
    }

    private String lastWords() {
        try {
            var lines = new String(Files.readAllBytes(console), UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly();
            channel.close();
            selector.close();
            DirectoryTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
