package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Pets that read the home and write elsewhere: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = MINUTES)
abstract class OverlayContract {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int FILES = 1500;
    private static final int LATEST_MILLIS = 6000;

    private static final String LISTENER = """
            socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
            bind($s, pack_sockaddr_un(shift)) or die;
            listen($s, 9) or die;
            print "ready\\n"; close STDOUT;
            sleep 600;
            """;

    private static final String CLIENT = """
            socket(my $s, AF_UNIX, SOCK_STREAM, 0) or die;
            print connect($s, pack_sockaddr_un(shift)) ? "reached\\n" : "not reached\\n";
            """;

    private final InstalledHearth hearth;
    private String pet = "";
    private Path place = Path.of("/");

    OverlayContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void createThePet() {
        pet = hearth.create(TestedEngine.image(), "--home=overlay");
    }

    @BeforeEach
    void clear() {
        hearth.hearth("stop", pet).succeeded();
        hearth.hearth("--yes", "home", "discard", pet).succeeded();
        place = hearth.person().home();
        // By the person: what has a group that is not theirs, a rootless engine cannot copy.
        place = Path.of(asPerson("mktemp -d ~/it-overlay-XXXXXX").strip());
        asPerson(
                "echo old >notes; echo kept >kept; mkdir -p src/deep; echo a >src/a; echo b >src/deep/b; ln -s kept link");
        // What a pet that ran before has seen of the home, the kernel may keep.
        hearth.hearth("start", pet).succeeded();
    }

    @AfterEach
    void removeThePlace() {
        DirectoryTree.delete(place);
    }

    @AfterAll
    void removeThePet() {
        hearth.hearth("--yes", "rm", "--force", pet).succeeded();
        assertThat(hearth.client("volume", "ls", "--quiet").succeeded()).doesNotContain(pet);
        hearth.close();
    }

    @Test
    void keepsApartWhatThePetWritesAndMergesItWhenAsked() throws IOException {
        inPet("""
                echo more >>notes; mv src moved; mkdir src; echo c >src/c; rm link; mkdir new; echo 1 >new/one
                ln new/one new/two; ln -s ../kept new/link; chmod 751 kept; mkfifo pipe
                sudo sh -c 'echo root >byroot; chmod 600 byroot'
                printf x >"$(printf 'we ird\\nn\\303\\244me\\377')\"""");

        assertThat(list()).isEqualTo("kept link notes src");
        assertThat(asPerson("cat notes src/a src/deep/b")).isEqualTo("old\na\nb\n");
        assertThat(hearth.hearth("home", "diff", pet, place.toString())
                        .succeeded()
                        .lines())
                .filteredOn(line -> !line.startsWith("CHANGE"))
                .extracting(line -> line.replaceAll("  +.*" + place.getFileName() + "/", " "))
                .containsExactly(
                        "added byroot",
                        "changed kept",
                        "removed link",
                        "added moved",
                        "added moved/a",
                        "added moved/deep",
                        "added moved/deep/b",
                        "added new",
                        "added new/link",
                        "added new/one",
                        "added new/two",
                        "changed notes",
                        "added pipe",
                        "removed src/a",
                        "added src/c",
                        "removed src/deep",
                        "added we ird\\x0An\\xC3\\xA4me\\xFF");

        hearth.hearth("stop", pet).succeeded();
        hearth.hearth("--yes", "home", "merge", pet).succeeded();

        assertThat(asPerson("find . ! -type d | LC_ALL=C sort | od -c; cat byroot notes src/c moved/deep/b new/two"))
                .isEqualTo(asPerson("""
                        printf '%s\\n' ./byroot ./kept ./moved/a ./moved/deep/b ./new/link ./new/one ./new/two ./notes \\
                            ./src/c "./$(printf 'we ird\\nn\\303\\244me\\377')" | od -c
                        printf '%s\\n' root old more c b 1"""));
        assertThat(asPerson("stat -c '%a %U %h' kept byroot new/one; readlink new/link"))
                .isEqualTo("751 %1$s 1\n600 %1$s 1\n644 %1$s 2\n../kept\n"
                        .formatted(hearth.person().name()));
        assertThat(hearth.hearth("home", "diff", pet, place.toString()).succeeded())
                .contains("/pipe")
                .hasLineCount(2);
    }

    @Test
    void hasNoWayToWriteToTheHome() {
        var ways = """
                touch "$1/by-path" "/run/host$1/by-host" /run/hearth-home/written/raw
                mount -o remount,rw /run/hearth-home/written; touch /run/hearth-home/written/raw
                mount --bind / /mnt; umount "$HOME"; touch "$1/below"
                for root in /proc/[0-9]*/root; do touch "$root$1/by-process"; done
                """;

        hearth.hearth("run", "-c", pet, "sudo", "sh", "-c", ways, "sh", place.toString());

        assertThat(list()).isEqualTo("kept link notes src");
        assertThat(hearth.run(pet, "sudo", "ls", "/run/hearth-home/written")).doesNotContain("raw");
    }

    @Test
    void reachesNoSocketInTheHome() throws IOException {
        var socket = place.resolve("socket").toString();
        var listener = new ProcessBuilder("perl", "-MSocket", "-e", LISTENER, socket).start();
        try (var said = listener.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            hearth.hearth("restart", pet).succeeded();
            Files.setPosixFilePermissions(Path.of(socket), PosixFilePermissions.fromString("rwxrwxrwx"));

            assertThat(hearth.run(pet, "sh", "-c", "test -S \"$1\" && echo there", "sh", socket))
                    .isEqualTo("there\n");
            assertThat(hearth.run(pet, "perl", "-MSocket", "-e", CLIENT, socket))
                    .isEqualTo("not reached\n");
        } finally {
            listener.destroyForcibly();
        }
    }

    @Test
    void mergesNothingOverAChangeOfTheHomesUntilSomebodySaysWhoWins() {
        inPet("echo \"pet's\" >notes; echo new >new; rm -r src");
        asPerson("sleep 0.1; echo mine >notes; echo mine >src/deep/b");
        hearth.hearth("stop", pet).succeeded();

        var refused = hearth.hearth("--yes", "home", "merge", pet);
        assertThat(refused.status()).isEqualTo(4);
        assertThat(refused.err()).contains("/notes'", "/src'", "--keep-home", "--take-pet");
        assertThat(list()).isEqualTo("kept link notes src");

        hearth.hearth("--yes", "home", "merge", pet, "--keep-home").succeeded();
        assertThat(list()).isEqualTo("kept link new notes src");
        assertThat(asPerson("cat notes")).isEqualTo("mine\n");

        hearth.hearth(
                        "--yes",
                        "home",
                        "merge",
                        pet,
                        "--take-pet",
                        place.resolve("src").toString())
                .succeeded();
        assertThat(list()).isEqualTo("kept link new notes");

        hearth.hearth("--yes", "home", "discard", pet, place.resolve("notes").toString())
                .succeeded();
        assertThat(hearth.run(pet, "cat", place.resolve("notes").toString())).isEqualTo("mine\n");
    }

    @Test
    void isMergedFileByFileHoweverOftenItIsKilled() throws IOException, InterruptedException {
        inPet("i=0; mkdir many; while [ $i -lt %d ]; do echo \"file $i\" >many/$i; i=$((i + 1)); done; rm -r src"
                .formatted(FILES));
        hearth.hearth("stop", pet).succeeded();
        var random = FaultRun.random();

        for (int round = 0; round < 4; round++) {
            var merge = hearth.launch("merge.log", "--yes", "home", "merge", pet);
            merge.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
            Programs.kill(merge);
            assertThat(asPerson("mkdir -p many; cd many; for file in *; do [ \"$file\" = '*' ] ||"
                            + " [ \"$(cat $file)\" = \"file $file\" ] || echo $file; done"))
                    .isEmpty();
        }
        hearth.hearth("--yes", "home", "merge", pet).succeeded();

        assertThat(asPerson("ls; ls many | wc -l; cat many/%d".formatted(FILES - 1)))
                .isEqualTo("kept\nlink\nmany\nnotes\n%d\nfile %d\n".formatted(FILES, FILES - 1));
        assertThat(hearth.hearth("home", "diff", pet).succeeded()).hasLineCount(1);
        assertThat(asPerson("ls -A ~")).doesNotContain(".hearth-merge");
        assertThat(hearth.containers(pet)).containsExactly(pet);
    }

    @Test
    void losesNothingWhenTheHomesDiskIsFull() throws IOException {
        Assumptions.assumeTrue(hearth.person().isRoot(), "only root can mount a small disk");
        var small = Files.createDirectory(hearth.directory().resolve("small"));
        var programs = new Programs(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
        programs.run(
                        LIMIT,
                        small,
                        List.of("mount", "-t", "tmpfs", "-o", "size=2m,mode=755", "it-small", small.toString()))
                .succeeded();
        try {
            var other = hearth.newPet();
            Files.writeString(small.resolve("notes"), "old");
            hearth.hearthWithHome(small, "--yes", "create", other, "--home=overlay", "--image=" + TestedEngine.image())
                    .succeeded();
            hearth.hearthWithHome(
                            small, "run", "-c", other, "sh", "-c", "cd; echo new >a; head -c 4000000 /dev/zero >notes")
                    .succeeded();
            hearth.hearthWithHome(small, "stop", other).succeeded();

            var full = hearth.hearthWithHome(small, "--yes", "home", "merge", other);

            assertThat(full.status()).as(full.toString()).isEqualTo(5);
            assertThat(full.err()).contains("There is no space left");
            assertThat(small.resolve("notes")).hasContent("old");
            assertThat(small.resolve("a")).hasContent("new\n");
            programs.run(LIMIT, small, List.of("mount", "-o", "remount,size=20m", small.toString()))
                    .succeeded();
            hearth.hearthWithHome(small, "--yes", "home", "merge", other).succeeded();
            assertThat(Files.size(small.resolve("notes"))).isEqualTo(4_000_000);
            hearth.hearthWithHome(small, "--yes", "rm", other).succeeded();
        } finally {
            programs.run(LIMIT, Path.of("/"), List.of("umount", small.toString()))
                    .succeeded();
        }
    }

    @Test
    void isNotRemovedWithChangesWithoutAQuestion() {
        inPet("echo new >new");

        var refused = hearth.hearth("rm", "--force", pet);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("What it changed in its home is not merged");
        assertThat(hearth.hearth("--yes", "edit", pet, "--home=none").status()).isEqualTo(4);

        hearth.hearth("--yes", "edit", pet, "--env=ROUND=1").succeeded();
        assertThat(hearth.run(pet, "cat", place.resolve("new").toString())).isEqualTo("new\n");
    }

    private void inPet(String script) {
        hearth.run(pet, "sh", "-ec", "cd \"$0\"; " + script, place.toString());
    }

    private String asPerson(String script) {
        var words = hearth.person().saying(List.of("sh", "-ec", script));
        return new Programs(hearth.person().environment())
                .run(LIMIT, place, words)
                .succeeded();
    }

    private String list() {
        return String.join(" ", asPerson("ls -A").split("\n", -1)).strip();
    }
}
