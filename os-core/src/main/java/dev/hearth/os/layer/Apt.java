package dev.hearth.os.layer;

import dev.hearth.core.process.Finished;
import dev.hearth.core.process.ProgramTimedOut;
import dev.hearth.core.text.Printable;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.VersionOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** apt and dpkg. */
record Apt(Sandbox sandbox, LayerCache cache, Sources sources) implements PackageManager {
    static final String LISTS = "/var/lib/apt/lists";
    // With apt's index of the lists, which takes a second to make.
    static final String CACHE = "/var/cache/apt";
    private static final String PACKAGES = Sandbox.GIVEN + "packages/";
    private static final String AUTHORITIES = Sandbox.GIVEN + "authorities.crt";
    private static final String QUERY =
            "${db:Status-Abbrev}\\t${Package}\\t${Version}\\t${Architecture}\\t${Provides}\\n";
    private static final Pattern URI = Pattern.compile("'[^']+' [^ ]+ (?<size>[0-9]+) .*");
    private static final Pattern REGEX_SIGN = Pattern.compile("[\\\\.*+?^$|(){}\\[\\]]");
    private static final Pattern NAME_IN_PROVIDES = Pattern.compile("(?<name>[^ (]+)( \\(.*\\))?");

    @Override
    public String suffix() {
        return ".deb";
    }

    @Override
    public VersionOrder order() {
        return VersionOrder.DPKG;
    }

    @Override
    public Optional<Path> fetchNewer(InstalledPackage present, UpdateSource.Repository repository, Path kept) {
        return new AptRepository(this, repository, kept).fetchNewer(present);
    }

    @Override
    public PackageSet installed(String upper) {
        var query = SandboxedCommand.query(List.of("dpkg-query", "--show", "--showformat=" + QUERY));
        return parse(sandbox.run(query.in(upper)).orThrow().out());
    }

    static PackageSet parse(String printed) {
        var packages = new ArrayList<InstalledPackage>();
        var provided = new HashMap<String, InstalledPackage>();
        for (var line : printed.lines().toList()) {
            var fields = line.split("\t", -1);
            if (fields.length < 5 || fields[0].length() < 2 || fields[0].charAt(1) != 'i') {
                continue;
            }
            var found = new InstalledPackage(fields[1], fields[2], fields[3]);
            packages.add(found);
            for (var provision : fields[4].split(", *", -1)) {
                var name = NAME_IN_PROVIDES.matcher(provision);
                if (name.matches()) {
                    provided.putIfAbsent(name.group("name"), found);
                }
            }
        }
        return new PackageSet(new InstalledPackages(VersionOrder.DPKG, packages), provided);
    }

    @Override
    public Optional<InstalledPackage> describe(String fileInside) {
        var shown = sandbox.run(seeingFiles(SandboxedCommand.query(
                List.of("dpkg-deb", "--show", "--showformat=${Package}\\t${Version}\\t${Architecture}", fileInside))));
        var fields = shown.out().split("\t", -1);
        return shown.succeeded() && fields.length == 3
                ? Optional.of(new InstalledPackage(fields[0], fields[1], fields[2]))
                : Optional.empty();
    }

    @Override
    public List<String> refresh() {
        var update = aptGet(List.of("update"));
        var finished =
                sandbox.run(update.withNetwork().withTimeout(sandbox.limits().download()));
        var lines = finished.out().lines().toList();
        var trouble = finished.err()
                .lines()
                .filter(line -> line.startsWith("E: ") || line.startsWith("W: "))
                .map(line -> Printable.line(line.substring(3)))
                .toList();
        boolean answered = lines.stream().anyMatch(line -> line.matches("(Get|Hit):.*"));
        if (!answered && !trouble.isEmpty()) {
            throw new SourcesUnreachable(trouble.getFirst());
        }
        return trouble;
    }

    @Override
    public void offerTo(FoundPackages search) {
        var words = new ArrayList<>(List.of("search", "--full", "--"));
        search.words().forEach(word -> words.add(REGEX_SIGN.matcher(word).replaceAll("\\\\$0")));
        var records = new AptRecords(search);
        // By lines: thousands of records are no rare answer.
        sandbox.stream(apt("apt-cache", words), records::read).orThrow();
        records.end();
    }

    @Override
    public Solution solve(ItemFiles items, LayerRequest request, PackageSet installed) {
        var printed = requireSolved(sandbox.run(installing(items, request, "--simulate")));
        var simulation = AptSimulation.parse(printed.out(), installed);
        var files = simulation.after().stream()
                .map(each -> items.fileOf(each).orElseGet(() -> PACKAGES + archive(each)))
                .toList();
        var archives = simulation.after().stream()
                .filter(each -> items.fileOf(each).isEmpty())
                .map(Apt::archive)
                .toList();
        // apt checked what came after the lists against them, and need not work all of it out again to tell the sizes.
        long missing = cache.cameAfter("apt/lists", "apt/cache/archives", archives) ? 0 : missing(items, request);
        return new Solution(simulation.changes(), files, simulation.removed(), missing);
    }

    private long missing(ItemFiles items, LayerRequest request) {
        return requireSolved(sandbox.run(installing(items, request, "--print-uris")))
                .out()
                .lines()
                .map(URI::matcher)
                .filter(uri -> uri.matches())
                .mapToLong(uri -> Long.parseLong(uri.group("size")))
                .sum();
    }

    @Override
    public void download(ItemFiles items, LayerRequest request, Solution solution) {
        if (solution.downloadBytes() == 0) {
            // apt checked each file before it put it there.
            return;
        }
        var fetching = installing(items, request, "--download-only").withNetwork();
        requireSolved(sandbox.run(fetching.withTimeout(sandbox.limits().download())));
    }

    @Override
    public void install(Solution solution) {
        // The very files, and no source to take others from.
        var words = new ArrayList<>(List.of("apt-get", "--quiet", "--yes", "--allow-downgrades", "install"));
        words.addAll(List.of("--option=Dir::Etc::SourceList=/dev/null", "--option=Dir::Etc::SourceParts=/dev/null"));
        words.addAll(List.of("--option=APT::Install-Recommends=false", "--option=Dpkg::Use-Pty=0"));
        for (var force : List.of("confdef", "confold", "unsafe-io")) {
            words.add("--option=Dpkg::Options::=--force-" + force);
        }
        words.add("--");
        words.addAll(solution.files());
        solution.removed().forEach(each -> words.add(each.name() + ":" + each.architecture() + "-"));
        var command = seeingFiles(SandboxedCommand.query(words))
                .in(LayerWork.LAYER)
                .seeing("/usr/sbin/policy-rc.d", sandbox.work().resolve("policy-rc.d"))
                .withTimeout(sandbox.limits().install());
        try {
            var finished = sandbox.stream(command, _ -> {});
            if (!finished.succeeded()) {
                throw new LayerFailed(AptOutput.reason(finished));
            }
        } catch (ProgramTimedOut e) {
            throw new LayerFailed("Its scripts did not end within "
                    + sandbox.limits().install().toSeconds() + " s");
        }
    }

    @Override
    public Set<String> owned(List<String> paths, String upper) {
        var words = new ArrayList<>(List.of("dpkg-query", "--search", "--"));
        for (var path : paths) {
            words.add(path);
            // What packages were built with before /bin and the like became links into /usr.
            words.add(path.substring("/usr".length()));
        }
        var owned = new LinkedHashSet<String>();
        for (var line : sandbox.run(SandboxedCommand.query(words).in(upper))
                .out()
                .lines()
                .toList()) {
            int colon = line.indexOf(": /");
            if (colon > 0 && !line.startsWith("diversion by ")) {
                var path = line.substring(colon + 2);
                owned.add(path.startsWith("/usr/") ? path : "/usr" + path);
            }
        }
        return owned;
    }

    private SandboxedCommand installing(ItemFiles items, LayerRequest request, String mode) {
        var words = new ArrayList<>(List.of("--yes", mode));
        if (request.mayChangeBase() || items.replaces()) {
            words.add("--allow-downgrades");
        }
        words.addAll(List.of("install", "--"));
        for (var item : items.items()) {
            words.add(
                    switch (item) {
                        case LayerItem.Named named -> named.name();
                        case LayerItem.Removal removal -> removal.name() + "-";
                        case LayerItem.Local local -> items.file(local).inside();
                        case LayerItem.Replacement replacement ->
                            items.file(replacement).inside();
                    });
        }
        return aptGet(words);
    }

    private SandboxedCommand aptGet(List<String> words) {
        return apt("apt-get", words);
    }

    /** A command of apt's that sees the machine's sources, and keeps what it fetches in the cache. */
    SandboxedCommand apt(String program, List<String> words) {
        var argv = new ArrayList<>(List.of(program, "--quiet", "--option=Acquire::Languages=none"));
        // Else a name that no package has is taken for a pattern of names.
        argv.add("--option=APT::Cmd::Pattern-Only=true");
        var authorities = sandbox.network().authorities();
        if (authorities != null) {
            argv.add("--option=Acquire::https::CAInfo=" + AUTHORITIES);
        }
        argv.addAll(words);
        cache.directory("apt/cache/archives/partial");
        var command = sources.shownTo(seeingFiles(SandboxedCommand.query(argv)))
                .writing(LISTS, cache.directory("apt/lists"))
                .writing(CACHE, cache.directory("apt/cache"));
        return authorities == null ? command : command.seeing(AUTHORITIES, authorities);
    }

    private SandboxedCommand seeingFiles(SandboxedCommand command) {
        return command.seeing(Sandbox.GIVEN + "local", sandbox.work().resolve(LayerWork.LOCAL))
                .seeing(Sandbox.GIVEN + "packages", cache.directory("apt/cache/archives"));
    }

    /** Returns what apt calls the file of a package from a source. */
    private static String archive(InstalledPackage wanted) {
        var version = wanted.version().replace("_", "%5f").replace(":", "%3a");
        return "%s_%s_%s.deb".formatted(wanted.name(), version, wanted.architecture());
    }

    static Finished requireSolved(Finished finished) {
        if (!finished.succeeded()) {
            throw new LayerFailed(AptOutput.reason(finished));
        }
        return finished;
    }
}
