package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Measures what users wait for, and writes it down: {@code ./verify --bench}. How long it takes never fails it. */
@Timeout(value = 30, unit = MINUTES)
class PerformanceBenchmark {
    private static final Path BUILT = Path.of("target/hearth").toAbsolutePath();
    private static final Path REPORT = Path.of("target/performance.txt");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
    private static final String STATUS = "hearth os status, ten deployments";
    private static final String TRUE = "/bin/true";
    private static final String VERSION = "hearth --version";
    private static final String HELP = "hearth --help";
    private static final int STARTS = 20;
    private static final int LAYERINGS = 5;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final List<String> report = new ArrayList<>();
    private final Map<String, String> environment = new TreeMap<>(System.getenv());
    private Path work;
    private Process engine;

    @BeforeEach
    void startTheEngine() throws IOException, InterruptedException {
        work = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-bench-");
        var home = Files.createDirectory(work.resolve("home"));
        environment.putAll(Map.of("HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")));
        environment.remove("XDG_STATE_HOME");
        var argv = List.of(JAVA.toString(), "src/aot/CannedEngine.java", socket().toString(), "0");
        engine = new Programs(environment).start(Path.of("").toAbsolutePath(), work.resolve("engine.log"), argv);
        for (int tries = 0; !Files.exists(socket()) && tries < 300; tries++) {
            Thread.sleep(100);
        }
    }

    @AfterEach
    void clearUp() {
        Programs.end(engine);
        var remove = List.of("rm", "-rf", "--one-file-system", work.toString());
        new Programs(System.getenv()).run(LONG, Path.of("/"), remove).succeeded();
    }

    @Test
    void measure() throws IOException {
        try (var sysroot = BenchedSysroot.make(work, BUILT.resolve("bin/hearth"), environment)) {
            layering(sysroot);
            while (sysroot.hearth("status").succeeded().split("\\(index: ", -1).length <= 10) {
                sysroot.deploy();
            }
            starts(sysroot);
            check(sysroot);
        }
        Files.write(REPORT, report);
    }

    private void layering(BenchedSysroot sysroot) {
        // So that the lists and the packages are here.
        sysroot.hearth("install", "--yes", "tmux").succeeded();
        sysroot.hearth("undeploy", "--yes", "0").succeeded();
        var times = new ArrayList<Double>();
        var sizes = new ArrayList<Double>();
        for (int round = 0; round < LAYERINGS; round++) {
            long before = sysroot.used();
            long start = System.nanoTime();
            sysroot.hearth("install", "--yes", "--cache-only", "tmux").succeeded();
            times.add((System.nanoTime() - start) / 1e9);
            sizes.add((sysroot.used() - before) / 1e6);
            sysroot.hearth("undeploy", "--yes", "0").succeeded();
        }
        line("Layering tmux on a base of 500 MB, nothing to fetch, " + LAYERINGS + " times");
        figures("seconds", new Samples(times), 8);
        figures("MB written", new Samples(sizes), 20);
    }

    private void starts(BenchedSysroot sysroot) throws IOException {
        var uncached = work.resolve("uncached");
        new Programs(environment)
                .run(LONG, work, List.of("cp", "-r", BUILT.toString(), uncached.toString()))
                .succeeded();
        Files.delete(uncached.resolve("lib/hearth.aot"));
        var hearth = BUILT.resolve("bin/hearth").toString();
        var bare = uncached.resolve("bin/hearth").toString();
        var status = sysroot.argv("status");
        var bareStatus = new ArrayList<>(status);
        bareStatus.set(0, bare);
        var commands = new LinkedHashMap<String, List<String>>();
        commands.put("java -version", List.of(JAVA.toString(), "-version"));
        commands.put(STATUS, status);
        commands.put("hearth list, one pet", List.of(hearth, "--engine", "unix://" + socket(), "list"));
        commands.put(TRUE, List.of(TRUE));
        commands.put(VERSION, List.of(hearth, "--version"));
        commands.put(HELP, List.of(hearth, "--help"));
        commands.put("without the cache: os status", bareStatus);
        commands.put("without the cache: list", List.of(bare, "--engine", "unix://" + socket(), "list"));
        commands.put("hearth version, by Java", List.of(hearth, "version"));
        commands.put("without the cache: version", List.of(bare, "version"));
        var measured = interleaved(commands);
        double floor = measured.firstEntry().getValue().median();
        line("");
        line("%-36s %8s %8s %8s".formatted("Milliseconds, " + STARTS + " starts each", "median", "p95", "ratio"));
        measured.forEach((name, samples) -> {
            double ratio = samples.median() / floor;
            var figures = String.format(Locale.ROOT, "%8.1f %8.1f %8.1f", samples.median(), samples.p95(), ratio);
            line("%-36s ".formatted(name) + figures + (name.equals(STATUS) ? verdict(ratio, 5) : ""));
        });
        double least = Objects.requireNonNull(measured.get(TRUE)).median();
        line("");
        List.of(VERSION, HELP).forEach(name -> {
            double ratio = Objects.requireNonNull(measured.get(name)).median() / least;
            line("%-36s ".formatted(name + " to " + TRUE)
                    + String.format(Locale.ROOT, "%26.1f", ratio)
                    + verdict(ratio, 10));
        });
    }

    /** Takes one of each in turn, so that a minute in which the machine is busy hits all of them. */
    private SequencedMap<String, Samples> interleaved(Map<String, List<String>> commands) {
        var programs = new Programs(environment);
        var times = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round <= STARTS; round++) {
            for (var command : commands.entrySet()) {
                long start = System.nanoTime();
                programs.run(LONG, work, command.getValue()).succeeded();
                double millis = (System.nanoTime() - start) / 1e6;
                var samples = times.computeIfAbsent(command.getKey(), _ -> new ArrayList<>());
                // The first of each only brings its files into memory.
                if (round > 0) {
                    samples.add(millis);
                }
            }
        }
        var measured = new LinkedHashMap<String, Samples>();
        times.forEach((name, samples) -> measured.put(name, new Samples(samples)));
        return measured;
    }

    private void check(BenchedSysroot sysroot) {
        sysroot.fetched();
        sysroot.hearth("upgrade", "--check");
        line("");
        line("hearth os upgrade --check, nothing new");
        figures("bytes fetched", new Samples(List.of((double) sysroot.fetched())), 1999);
    }

    private void figures(String what, Samples samples, double target) {
        var figures = String.format(Locale.ROOT, "%8.1f %8.1f", samples.median(), samples.p95());
        line("%-36s ".formatted(what) + figures + " ".repeat(9) + verdict(samples.median(), target));
    }

    private static String verdict(double median, double target) {
        return String.format(Locale.ROOT, "  target %.0f: %s", target, median <= target ? "met" : "missed");
    }

    private Path socket() {
        return work.resolve("engine.sock");
    }

    private void line(String line) {
        System.err.println(line);
        report.add(line);
    }
}
