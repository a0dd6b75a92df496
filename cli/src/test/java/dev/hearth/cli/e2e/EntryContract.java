package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is entered without Java is as if Java had been there, and never another pet: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class EntryContract {
    /** Of all that the kernel says of a process, what its parents decide; what these ignore is theirs to say. */
    private static final String FACTS = """
            grep -E '^(Umask|Uid|Gid|Groups|SigPnd|SigBlk|Cap|NoNewPrivs|Seccomp|Cpus_allowed_list)' /proc/self/status
            cat /proc/self/oom_score_adj /proc/self/cgroup
            grep -E 'open files|processes|core file|stack' /proc/self/limits
            ls /proc/self/fd
            readlink /proc/self/ns/*
            """;

    private static final List<String> SLOW = List.of("env", "HEARTH_SLOW=1");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final InstalledHearth hearth;
    private String pet = "";
    private List<String> withoutJava = List.of();

    EntryContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createAPetAndAJavaThatDoesNothing() throws IOException {
        pet = hearth.create(TestedEngine.image());
        var home = hearth.directory().resolve("java");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        var java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 77\n");
        assertThat(java.toFile().setExecutable(true, false)).isTrue();
        withoutJava = List.of("env", "JAVA_HOME=" + home);
    }

    @BeforeEach
    void enterOnce() {
        hearth.run(pet, "true");
    }

    @AfterAll
    void removeThePets() {
        hearth.close();
    }

    @Test
    void sharesWithThePetWhatTheEngineWouldHaveItShare() {
        same("sh", "-c", FACTS);
    }

    @Test
    void joinsAPetWithAHostNameOfItsOwn() {
        var other = hearth.create(TestedEngine.image(), "--hostname=workshop");
        hearth.run(other, "true");

        assertThat(hearth.hearthUnder(withoutJava, "run", "-c", other, "hostname")
                        .succeeded())
                .isEqualTo("workshop\n");
    }

    @Test
    void hasTheSameEnvironment() {
        for (var wrapper :
                List.of(List.<String>of(), List.of("env", "LC_ODD=a b\nexport X=1", "SECRET=1", "TERM=dumb"))) {
            // Which session it is differs between any two.
            same(wrapper, "sh", "-c", "env | grep -v ^HEARTH_SESSION= | sort");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/etc", "/usr/lib/jvm"})
    void startsInTheSameDirectory(String directory) {
        same(List.of("env", "--chdir=" + directory), "pwd");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 42, 125, 126, 127, 128, 200, 255})
    void endsWithTheSameStatus(int status) {
        assertThat(fast("sh", "-c", "exit " + status)).isEqualTo(new Ended(status, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP", "INT", "QUIT", "USR1", "KILL", "TERM"})
    void endsWithTheSameSignal(String signal) {
        same("sh", "-c", "kill -s " + signal + " $$");
    }

    @Test
    void carriesWordsExactly() {
        same("printf", "<%s>", "a b", "", "$(id)", "'q\"", "x\ny", "*", "-c", "ünï", "--", "\\");
        same("no-such-command");
        same("/etc");
    }

    @Test
    void sendsTheInputInAndTheOutputOutByteForByte() throws IOException {
        var bytes = new byte[2_000_000];
        new Random(7).nextBytes(bytes);
        var input = Files.write(hearth.directory().resolve("bytes"), bytes);

        var ended = hearth.hearthReading(input, "run", "-c", pet, "sh", "-c", "tee copy | cksum");

        assertThat(ended)
                .isEqualTo(new Ended(0, fast("sh", "-c", "cksum <bytes").succeeded(), ""));
        assertThat(hearth.directory().resolve("copy")).hasSameBinaryContentAs(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HUP 129", "TERM 143"})
    void endsTheProgramByASignal(String signalAndStatus) {
        var signal = signalAndStatus.split(" ", -1);
        var started = hearth.start("log", pet, "sh", "-c", "echo $$ >pid; exec sleep 1000");
        try {
            awaitSleep();
            Programs.signal(signal[0], started);

            assertThat(Programs.status(started, SOON)).isEqualTo(Integer.parseInt(signal[1]));
            awaitNoSleep();
        } finally {
            Programs.end(started);
        }
    }

    @Test
    void letsTheProgramAnswerAnInterrupt() {
        var started = hearth.start("log", pet, "sh", "-c", "trap 'exit 9' INT; echo up; while :; do sleep 0.1; done");
        try {
            Eventually.see("up", () -> hearth.log("log"), log -> log.contains("up"));
            Programs.signal("INT", started);

            assertThat(Programs.status(started, SOON)).isEqualTo(9);
        } finally {
            Programs.end(started);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hearth", "client"})
    void endsWhatWasEnteredWithThePet(String by) {
        var started = hearth.start("log", pet, "sh", "-c", "echo $$ >pid; exec sleep 1000");
        try {
            awaitSleep();
            (by.equals("hearth") ? hearth.hearth("stop", pet) : hearth.client("stop", pet)).succeeded();

            assertThat(Programs.status(started, SOON)).isNotZero();
        } finally {
            Programs.end(started);
        }
    }

    @Test
    void entersAnewStartByJavaAndThenWithoutIt() {
        hearth.client("restart", "--time", "0", pet).succeeded();

        assertThat(fast("true").status()).isEqualTo(77);
        hearth.run(pet, "sudo", "true");

        assertThat(fast("true").status()).isZero();
    }

    @Test
    void entersNoOtherPetOfTheName() {
        var other = hearth.create(TestedEngine.image());
        hearth.run(other, "true");
        hearth.client("rm", "--force", other).succeeded();
        hearth.hearth(Duration.ofMinutes(4), "create", other, "--image", TestedEngine.image())
                .succeeded();

        assertThat(hearth.run(other, "sh", "-c", "echo $HEARTH_PET")).isEqualTo(other + "\n");
        hearth.hearth("rename", other, hearth.newPet()).succeeded();
        assertThat(hearth.hearthUnder(withoutJava, "run", "-c", other, "true").status())
                .isEqualTo(77);
    }

    @Test
    void entersNoProcessThatGotTheNumber() throws IOException {
        var plan = plan();
        var text = Files.readString(plan);
        // This one's: it lives, and the plan's start time is another's.
        Files.writeString(
                plan,
                text.replaceFirst(
                        "process [0-9]+", "process " + ProcessHandle.current().pid()));

        assertThat(fast("true").status()).isEqualTo(77);
        assertThat(hearth.run(pet, "sh", "-c", "echo $HEARTH_PET")).isEqualTo(pet + "\n");
        assertThat(Files.readString(plan)).isEqualTo(text);
    }

    private Path plan() {
        var person = hearth.person();
        var runtime = person.isRoot() ? Path.of("/run/hearth") : Path.of("/run/user/" + person.uid(), "hearth");
        return runtime.resolve("entries").resolve(pet);
    }

    private void same(String... command) {
        same(List.of(), command);
    }

    private void same(List<String> wrapper, String... command) {
        var slow = hearth.hearthUnder(joined(SLOW, wrapper), words(command));
        var fast = hearth.hearthUnder(joined(withoutJava, wrapper), words(command));

        assertThat(fast).isEqualTo(slow);
    }

    private Ended fast(String... command) {
        return hearth.hearthUnder(withoutJava, words(command));
    }

    private String[] words(String... command) {
        return Stream.concat(Stream.of("run", "-c", pet), Stream.of(command)).toArray(String[]::new);
    }

    private static List<String> joined(List<String> first, List<String> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private void awaitSleep() {
        Eventually.see("the program's process", () -> sleeping(), sleeping -> sleeping.equals("yes\n"));
    }

    private void awaitNoSleep() {
        Eventually.see("the program's end", () -> sleeping(), sleeping -> sleeping.equals("no\n"));
    }

    private String sleeping() {
        return fast("sh", "-c", "grep -qs sleep /proc/$(cat pid)/comm && echo yes || echo no")
                .out();
    }
}
