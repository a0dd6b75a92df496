package dev.hearth.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Changes a pet by commands chosen at random, of which some are killed, and holds it to this: the pet is always what it
 * was before a command or what it is after it, every generation stays what it was, and the engine has as many images as
 * the history has generations.
 */
final class PetSequence {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** About what a command takes on this engine, so that a kill can come at any moment of it. */
    private static final int LATEST_MILLIS = 5000;

    private final InstalledHearth hearth;
    private final Random random;
    private final String pet;
    private final List<String> done = new ArrayList<>();
    private final SortedMap<String, PetContent> generations = new TreeMap<>();
    private final SecondImage second;
    private PetContent content;
    private int last;
    private int kills;

    /** Makes a pet. */
    PetSequence(InstalledHearth hearth, SecondImage second, Random random) {
        this.hearth = hearth;
        this.second = second;
        this.random = random;
        this.pet = hearth.create(TestedEngine.image());
        hearth.run(pet, "sudo", "sh", "-ec", PetContent.REPOSITORY);
        this.content = PetContent.of(hearth, pet);
    }

    /** {@return how many commands were killed of so many} */
    int play(int steps) throws IOException {
        int before = images();
        for (int step = 0; step < steps; step++) {
            step();
        }
        // Whatever a killed command left, one that is not killed clears away.
        change(content.withMark(++last), false, "edit", pet, PetContent.marking(last));
        assertThat(hearth.containers(pet)).as(this::toString).containsExactly(pet);
        assertThat(images() - before).as(this::toString).isEqualTo(generations.size());
        hearth.hearth("rm", "--force", pet).succeeded();
        assertThat(images()).as(this::toString).isEqualTo(before);
        return kills;
    }

    private void step() throws IOException {
        boolean killed = random.nextInt(3) == 0;
        switch (random.nextInt(generations.isEmpty() ? 6 : 7)) {
            case 0 -> writeByHand();
            case 1 -> change(content, killed, "snapshot", pet, "--time=0");
            case 2 -> change(content.withMark(++last), killed, "edit", pet, PetContent.marking(last));
            case 3 -> change(content.withTool(1), killed, "install", "-c", pet, PetContent.TOOL);
            case 4 -> change(content.withTool(0), killed, "uninstall", "-c", pet, PetContent.TOOL);
            case 5 -> change(content.withRelease(SecondImage.RELEASE), killed, rebase());
            default -> {
                var saved = List.copyOf(generations.entrySet());
                var target = saved.get(random.nextInt(saved.size()));
                change(target.getValue(), killed, "rollback", pet, target.getKey(), "--time=0");
            }
        }
    }

    private String[] rebase() {
        var words = new ArrayList<>(List.of("rebase", pet, "--time=0", "--image", second.name()));
        words.addAll(content.carrying());
        return words.toArray(String[]::new);
    }

    private void writeByHand() {
        hearth.run(pet, "sudo", "sh", "-c", PetContent.writing(++last));
        content = content.withState(last);
        done.add("write " + last);
    }

    private void change(PetContent after, boolean toBeKilled, String... words) throws IOException {
        var before = content;
        done.add(String.join(" ", words));
        boolean killed = toBeKilled && killed(words);
        if (!toBeKilled) {
            hearth.hearth(LIMIT, yes(words)).succeeded();
        }
        content = PetContent.of(hearth, pet);
        assertThat(content).as(this::toString).isIn(killed ? List.of(before, after) : List.of(after));
        learn(before);
    }

    /** {@return whether a command was killed, which can end before it is} */
    private boolean killed(String... words) {
        var command = hearth.launch("killed.log", yes(words));
        int millis = random.nextInt(LATEST_MILLIS);
        try {
            boolean ended = command.waitFor(millis, TimeUnit.MILLISECONDS);
            Programs.kill(command);
            waitForPackages();
            done.add(ended ? "which ended before it was killed" : "killed after %d ms".formatted(millis));
            kills += ended ? 0 : 1;
            return !ended;
        } catch (InterruptedException e) {
            Programs.kill(command);
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** What a killed hearth had begun in the pet goes on there. */
    private void waitForPackages() {
        Eventually.see(
                "the end of a change of packages",
                () -> hearth.client("exec", "--user=0", pet, "/usr/libexec/hearth/packages", "running"),
                ended -> ended.status() != 0);
    }

    /** Takes note of generations that are new, which are what the pet was, and sees that none went. */
    private void learn(PetContent before) throws IOException {
        var json = new JsonMapper()
                .readTree(hearth.hearth("history", pet, "--format=json").succeeded());
        var names = json.path("generations")
                .valueStream()
                .map(generation -> generation.path("generation"))
                .map(JsonNode::asText)
                .toList();
        assertThat(names).as(this::toString).containsAll(generations.keySet());
        assertThat(names.size() - generations.size()).as(this::toString).isBetween(0, 1);
        names.forEach(name -> generations.putIfAbsent(name, before));
    }

    /** {@return the number of generations that the engine has, of all pets} */
    private int images() {
        return Math.toIntExact(
                hearth.client("images", "--filter", "reference=localhost/hearth/generation", "--format", "{{.ID}}")
                        .succeeded()
                        .lines()
                        .count());
    }

    private static String[] yes(String... words) {
        var all = new ArrayList<>(List.of("--yes"));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return pet + ": " + String.join(", ", done);
    }
}
