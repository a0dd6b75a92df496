package dev.hearth.cli.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What generations cost: saving, copying and returning to one beside the engine's own commit, and lists with many. */
final class GenerationBench {
    private static final int MANY = 50;
    private static final int ROUNDS = 3;
    private static final String LIST = "hearth list";
    private static final String STATUS = "hearth status";

    /** What a change writes: 30 MB that nothing can press together. */
    static final String CHANGE = "head -c 30000000 /dev/urandom >/opt/change";

    private final List<String> report;

    /** Adds lines to the report. */
    GenerationBench(List<String> report) {
        this.report = report;
    }

    /** Measures on an engine of that name. */
    void measure(String engine, InstalledHearth hearth) {
        var pet = hearth.create(TestedEngine.image());
        var commits = new ArrayList<Double>();
        var snapshots = new ArrayList<Double>();
        var clones = new ArrayList<Double>();
        var rollbacks = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var image = "localhost/" + InstalledHearth.newName();
            change(hearth, pet);
            commits.add(Bench.seconds(() -> hearth.client("commit", pet, image).succeeded()));
            // Podman removes it, and then fails to remove what it was made on, which the pet needs.
            hearth.client("rmi", image);
            snapshots.add(Bench.seconds(() -> hearth("snapshot", hearth, pet)));
            clones.add(Bench.seconds(() -> hearth("clone", hearth, pet, hearth.newPet())));
            change(hearth, pet);
            rollbacks.add(Bench.seconds(() -> hearth("rollback", hearth, pet)));
        }
        report.add("");
        report.add("Generations on %s after a change of 30 MB, seconds".formatted(engine));
        line("the engine's commit", commits);
        line("hearth snapshot", snapshots);
        line("hearth clone", clones);
        line("hearth rollback", rollbacks);
    }

    /** Compares lists before and after many generations. */
    void grow(String engine, InstalledHearth hearth) {
        var pet = hearth.create(TestedEngine.image());
        var few = lists(hearth, "Without generations on " + engine + ", ms");
        for (int generations = 0; generations < MANY; generations++) {
            hearth("snapshot", hearth, pet);
        }
        var many = lists(hearth, "With %d generations on %s, ms".formatted(MANY, engine));
        for (var name : List.of(LIST, STATUS)) {
            Bench.grown(report, name, many.median(name) / few.median(name));
        }
    }

    private Bench.Measured lists(InstalledHearth hearth, String title) {
        return new Bench(hearth.directory(), report)
                .with(LIST, hearth.person(), hearth.directory(), words(hearth, "list"))
                .with(STATUS, hearth.person(), hearth.directory(), words(hearth, "status"))
                .measure(title);
    }

    private void line(String what, List<Double> seconds) {
        report.add(String.format(Locale.ROOT, "%-44s %8.1f", what, new Samples(seconds).median()));
    }

    private static void change(InstalledHearth hearth, String pet) {
        hearth.run(pet, "sudo", "sh", "-c", CHANGE);
    }

    private static void hearth(String verb, InstalledHearth hearth, String... pets) {
        var words = new ArrayList<>(List.of("--yes", verb));
        words.addAll(List.of(pets));
        hearth.hearth(words.toArray(String[]::new)).succeeded();
    }

    private static String[] words(InstalledHearth hearth, String... words) {
        var all = new ArrayList<>(hearth.launcher());
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }
}
