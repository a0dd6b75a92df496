package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ContainerPath;
import dev.hearth.engine.Mount;
import dev.hearth.engine.Mount.Bind;
import dev.hearth.engine.Mount.Devpts;
import dev.hearth.engine.Mount.Propagation;
import dev.hearth.engine.Mount.Tmpfs;
import dev.hearth.session.HostFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what of the host a pet sees. */
final class PetMounts {
    private static final String HOST = "/run/host";
    /** What parts the options of a mount from each other. */
    private static final Pattern NOT_IN_OPTIONS = Pattern.compile("[,:\\\\]");

    private static final String RESOLVER = "/run/systemd/resolve";

    private final Account account;
    private final HostFacts host;
    private final Path storage;

    /**
     * Decides for a user of a host.
     *
     * @param storage where the engine keeps images and containers
     */
    PetMounts(Account account, HostFacts host, Path storage) {
        this.account = account;
        this.host = host;
        this.storage = storage;
    }

    /** {@return whether the pet shares the login's runtime directory, and so its sockets} */
    static boolean sharesSession(PetSpec spec) {
        return spec.home() instanceof Home.Shared && !spec.init();
    }

    /** {@return where the pet sees a file of the host's, whatever that is; absent when it need not see it} */
    static Optional<ContainerPath> inside(PetSpec spec, Path file) {
        return Optional.ofNullable(hostRoot(spec)).map(root -> ContainerPath.of(root + file));
    }

    /** {@return where the pet sees all of the host's files; null when it need not} */
    static @Nullable String hostRoot(PetSpec spec) {
        return spec.home() instanceof Home.Shared ? HOST : null;
    }

    /** {@return whether the pet is kept from the home and the login} */
    static boolean isSeparate(PetSpec spec) {
        return !(spec.home() instanceof Home.Shared);
    }

    /** {@return whether the pet sees the host's devices, disks with the home on them among these} */
    static boolean sharesDevices(PetSpec spec) {
        return !spec.unshared().contains(Namespace.DEVICES) && !spec.init() && !isSeparate(spec);
    }

    List<Mount> of(PetSpec spec) {
        var mounts = new ArrayList<Mount>();
        switch (spec.home()) {
            case Home.Shared() -> shared(spec, mounts);
            case Home.Directory(var directory) -> {
                separate(mounts);
                mounts.add(bind(real(directory), account.home().toString()));
            }
            case Home.Overlay(var volume) -> {
                separate(mounts);
                overlay(volume, mounts);
            }
            case Home.None() -> separate(mounts);
        }
        if (sharesDevices(spec)) {
            mounts.add(bind(Path.of("/dev"), "/dev"));
            mounts.add(new Devpts(ContainerPath.of("/dev/pts")));
        }
        if (spec.init()) {
            mounts.add(new Tmpfs(ContainerPath.of("/run"), "mode=755"));
            mounts.add(new Tmpfs(ContainerPath.of("/run/lock"), "mode=1777"));
        }
        for (var volume : spec.volumes()) {
            if (mounts.stream().anyMatch(mount -> mount.target().equals(volume.target()))) {
                throw InvalidVolume.seenTwice(volume.target().value());
            }
            mounts.add(volume(volume));
        }
        return mounts;
    }

    private void shared(PetSpec spec, List<Mount> mounts) {
        mounts.add(bind(Path.of("/"), HOST));
        var home = real(account.home());
        mounts.add(bind(home, home.toString()));
        if (!home.equals(account.home())) {
            // /home is a link to /var/home on many immutable hosts: the home answers to both names inside, too.
            mounts.add(bind(home, account.home().toString()));
        }
        // The parents and not single sockets: what a login makes anew below them appears inside as well.
        var session = spec.init() ? List.<String>of() : List.of("/tmp", "/run/user", "/run/dbus");
        session.stream()
                .filter(host::has)
                .map(directory -> bind(Path.of(directory), directory))
                .forEach(mounts::add);
        List.of("/run/media", "/media", "/mnt").stream()
                .filter(host::has)
                .map(directory -> bind(Path.of(directory), directory))
                .forEach(mounts::add);
    }

    /** A pet with a home of its own sees of the host only what set-up links to. */
    private void separate(List<Mount> mounts) {
        mounts.add(new Bind("/etc", ContainerPath.of(HOST + "/etc"), true, Propagation.PRIVATE));
        mounts.add(new Bind("/usr", ContainerPath.of(HOST + "/usr"), true, Propagation.PRIVATE));
        if (host.has(RESOLVER)) {
            // Where systemd-resolved looks names up, /etc/resolv.conf is a link into it.
            mounts.add(new Bind(RESOLVER, ContainerPath.of(HOST + RESOLVER), true, Propagation.PRIVATE));
        }
    }

    private void overlay(String volume, List<Mount> mounts) {
        var home = real(account.home());
        if (NOT_IN_OPTIONS.matcher(home.toString()).find()) {
            throw HomeNotOverlaid.badPath(home);
        }
        mounts.add(new Mount.Overlay(
                volume, home.toString(), ContainerPath.of(account.home().toString())));
        // What a pet wrote lies in there, too, and the kernel refuses to look at that through itself.
        Stream.of(home, account.home())
                .filter(storage::startsWith)
                .findFirst()
                .map(top -> account.home().resolve(top.relativize(storage)))
                .ifPresent(hidden -> mounts.add(new Tmpfs(ContainerPath.of(hidden.toString()), "mode=755")));
    }

    private Mount volume(Volume volume) {
        if (!volume.isHostPath()) {
            return new Mount.Volume(volume.source(), volume.target(), volume.readOnly());
        }
        var source = real(Path.of(volume.source()));
        return new Bind(source.toString(), volume.target(), volume.readOnly(), propagation(source));
    }

    private Bind bind(Path source, String target) {
        return new Bind(source.toString(), ContainerPath.of(target), false, propagation(source));
    }

    private Propagation propagation(Path source) {
        return host.mounts().propagatesTo(source) ? Propagation.SLAVE : Propagation.PRIVATE;
    }

    /** {@return the path without links in it} */
    static Path real(Path path) {
        if (!Files.exists(path)) {
            throw new HostPathMissing(path);
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
