package dev.hearth.setup;

import dev.hearth.core.host.Account;
import dev.hearth.core.host.OsRelease;
import dev.hearth.core.process.Command;
import dev.hearth.core.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the host what set-up decides by. */
public final class HostProbe {
    private static final long FIRST_SUBORDINATE_ID = 100_000;
    private static final long ENOUGH_IDS = 65_536;
    private static final List<String> ID_FILES = List.of("etc/subuid", "etc/subgid");

    private final Path root;
    private final Processes processes;
    private final long self;

    /** Reads below a root directory, which is {@code /} but for tests, as the user with this id. */
    public HostProbe(Path root, Processes processes, long self) {
        this.root = root;
        this.processes = processes;
        this.self = self;
    }

    HostFacts host() {
        var programs = HostFacts.WANTED.stream()
                .filter(program -> processes.locate(program).isPresent())
                .collect(Collectors.toSet());
        return new HostFacts(
                OsRelease.read(root),
                packageManager(),
                exists("run/ostree-booted"),
                exists("run/systemd/system"),
                capabilities(),
                cgroups(),
                number("proc/sys/user/max_user_namespaces", 0) > 0
                        && number("proc/sys/kernel/unprivileged_userns_clone", 1) != 0,
                number("proc/sys/kernel/apparmor_restrict_unprivileged_userns", 0) != 0,
                lines("proc/filesystems").anyMatch(line -> line.endsWith("\toverlay")),
                nextSubordinateId(),
                DockerDaemon.listens(root.resolve("var/run/docker.sock")),
                programs);
    }

    /** {@return whether ranges of subordinate user and group ids are given out to an account} */
    public boolean hasSubordinateIds(Account account) {
        var owner = new Owner(account.name(), account.uid(), account.gid());
        return ID_FILES.stream().allMatch(file -> hasRange(file, owner));
    }

    /** {@return what is there for the user} */
    TargetUser user(String name) {
        var entry = processes.run(Command.of("getent", "passwd", name));
        var fields = entry.out().strip().split(":", -1);
        if (!entry.succeeded() || fields.length < 6) {
            throw new NoSuchUser(name);
        }
        var owner = new Owner(fields[0], Long.parseLong(fields[2]), Long.parseLong(fields[3]));
        var empty = new TargetUser(owner, Path.of(fields[5]), false, false, "", false, false, false);
        return new TargetUser(
                owner,
                empty.home(),
                ID_FILES.stream().allMatch(file -> hasRange(file, owner)),
                exists("run/user/" + owner.uid()),
                textAs(owner, empty.podmanSettingsFile()),
                hasStorageSettings(empty),
                groups(name).contains("docker"),
                exists("var/lib/systemd/linger/" + name));
    }

    /** {@return whether the host or its user has settings for Podman that are not hearth's} */
    boolean hasOwnPodmanSettings(Path home) {
        return exists("etc/containers/containers.conf")
                || Files.exists(home.resolve(".config/containers/containers.conf"));
    }

    private boolean hasStorageSettings(TargetUser user) {
        return exists("etc/containers/storage.conf")
                || exists("usr/share/containers/storage.conf")
                || !textAs(user.owner(), user.storageSettingsFile()).isEmpty();
    }

    /** Reads as the owner: root must neither follow a user's links nor hang in a user's pipe. */
    private String textAs(Owner owner, Path file) {
        var argv = Stream.concat(owner.prefix(self).stream(), Stream.of("cat", "--", file.toString()))
                .toList();
        var finished = processes.run(Command.of(argv));
        return finished.succeeded() ? finished.out() : "";
    }

    private List<String> groups(String user) {
        return List.of(
                processes.run(Command.of("id", "-nG", user)).out().strip().split(" ", -1));
    }

    private @Nullable PackageManager packageManager() {
        if (processes.locate("apt-get").isPresent()) {
            return PackageManager.APT;
        }
        return processes.locate("dnf").isPresent() ? PackageManager.DNF : null;
    }

    private CgroupMode cgroups() {
        if (exists("sys/fs/cgroup/cgroup.controllers")) {
            return CgroupMode.V2;
        }
        return exists("sys/fs/cgroup/unified/cgroup.controllers") ? CgroupMode.HYBRID : CgroupMode.V1;
    }

    private long capabilities() {
        return lines("proc/self/status")
                .filter(line -> line.startsWith("CapBnd:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
    }

    private boolean hasRange(String file, Owner owner) {
        return lines(file)
                .map(line -> List.of(line.split(":", -1)))
                .filter(fields -> fields.size() == 3)
                .filter(fields -> fields.getFirst().equals(owner.name())
                        || fields.getFirst().equals(Long.toString(owner.uid())))
                .anyMatch(fields -> Long.parseLong(fields.get(2)) >= ENOUGH_IDS);
    }

    private long nextSubordinateId() {
        var ends = ID_FILES.stream()
                .flatMap(this::lines)
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length == 3)
                .mapToLong(fields -> Long.parseLong(fields[1]) + Long.parseLong(fields[2]));
        return LongStream.concat(LongStream.of(FIRST_SUBORDINATE_ID), ends)
                .max()
                .orElseThrow();
    }

    private boolean exists(String path) {
        return Files.exists(root.resolve(path));
    }

    private long number(String path, long otherwise) {
        return lines(path).findFirst().map(String::strip).map(Long::parseLong).orElse(otherwise);
    }

    private Stream<String> lines(String path) {
        try {
            var file = root.resolve(path);
            return Files.isReadable(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
