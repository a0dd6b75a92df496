package dev.hearth.images.bootstrap;

import dev.hearth.core.process.Command;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.recipe.BootstrapMethod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans how mmdebstrap makes a root file system of Debian's family. */
final class AptBootstrap {
    static final String TOOL = "mmdebstrap";
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final String MERGED_USR = "usr/share/mmdebstrap/hooks/maybe-merged-usr";

    private final BootstrapHost host;
    private final AptSettings settings;

    AptBootstrap(BootstrapHost host, AptSettings settings) {
        this.host = host;
        this.settings = settings;
    }

    BootstrapPlan plan(BootstrapMethod.Apt method, ImageChoice choice, WorkLayout layout) {
        var sources = sources(method, choice);
        requireKeyrings(sources, method, choice);
        var carried = carried(sources, method);
        var sourcesFile = choice.distribution().id() + ".sources";
        var text = sources.stream().map(AptStanza::text).collect(Collectors.joining("\n"));
        var mmdebstrap = mmdebstrap(method, suite(choice), layout.file(sourcesFile), layout);
        return new BootstrapPlan(Map.of(sourcesFile, text), carried, List.of(layout.packOverlay(), mmdebstrap));
    }

    private List<AptStanza> sources(BootstrapMethod.Apt method, ImageChoice choice) {
        var own = isHosts(choice) ? new HostAptSources(host.root()).ofRelease(suite(choice)) : List.<AptStanza>of();
        if (!own.isEmpty()) {
            return own;
        }
        return method.archives().stream()
                .filter(archive -> !archive.notFor().contains(choice.release()))
                .map(archive -> AptStanza.of(
                        archive.uri(),
                        archive.suite().replace("{suite}", suite(choice)),
                        archive.components(),
                        method.keyring()))
                .toList();
    }

    private void requireKeyrings(List<AptStanza> sources, BootstrapMethod.Apt method, ImageChoice choice) {
        sources.stream()
                .flatMap(source -> source.keyrings().stream())
                .filter(keyring -> !Files.isReadable(onHost(keyring)))
                .findFirst()
                .ifPresent(keyring -> {
                    throw new KeyringMissing(choice.distribution().name(), keyring, method.keyringPackage());
                });
    }

    private List<CarriedFile> carried(List<AptStanza> sources, BootstrapMethod.Apt method) {
        var apt = host.root().resolve("etc/apt");
        // The distribution's own keyring comes with its package.
        var keyrings = sources.stream()
                .flatMap(source -> source.keyrings().stream())
                .filter(keyring -> !keyring.equals(method.keyring()));
        boolean trustsAll =
                sources.stream().anyMatch(source -> source.words("signed-by").isEmpty());
        var files = Stream.of(
                        Stream.concat(keyrings, settings.files()).map(this::onHost),
                        Stream.of(apt.resolve("auth.conf")),
                        CarriedFile.listed(apt.resolve("auth.conf.d")).stream(),
                        trustsAll ? CarriedFile.listed(apt.resolve("trusted.gpg.d")).stream() : Stream.<Path>of())
                .flatMap(each -> each);
        var carried = new ArrayList<>(CarriedFile.samePlace(host.root(), files));
        carried.addAll(CarriedFile.authoritiesForDebian(host.root()));
        return carried;
    }

    private Command mmdebstrap(BootstrapMethod.Apt method, String suite, Path sources, WorkLayout layout) {
        // Run by an ordinary user, mmdebstrap makes namespaces of its own, and none in another's.
        var command = host.account().isRoot()
                ? layout.inNamespaces().with("--mount-proc", TOOL, "--mode=root")
                : Command.of("env", "--chdir=/", "setpriv", "--pdeathsig", "TERM", TOOL, "--mode=unshare");
        command = command.with("--variant=minbase", "--format=tar")
                // The package lists stay: a tutorial's first line is often an install, with no update before it.
                .with("--skip=cleanup/apt/lists")
                .with("--include=" + String.join(",", method.packages()))
                .withIf(Files.isDirectory(host.root().resolve(MERGED_USR)), "--hook-dir=/" + MERGED_USR)
                .with(settings.settings().stream()
                        .map(setting -> "--aptopt=" + setting)
                        .toList())
                .with("--customize-hook=tar-in " + hookWord(layout.overlayTar()) + " /")
                .with("--customize-hook=chroot \"$1\" update-ca-certificates")
                .with("--customize-hook=download /var/lib/dpkg/status " + hookWord(layout.packages()))
                .with(suite, layout.rootTar().toString(), sources.toString());
        return command.withEnvironment("TMPDIR", layout.scratch().toString())
                .withEnvironment("HOME", "/")
                .withEnvironment("LC_ALL", "C.UTF-8")
                // What a crash of the machine cuts off is made anew: dpkg need not wait for the disk.
                .withEnvironment("DPKG_FORCE", "unsafe-io")
                .withTimeout(LIMIT);
    }

    /** Returns a path as mmdebstrap's own hooks read it: they split words at spaces, and know quotes. */
    private static String hookWord(Path path) {
        var text = path.toString();
        return text.matches("[A-Za-z0-9_@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private boolean isHosts(ImageChoice choice) {
        return choice.distribution()
                .releaseOf(host.osRelease())
                .filter(choice.release()::equals)
                .isPresent();
    }

    private String suite(ImageChoice choice) {
        var codename = host.osRelease().codename();
        if (isHosts(choice) && !codename.isEmpty()) {
            return codename;
        }
        return choice.distribution().releases().codename(choice.release()).orElse(choice.release());
    }

    private Path onHost(String absolute) {
        return host.root().resolve(absolute.substring(1));
    }
}
