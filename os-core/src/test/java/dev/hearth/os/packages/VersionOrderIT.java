package dev.hearth.os.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Orders thousands of versions as the package managers themselves do. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VersionOrderIT {
    private static final int PAIRS = 4_000;

    @TempDir
    Path directory;

    private final long seed = Long.getLong("hearth.seed", System.nanoTime());
    private final Versions versions =
            new Versions(RandomGeneratorFactory.of("SplittableRandom").create(seed));

    private record Pair(String left, String right) {}

    @Test
    void dpkgAgrees() throws Exception {
        PackageManagers.require("dpkg");
        var pairs = pairs(versions::debian);
        // One shell for all: a process from here for each question would take minutes.
        var script = Files.writeString(directory.resolve("compare"), """
                while read -r left right; do
                    if dpkg --compare-versions "$left" lt "$right"; then echo -1
                    elif dpkg --compare-versions "$left" eq "$right"; then echo 0
                    else echo 1
                    fi
                done
                """);
        var input = pairs.stream()
                .map(pair -> pair.left() + " " + pair.right() + "\n")
                .collect(Collectors.joining());

        var answer = PackageManagers.run(Command.of("sh", script.toString()).withInput(input));

        requireAgreement(VersionOrder.DPKG, pairs, answer.lines().toList());
    }

    @Test
    void rpmAgrees() throws Exception {
        PackageManagers.require("rpm");
        var pairs = pairs(versions::rpm);
        var answers = new ArrayList<String>();
        // As many questions as a command line surely takes.
        for (int start = 0; start < PAIRS; start += 500) {
            var questions = pairs.subList(start, start + 500).stream()
                    .map(pair -> "print(rpm.vercmp('%s','%s')..'\\n')".formatted(pair.left(), pair.right()))
                    .collect(Collectors.joining(" "));
            var answer = PackageManagers.run(Command.of("rpm", "--eval", "%{lua:" + questions + "}"));
            answer.lines().filter(line -> !line.isBlank()).forEach(answers::add);
        }

        requireAgreement(VersionOrder.RPM, pairs, answers);
    }

    private List<Pair> pairs(Supplier<String> version) {
        var pairs = new ArrayList<Pair>();
        while (pairs.size() < PAIRS) {
            pairs.add(new Pair(version.get(), version.get()));
        }
        return pairs;
    }

    private void requireAgreement(VersionOrder order, List<Pair> pairs, List<String> answers) {
        var own = pairs.stream()
                .map(pair -> pair + " " + Integer.signum(order.compare(pair.left(), pair.right())))
                .toList();
        var theirs = new ArrayList<String>();
        for (int i = 0; i < answers.size(); i++) {
            theirs.add(pairs.get(i) + " " + answers.get(i));
        }

        assertThat(own).as("seed %d", seed).isEqualTo(theirs);
    }
}
