package dev.hearth.cli.vm;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.process.Command;
import dev.hearth.os.layer.ItHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Installs machines: puts what a provider has published on a disk, with what an administrator sets up on each. */
final class MachineImage {
    /** What the machines call the provider. */
    static final String REMOTE = "up";

    /** What mounts the second disk. */
    static final String MOUNT_PAYLOAD = "mkdir /run/payload && mount -o ro LABEL=it-payload /run/payload";

    private static final String PAYLOAD = "it-payload";
    private static final String STATEROOT = "it";
    private static final String LABEL = "it-root";
    private static final List<String> RIGHTS =
            List.of("--bounding-set=-sys_admin,-linux_immutable", "--inh-caps=-sys_admin,-linux_immutable", "--");
    private static final List<String> ARGUMENTS =
            List.of("root=LABEL=" + LABEL, "rw", "console=ttyS0", "panic=-1", "systemd.show_status=1");

    private static final String AGENT_UNIT = """
            [Unit]
            Description=Runs what the tests say
            After=multi-user.target

            [Service]
            ExecStart=/bin/sh /var/lib/it-agent/agent.sh
            Restart=always
            """;
    private static final String NETWORK = """
            [Match]
            Type=ether

            [Network]
            DHCP=ipv4
            """;

    private MachineImage() {}

    /** {@return what is the same on all machines, as text} */
    static String setUp() {
        return agent() + AGENT_UNIT + NETWORK + ARGUMENTS;
    }

    /** {@return the disk of a machine that was never switched on; what it finds on its host is served from now on} */
    static MachineDisk installed(ProvidedBase provided) throws IOException {
        provided.serve();
        var disk = new MachineDisk(provided.directory().resolve("installed.raw"));
        if (!Files.exists(disk.file())) {
            var sysroot = provided.directory().resolve("sysroot");
            DirectoryTree.clear(sysroot);
            deploy(provided, sysroot);
            setUp(provided, sysroot.resolve("ostree/deploy").resolve(STATEROOT));
            var part = provided.directory().resolve("installed.part");
            Files.deleteIfExists(part);
            MachineDisk.of(sysroot, LABEL, part);
            Files.move(part, disk.file());
            DirectoryTree.delete(sysroot);
        }
        return disk;
    }

    /** {@return a disk with what a directory has, for machines that mount it} */
    static Path payload(Path directory, Path file) throws IOException {
        Files.deleteIfExists(file);
        return MachineDisk.of(directory, PAYLOAD, file).file();
    }

    private static void deploy(ProvidedBase provided, Path sysroot) throws IOException {
        run("ostree", "admin", "init-fs", "--modern", sysroot.toString());
        run(admin(sysroot, "os-init").with(STATEROOT));
        var repository = "--repo=" + sysroot.resolve("ostree/repo");
        run("ostree", "config", repository, "set", "sysroot.bootloader", "none");
        var port = provided.port();
        var trust = provided.isReleased() ? "--gpg-import=" + provided.publicKey() : "--no-gpg-verify";
        run("ostree", "remote", repository, "add", trust, REMOTE, address(VirtualMachine.HOST, port));
        if (provided.isReleased()) {
            run("ostree", "pull", repository, "--url=" + address("127.0.0.1", port), REMOTE, ProvidedBase.CHANNEL);
        } else {
            var from = provided.repository().directory().toString();
            run("ostree", "pull-local", repository, from, provided.first());
            var ref = REMOTE + ":" + ProvidedBase.CHANNEL;
            run("ostree", "refs", repository, "--create=" + ref, provided.first());
        }
        run(admin(sysroot, "deploy")
                .with("--os=" + STATEROOT, "--karg-none")
                .with(ARGUMENTS.stream().map(each -> "--karg-append=" + each).toList())
                .with(REMOTE + ":" + ProvidedBase.CHANNEL));
    }

    private static String address(String host, int port) {
        return "http://%s:%d/%s".formatted(host, port, ProvidedBase.SITE);
    }

    private static void setUp(ProvidedBase provided, Path stateroot) throws IOException {
        var agent = Files.createDirectories(stateroot.resolve("var/lib/it-agent"));
        Files.writeString(agent.resolve("agent.sh"), agent());
        try (var deployments = Files.newDirectoryStream(stateroot.resolve("deploy"), "*.[0-9]")) {
            var etc = deployments.iterator().next().resolve("etc");
            var units = etc.resolve("systemd/system");
            write(units.resolve("it-agent.service"), AGENT_UNIT);
            Files.createDirectories(units.resolve("multi-user.target.wants"));
            Files.createSymbolicLink(
                    units.resolve("multi-user.target.wants/it-agent.service"), Path.of("../it-agent.service"));
            write(etc.resolve("systemd/network/it.network"), NETWORK);
            write(etc.resolve("it-local"), "mine\n");
            var apt = etc.resolve("apt");
            Files.deleteIfExists(apt.resolve("sources.list"));
            DirectoryTree.clear(apt.resolve("sources.list.d"));
            write(apt.resolve("sources.list.d/it.list"), aptSource(provided));
            var key = Files.copy(
                    provided.served().resolve(ProvidedBase.PACKAGES).resolve("key.gpg"),
                    Files.createDirectories(apt.resolve("keyrings")).resolve("it.gpg"));
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** {@return the line that tells apt of the provider's packages} */
    private static String aptSource(ProvidedBase provided) throws IOException {
        return "deb [signed-by=/etc/apt/keyrings/it.gpg] http://%s:%d/%s/repository it/\n"
                .formatted(VirtualMachine.HOST, provided.port(), ProvidedBase.PACKAGES);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String agent() {
        try (var script = MachineImage.class.getResourceAsStream("agent.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without these rights ostree leaves the file system alone that the sysroot's directory is on. */
    private static Command admin(Path sysroot, String verb) {
        return Command.of("setpriv").with(RIGHTS).with("ostree", "admin", verb, "--sysroot=" + sysroot);
    }

    private static void run(String... argv) {
        run(Command.of(List.of(argv)));
    }

    private static void run(Command command) {
        ItHost.processes().run(command.withTimeout(Duration.ofMinutes(20))).orThrow();
    }
}
