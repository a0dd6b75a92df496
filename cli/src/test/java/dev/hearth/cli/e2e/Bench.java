package dev.hearth.cli.e2e;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** Times whole processes by hyperfine, some of each in turn, so that a busy minute hits all of them. */
final class Bench {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ROUNDS = 8;
    private static final int RUNS = 3;

    private final SequencedMap<String, Timed> commands = new LinkedHashMap<>();
    private final Path work;
    private final List<String> report;

    /**
     * Times nothing yet.
     *
     * @param work a directory for files of its own
     * @param report what lines are added to
     */
    Bench(Path work, List<String> report) {
        this.work = work;
        this.report = report;
    }

    /** What is timed, without who takes on the identity of the person. */
    private record Timed(Person person, Path directory, List<String> words) {}

    /** Also times a command of a person's, whose words hold nothing that a shell would take apart. */
    Bench with(String name, Person person, Path directory, String... words) {
        commands.put(name, new Timed(person, directory, List.of(words)));
        return this;
    }

    /** {@return what was measured, in milliseconds; a table of it is in the report, compared with the first} */
    Measured measure(String title) {
        var times = new LinkedHashMap<String, List<Double>>();
        commands.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            commands.forEach(
                    (name, timed) -> Objects.requireNonNull(times.get(name)).addAll(times(timed)));
        }
        var samples = new LinkedHashMap<String, Samples>();
        times.forEach((name, values) -> samples.put(name, new Samples(values)));
        var floor = samples.firstEntry().getValue().median();
        report.add("");
        report.add("%-44s %8s %8s %8s".formatted(title, "median", "p95", "ratio"));
        samples.forEach((name, sample) -> report.add(String.format(
                Locale.ROOT, "%-44s %8.1f %8.1f %8.2f", name, sample.median(), sample.p95(), sample.median() / floor)));
        return new Measured(samples, report);
    }

    private List<Double> times(Timed timed) {
        var file = work.resolve("times.json");
        try {
            Files.deleteIfExists(file);
            var argv = List.of(
                    "hyperfine",
                    "--shell=none",
                    "--style=none",
                    "--warmup=1",
                    "--runs=" + RUNS,
                    "--export-json=" + file,
                    String.join(" ", timed.words()));
            new Programs(timed.person().environment())
                    .run(LIMIT, timed.directory(), timed.person().saying(argv))
                    .succeeded();
            return new JsonMapper()
                    .readTree(file.toFile())
                    .path("results")
                    .path(0)
                    .path("times")
                    .valueStream()
                    .map(seconds -> seconds.asDouble() * 1e3)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Medians, and the report that they are in. */
    record Measured(Map<String, Samples> samples, List<String> report) {

        double median(String name) {
            return Objects.requireNonNull(samples.get(name)).median();
        }

        /** Says how often one is the other, and whether that is at most what it should be. */
        Measured target(String name, String other, double most) {
            Bench.target(report, name + " to " + other, median(name) / median(other), most);
            return this;
        }
    }

    /** {@return how long it took} */
    static double seconds(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Says how many times as long something takes as before. */
    static void grown(List<String> report, String what, double times) {
        report.add(String.format(Locale.ROOT, "  %-66s %7.3f", what + ", to before", times));
    }

    /** Says what was seen and whether it is at most what it should be. */
    static void target(List<String> report, String what, double seen, double most) {
        report.add(String.format(
                Locale.ROOT, "  %-66s %7.3f  target %.3f: %s", what, seen, most, seen <= most ? "met" : "missed"));
    }
}
