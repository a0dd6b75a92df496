package dev.hearth.images.bootstrap;

import dev.hearth.core.process.Command;
import dev.hearth.images.catalogue.ImageChoice;
import dev.hearth.images.recipe.BootstrapMethod;
import dev.hearth.images.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Plans how dnf makes a root file system of Fedora's family. */
final class DnfBootstrap {
    static final String TOOL = "dnf";
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final String SCRIPT = "dnf-root.sh";
    private static final String REPOSITORIES = "etc/yum.repos.d";

    private final BootstrapHost host;

    DnfBootstrap(BootstrapHost host) {
        this.host = host;
    }

    BootstrapPlan plan(BootstrapMethod.Dnf method, ImageChoice choice, WorkLayout layout) {
        boolean own = !hostRepositories(choice).isEmpty();
        var texts = new TreeMap<String, String>();
        texts.put(SCRIPT, script());
        // rpm's database must lie where the image's own rpm will look; and mounts are not for packages to change.
        texts.put(".rpmmacros", "%%_dbpath %s\n%%_netsharedpath /dev:/proc:/sys\n".formatted(method.database()));
        if (!own) {
            var repositories = Recipe.filled(method.repositories(), choice.release());
            var inside = method.keepRepositories() ? "overlay/" + REPOSITORIES : REPOSITORIES;
            texts.put(inside + "/" + choice.distribution().id() + ".repo", repositories);
        }
        var commands = List.of(layout.packOverlay(), dnf(method, choice, layout, own));
        return new BootstrapPlan(texts, carried(choice), commands);
    }

    private List<Path> hostRepositories(ImageChoice choice) {
        if (!choice.distribution().hosts().contains(host.osRelease().id())) {
            return List.of();
        }
        return CarriedFile.listed(host.root().resolve(REPOSITORIES)).stream()
                .filter(file -> file.toString().endsWith(".repo"))
                .toList();
    }

    private List<CarriedFile> carried(ImageChoice choice) {
        var carried = new ArrayList<CarriedFile>();
        var repositories = hostRepositories(choice);
        if (!repositories.isEmpty()) {
            var etc = host.root().resolve("etc");
            carried.addAll(CarriedFile.samePlace(host.root(), repositories.stream()));
            carried.addAll(CarriedFile.samePlace(host.root(), CarriedFile.listed(etc.resolve("pki/rpm-gpg")).stream()));
            carried.addAll(CarriedFile.samePlace(host.root(), CarriedFile.listed(etc.resolve("dnf/vars")).stream()));
        }
        carried.addAll(CarriedFile.authoritiesForFedora(host.root()));
        return carried;
    }

    private Command dnf(BootstrapMethod.Dnf method, ImageChoice choice, WorkLayout layout, boolean own) {
        var reposDirectory = own
                ? host.root().resolve(REPOSITORIES)
                : layout.file(method.keepRepositories() ? "overlay/" + REPOSITORIES : REPOSITORIES);
        return layout.inNamespaces()
                .with("sh", layout.file(SCRIPT).toString(), layout.file("root").toString())
                .with(layout.rootTar().toString())
                .with(layout.packages().toString())
                .with(layout.overlayTar().toString())
                .with("--releasever=" + choice.release(), "--assumeyes")
                .with("--setopt=reposdir=" + reposDirectory)
                .with("--setopt=varsdir=" + host.root().resolve("etc/dnf/vars"))
                .with("--setopt=install_weak_deps=False", "install")
                .with(method.packages())
                .withEnvironment("HOME", layout.directory().toString())
                .withEnvironment("LC_ALL", "C.UTF-8")
                .withTimeout(LIMIT);
    }

    private static String script() {
        try (var in = DnfBootstrap.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + SCRIPT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
