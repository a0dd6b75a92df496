package dev.hearth.os.etc;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for all merges; {@code -Dhearth.seed=N} repeats a failed run, {@code -Dhearth.rounds=N} does more. */
class ConfigMergePropertiesTest {
    private static final int ROUNDS = Integer.getInteger("hearth.rounds", 15);
    private static final List<String> PATHS =
            List.of("a", "b", "d", "d/a", "d/b", "d/e", "d/e/a", "d.conf", "passwd", "group", "ld.so.cache", "subuid");

    @TempDir
    Path directory;

    private final long seed = Long.getLong("hearth.seed", System.nanoTime());
    private final RandomGenerator random =
            RandomGeneratorFactory.of("SplittableRandom").create(seed);
    private int lines;

    @BeforeEach
    void printTheSeed() {
        System.out.println("seed " + seed);
    }

    @Test
    void withoutALocalChangeTheNewDefaultComes() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var etc = round(round);
            change(etc.fresh);

            requireOutcome(etc, EtcFixture.snapshot(etc.fresh));
        }
    }

    @Test
    void withoutAnUpstreamChangeTheLocalFilesStay() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var etc = round(round);
            change(etc.local);

            requireOutcome(etc, EtcFixture.snapshot(etc.local));
        }
    }

    @Test
    void noLocalChangeDisappearsWithoutAWord() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            var etc = round(round);
            change(etc.local);
            change(etc.fresh);
            // As ostree, or a run that was killed, may have left it: with anything in it.
            make(etc.target);

            var plan = etc.plan();
            new MergedEtc(etc.target).write(plan);

            requireAllLocalChanges(etc, plan);
            assertThat(etc.plan().decisions()).as("seed %d", seed).isEqualTo(plan.decisions());
            assertThat(new MergedEtc(etc.target).write(plan))
                    .as("seed %d: a second run", seed)
                    .isEqualTo(new EtcReport(List.of(), List.of(), List.of()));
        }
    }

    private void requireOutcome(EtcFixture etc, Map<String, String> expected) {
        var plan = etc.plan();
        assertThat(plan.conflicts()).as("seed %d", seed).isEmpty();

        new MergedEtc(etc.target).write(plan);

        assertThat(EtcFixture.snapshot(etc.target)).as("seed %d", seed).isEqualTo(expected);
    }

    private void requireAllLocalChanges(EtcFixture etc, MergePlan plan) {
        var sources = etc.sources();
        var target = EtcTree.read(etc.target);
        for (var path : sources.paths()) {
            if (sources.local().differences(path, sources.oldDefault()).isEmpty()
                    && (sources.local().at(path) == null)
                            == (sources.oldDefault().at(path) == null)) {
                continue;
            }
            if (isAbout(plan, path)) {
                continue;
            }
            requireLocalVersion(sources, target, path);
        }
    }

    /** {@return whether the plan speaks of the path, or is about a file that is made anew anyway} */
    private static boolean isAbout(MergePlan plan, Path path) {
        return KnownFiles.isGenerated(path)
                || plan.conflicts().keySet().stream().anyMatch(path::startsWith);
    }

    private void requireLocalVersion(EtcSources sources, EtcTree target, Path path) {
        var mine = sources.local().at(path);
        var result = target.at(path);
        var old = sources.oldDefault().at(path);
        if (mine == null) {
            assertThat(result).as("seed %d: %s was removed", seed, path).isNull();
            return;
        }
        boolean contentChanged = old == null || !sources.local().sameContent(path, sources.oldDefault());
        if (result == null) {
            // Only a default that upstream gave up, and whose content nobody touched.
            assertThat(contentChanged).as("seed %d: %s is lost", seed, path).isFalse();
            return;
        }
        if (old != null
                && old.kind() == mine.kind()
                && result.kind() == mine.kind()
                && old.metadata().mode() != mine.metadata().mode()) {
            assertThat(result.metadata().mode())
                    .as("seed %d: mode of %s", seed, path)
                    .isEqualTo(mine.metadata().mode());
        }
        if (contentChanged && mine.kind() == EntryKind.FILE) {
            assertThat(lines(target, path)).as("seed %d: %s", seed, path).containsAll(newLines(sources, path));
        } else if (contentChanged) {
            assertThat(target.sameContent(path, sources.local()))
                    .as("seed %d: %s", seed, path)
                    .isTrue();
        }
    }

    private static List<String> newLines(EtcSources sources, Path path) {
        var added = new ArrayList<>(lines(sources.local(), path));
        var old = sources.oldDefault().at(path);
        if (old != null && old.kind() == EntryKind.FILE) {
            added.removeAll(lines(sources.oldDefault(), path));
        }
        return added;
    }

    private static List<String> lines(EtcTree tree, Path path) {
        return new String(tree.content(path), StandardCharsets.UTF_8).lines().toList();
    }

    /** {@return three trees that are alike} */
    private EtcFixture round(int round) throws IOException {
        var etc = new EtcFixture(Files.createDirectory(directory.resolve(String.valueOf(round))));
        make(etc.old);
        copy(etc.old, etc.local);
        copy(etc.old, etc.fresh);
        return etc;
    }

    private void make(Path root) throws IOException {
        for (var path : PATHS) {
            if (random.nextInt(4) > 0) {
                put(root, path);
            }
        }
    }

    private void change(Path root) throws IOException {
        for (var path : PATHS) {
            var file = root.resolve(path);
            switch (random.nextInt(6)) {
                case 0 -> put(root, path);
                case 1 -> remove(file);
                case 2 -> edit(file);
                case 3 -> changeMode(file);
                default -> {}
            }
        }
    }

    /** Puts something there that was not, unless something above it is no directory. */
    private void put(Path root, String path) throws IOException {
        var file = root.resolve(path);
        var parent = file.resolveSibling("");
        if (!Files.isDirectory(parent, NOFOLLOW_LINKS)) {
            return;
        }
        remove(file);
        switch (random.nextInt(8)) {
            case 0 -> Files.createSymbolicLink(file, Path.of("to-" + random.nextInt(3)));
            case 1, 2 -> Files.createDirectory(file);
            case 3 -> Files.writeString(file, "binary\0" + random.nextInt(3));
            default -> Files.writeString(file, text());
        }
    }

    private String text() {
        var text = new StringBuilder();
        for (int count = random.nextInt(8); count > 0; count--) {
            text.append(line());
        }
        return text.toString();
    }

    /** {@return a line that no other is equal to; like one of a file of accounts, which all texts may be} */
    private String line() {
        lines++;
        return "name%d:x:%d:%d::\n".formatted(lines, 20_000 + lines, 20_000 + lines);
    }

    private void edit(Path file) throws IOException {
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return;
        }
        var content = new ArrayList<>(
                Files.readString(file).lines().map(line -> line + "\n").toList());
        int at = random.nextInt(content.size() + 1);
        if (random.nextBoolean() || at == content.size()) {
            content.add(at, line());
        } else {
            content.set(at, line());
        }
        Files.writeString(file, String.join("", content));
    }

    private void changeMode(Path file) throws IOException {
        if (Files.isRegularFile(file, NOFOLLOW_LINKS) || Files.isDirectory(file, NOFOLLOW_LINKS)) {
            Files.setAttribute(file, "unix:mode", 0700 + random.nextInt(64));
        }
    }

    private static void remove(Path file) throws IOException {
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return;
        }
        try (var below = Files.walk(file)) {
            below.sorted(Comparator.reverseOrder()).forEach(ConfigMergePropertiesTest::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (var path : EtcTree.read(from).paths()) {
            Files.copy(from.resolve(path), to.resolve(path), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
        }
    }
}
