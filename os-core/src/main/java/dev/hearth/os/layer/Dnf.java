package dev.hearth.os.layer;

import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** dnf 4 and rpm. */
record Dnf(Sandbox sandbox, LayerCache cache, Sources sources) implements PackageManager {
    private static final String SCRIPT = Sandbox.GIVEN + "dnf-transaction.py";
    private static final String CACHE = Sandbox.GIVEN + "cache";
    private static final String LOCAL = Sandbox.GIVEN + "local";
    private static final String AUTHORITIES = Sandbox.GIVEN + "authorities.crt";
    private static final String VERSION = "%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}";
    private static final String QUERY = "=\\t%{NAME}\\t" + VERSION + "\\t%{ARCH}\\n[%{PROVIDES}\\n]";
    private static final int NO_SOURCE = 4;

    @Override
    public String suffix() {
        return ".rpm";
    }

    @Override
    public VersionOrder order() {
        return VersionOrder.RPM;
    }

    @Override
    public Optional<Path> fetchNewer(InstalledPackage present, UpdateSource.Repository repository, Path kept) {
        var lines = new ArrayList<>(List.of("install " + present.name(), "newer-than " + present.version()));
        lines.add("from " + repository.address());
        if (!repository.isAuthentic()) {
            lines.add("signed");
        }
        var command = transaction("newer", wanted(lines, List.of()))
                .writing(CACHE, kept)
                .withNetwork()
                .withTimeout(sandbox.limits().download());
        return DnfOutput.requireDone(sandbox.run(command))
                .out()
                .lines()
                .filter(line -> line.startsWith("= " + CACHE + "/"))
                .map(line -> kept.resolve(line.substring(CACHE.length() + 3)))
                .findFirst();
    }

    @Override
    public PackageSet installed(String upper) {
        var query = SandboxedCommand.query(List.of("rpm", "--query", "--all", "--queryformat", QUERY));
        return parse(sandbox.run(query.in(upper)).orThrow().out());
    }

    static PackageSet parse(String printed) {
        var packages = new ArrayList<InstalledPackage>();
        var provided = new HashMap<String, InstalledPackage>();
        for (var line : printed.lines().toList()) {
            var fields = line.split("\t", -1);
            if (fields.length == 4 && fields[0].equals("=")) {
                packages.add(InstalledPackage.ofRpm(fields[1], fields[2], fields[3]));
            } else if (!packages.isEmpty()) {
                provided.putIfAbsent(line, packages.getLast());
            }
        }
        // Keys are kept as if they were packages.
        packages.removeIf(each -> each.name().equals("gpg-pubkey"));
        return new PackageSet(new InstalledPackages(VersionOrder.RPM, packages), provided);
    }

    @Override
    public Optional<InstalledPackage> describe(String fileInside) {
        var format = "%{NAME}\\t" + VERSION + "\\t%{ARCH}";
        var shown = sandbox.run(SandboxedCommand.query(
                        List.of("rpm", "--query", "--package", "--nosignature", "--queryformat", format, fileInside))
                .seeing(LOCAL, sandbox.work().resolve(LayerWork.LOCAL)));
        var fields = shown.out().split("\t", -1);
        return shown.succeeded() && fields.length == 3
                ? Optional.of(InstalledPackage.ofRpm(fields[0], fields[1], fields[2]))
                : Optional.empty();
    }

    @Override
    public List<String> refresh() {
        var finished = sandbox.run(transaction("refresh", wanted(List.of(), List.of()))
                .withNetwork()
                .withTimeout(sandbox.limits().download()));
        var trouble = DnfOutput.trouble(finished.out());
        if (finished.status() == NO_SOURCE) {
            throw new SourcesUnreachable(trouble.getFirst());
        }
        DnfOutput.requireDone(finished);
        return trouble;
    }

    @Override
    public void offerTo(FoundPackages search) {
        var listing = transaction("list", wanted(List.of(), List.of()));
        DnfOutput.requireDone(sandbox.stream(listing, line -> {
            var fields = line.split("\t", 4);
            if (fields.length == 4 && fields[0].equals("?")) {
                search.offer(fields[1], fields[2], fields[3]);
            }
        }));
    }

    @Override
    public Solution solve(ItemFiles items, LayerRequest request, PackageSet installed) {
        var printed = DnfOutput.requireDone(sandbox.run(transaction("solve", wanted(items, request))));
        var coming = DnfOutput.coming(printed.out());
        var before = DnfOutput.going(printed.out());
        var after = coming.stream().map(DnfPackage::identity).toList();
        var names = after.stream().map(Dnf::identity).collect(Collectors.toCollection(HashSet::new));
        var removed =
                before.stream().filter(each -> !names.contains(identity(each))).toList();
        var changes = PackageDiff.between(
                new InstalledPackages(VersionOrder.RPM, before), new InstalledPackages(VersionOrder.RPM, after));
        var files = coming.stream().map(DnfPackage::file).toList();
        var missing = coming.stream().mapToLong(DnfPackage::missingBytes).sum();
        return new Solution(changes, files, removed, missing);
    }

    @Override
    public void download(ItemFiles items, LayerRequest request, Solution solution) {
        // Also when all is there: dnf keeps a package before its signature is checked.
        var command = transaction("download", wanted(items, request))
                .withTimeout(sandbox.limits().download());
        DnfOutput.requireDone(sandbox.run(request.cacheOnly() ? command : command.withNetwork()));
    }

    @Override
    public void install(Solution solution) {
        var lines = new ArrayList<>(List.of("erase"));
        solution.files().forEach(file -> lines.add("replace " + file));
        solution.removed().forEach(each -> lines.add("remove " + each.name() + "." + each.architecture()));
        var command = transaction("install", lines)
                .in(LayerWork.LAYER)
                .withTimeout(sandbox.limits().install());
        try {
            DnfOutput.requireDone(sandbox.stream(command, _ -> {}));
        } catch (ProgramTimedOut e) {
            throw new LayerFailed("Its scripts did not end within "
                    + sandbox.limits().install().toSeconds() + " s");
        }
    }

    @Override
    public Set<String> owned(List<String> paths, String upper) {
        var owned = new LinkedHashSet<String>();
        for (var path : paths) {
            var query = SandboxedCommand.query(List.of("rpm", "--query", "--file", path));
            if (sandbox.run(query.in(upper)).succeeded()) {
                owned.add(path);
            }
        }
        return owned;
    }

    private List<String> wanted(ItemFiles items, LayerRequest request) {
        var lines = new ArrayList<String>();
        for (var item : items.items()) {
            lines.add(
                    switch (item) {
                        case LayerItem.Named named -> "install " + named.name();
                        case LayerItem.Removal removal -> "remove " + removal.name();
                        case LayerItem.Local local ->
                            "file " + items.file(local).inside();
                        case LayerItem.Replacement replacement ->
                            "replace " + items.file(replacement).inside();
                    });
        }
        return wanted(lines, request.mayChangeBase() ? List.of("erase") : List.of());
    }

    private List<String> wanted(List<String> lines, List<String> more) {
        var all = new ArrayList<>(lines);
        all.addAll(more);
        if (sandbox.network().authorities() != null) {
            all.add("authorities " + AUTHORITIES);
        }
        return all;
    }

    private SandboxedCommand transaction(String mode, List<String> lines) {
        var command = SandboxedCommand.query(List.of("python3", SCRIPT, mode, CACHE))
                .withInput(String.join("\n", lines) + "\n")
                .seeing(SCRIPT, sandbox.work().resolve("dnf-transaction.py"))
                .seeing(LOCAL, sandbox.work().resolve(LayerWork.LOCAL));
        var authorities = sandbox.network().authorities();
        command = authorities == null ? command : command.seeing(AUTHORITIES, authorities);
        var directory = cache.directory("dnf");
        return mode.equals("install")
                ? command.seeing(CACHE, directory)
                : sources.shownTo(command).writing(CACHE, directory);
    }

    private static String identity(InstalledPackage each) {
        return each.name() + "." + each.architecture();
    }
}
