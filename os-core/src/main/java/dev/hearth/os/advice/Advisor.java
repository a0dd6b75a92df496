package dev.hearth.os.advice;

import dev.hearth.core.process.Processes;
import dev.hearth.os.Deployment;
import dev.hearth.os.OsEngine;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageContent;
import dev.hearth.os.packages.PackageContents;
import dev.hearth.os.packages.PackageDatabase;
import dev.hearth.os.packages.PackageFileContent;
import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says where the packages of what boots next belong. */
public final class Advisor {
    private static final Path FLATPAK = Path.of("usr/bin/flatpak");
    private static final Path SHELLS = Path.of("etc/shells");

    private final OsEngine engine;
    private final Processes processes;

    /** Advises about a base, with the help of the host's programs. */
    public Advisor(OsEngine engine, Processes processes) {
        this.engine = engine;
        this.processes = processes;
    }

    /** {@return advice on every package that is layered on request, by name} */
    public List<Advice> layered() {
        return next().map(this::layered).orElse(List.of());
    }

    /** {@return advice on every package that is layered on a deployment on request, by name} */
    public List<Advice> layered(Deployment deployment) {
        var requests = requests(deployment);
        if (requests.isEmpty()) {
            return List.of();
        }
        try (var contents = contents(deployment)) {
            var judge = judge(deployment);
            return requests.stream()
                    .map(request -> advice(request, Advice.Origin.LAYERED, find(contents, request), contents, judge))
                    .toList();
        }
    }

    /**
     * {@return advice on each of these: names of packages, or files}
     *
     * @throws NotInBase when there is no package of a name
     * @throws NotAPackage when a file is none
     */
    public List<Advice> on(List<String> words) {
        var deployment = next();
        try (var contents = deployment.map(this::contents).orElse(PackageContents.NONE)) {
            var judge = deployment.map(this::judge).orElseGet(() -> new Judge(Set.of(), false));
            var requests = deployment.map(Advisor::requests).orElse(List.of());
            return words.stream()
                    .map(word -> isFile(word) ? onFile(word, judge) : onName(word, requests, contents, judge))
                    .toList();
        }
    }

    /** {@return what judges packages for what boots next, installed or not; nothing where nothing is deployed} */
    public Optional<Judge> judge() {
        return next().map(this::judge);
    }

    private static boolean isFile(String word) {
        return word.contains("/") || word.endsWith(".deb") || word.endsWith(".rpm");
    }

    private Advice onFile(String word, Judge judge) {
        var file = Path.of(word);
        var content = new PackageFileContent(processes).read(file).orElseThrow(() -> new NotAPackage(file));
        return new Advice(word, Advice.Origin.FILE, content.identity(), judge.judge(List.of(content)));
    }

    private static Advice onName(String word, List<String> requests, PackageContents contents, Judge judge) {
        var content = find(contents, word).orElseThrow(() -> new NotInBase(word));
        boolean layered =
                requests.stream().anyMatch(request -> request.equals(word) || isTitleOf(request, content.identity()));
        var origin = layered ? Advice.Origin.LAYERED : Advice.Origin.PRESENT;
        return advice(word, origin, Optional.of(content), contents, judge);
    }

    private static Advice advice(
            String request,
            Advice.Origin origin,
            Optional<PackageContent> content,
            PackageContents contents,
            Judge judge) {
        return content.map(found ->
                        new Advice(request, origin, found.identity(), judge.judge(withItsOwn(found, contents))))
                .orElseGet(() -> new Advice(request, origin, null, null));
    }

    /** What is installed from a file is listed by its title, which names the version too. */
    private static Optional<PackageContent> find(PackageContents contents, String request) {
        return Stream.of(
                        request,
                        request.replaceFirst("_[^_]*_[^_]*\\.deb$", ""),
                        request.replaceFirst("-[^-]+-[^-]+$", ""))
                .distinct()
                .flatMap(name -> contents.called(name).stream())
                .findFirst();
    }

    private static boolean isTitleOf(String request, InstalledPackage identity) {
        return request.startsWith(identity.name() + "_") || request.startsWith(identity.name() + "-");
    }

    /** {@return a package with all of the same source that it depends on: what one program is split into} */
    private static List<PackageContent> withItsOwn(PackageContent content, PackageContents contents) {
        var parts = new LinkedHashMap<String, PackageContent>();
        var ahead = new ArrayList<>(List.of(content));
        while (!ahead.isEmpty()) {
            var part = ahead.removeFirst();
            if (parts.putIfAbsent(part.name(), part) == null) {
                part.needs().stream()
                        .filter(name -> !parts.containsKey(name))
                        .flatMap(name -> contents.read(name).stream())
                        .filter(other -> other.source().equals(content.source()))
                        .forEach(ahead::add);
            }
        }
        return List.copyOf(parts.values());
    }

    private Optional<Deployment> next() {
        return engine.status().next();
    }

    private static List<String> requests(Deployment deployment) {
        var layering = deployment.layering();
        return Stream.concat(layering.layered().stream(), layering.local().stream())
                .sorted()
                .toList();
    }

    private PackageContents contents(Deployment deployment) {
        return new PackageDatabase(processes).contents(engine.root(deployment.id()));
    }

    private Judge judge(Deployment deployment) {
        var root = new Root(engine.root(deployment.id()));
        return new Judge(shells(root), root.find(FLATPAK).isPresent());
    }

    private static Set<String> shells(Root root) {
        return root.find(SHELLS)
                .map(Advisor::lines)
                .map(lines -> lines.filter(line -> line.startsWith("/")).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (AccessDeniedException _) {
            return Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
