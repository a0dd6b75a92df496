package dev.hearth.cli.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.needed.Needed;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.ostree.TestSysroot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An administrator who keeps the base of a sysroot in a directory with the packaged hearth. */
final class BaseSession implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(4);

    /** What is in these belongs to the machine, not to the deployment. */
    private static final String NOT_OF_THE_DEPLOYMENT = ".* (/var/|/opt/|/boot/|c /etc/).*";

    private final Path directory;
    private final Programs programs;
    private final BaseDistribution distribution;
    private final TestSysroot sysroot;
    private final String verifiedAtFirst;
    private final Set<String> verifiedIds = new HashSet<>();

    private @Nullable List<JsonNode> deployments;

    private BaseSession(Path directory, Opening opening) throws IOException {
        this.directory = directory;
        programs = new Programs(
                Person.named("root").withHome(directory.resolve("home")).environment());
        distribution = opening.open(directory);
        sysroot = new TestSysroot(directory, tree -> {
            distribution.layOut(tree);
            for (var file : ConfigurationSteps.DELIVERED.entrySet()) {
                Files.writeString(tree.resolve(file.getKey()), file.getValue());
            }
        });
        verifiedAtFirst = verified();
    }

    /** Makes a distribution that keeps its files in a directory. */
    interface Opening {
        BaseDistribution open(Path directory) throws IOException;
    }

    static BaseSession begin(Opening opening) throws IOException {
        Needed.root();
        Needed.programs("bwrap", "ostree", "setpriv", "unshare");
        // Not in /tmp, which may be too small, and may not have the attributes that ostree keeps.
        var directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-base-");
        Files.createDirectory(directory.resolve("home"));
        return new BaseSession(directory, opening);
    }

    /** {@return where all of the session's files lie} */
    Path directory() {
        return directory;
    }

    /** {@return where the base lies} */
    Path sysroot() {
        return sysroot.root();
    }

    BaseDistribution distribution() {
        return distribution;
    }

    /** {@return how {@code hearth os} ended} */
    Ended os(String... words) {
        var argv = new ArrayList<>(List.of(
                InstalledHearth.LAUNCHER.toString(),
                "os",
                "--sysroot",
                sysroot.root().toString()));
        argv.addAll(List.of(words));
        deployments = null;
        return programs.run(SOON, directory, argv);
    }

    /** {@return what a change came to, which was agreed to beforehand and must succeed} */
    JsonNode change(String... words) {
        var argv = new ArrayList<>(List.of(words));
        argv.addAll(List.of("--yes", "--format=json"));
        return json(os(argv.toArray(String[]::new)).succeeded());
    }

    /** {@return what a change would take} */
    List<String> plan(String... words) {
        var argv = new ArrayList<>(List.of(words));
        argv.addAll(List.of("--dry-run", "--format=json"));
        return texts(json(os(argv.toArray(String[]::new)).succeeded()).path("plan"));
    }

    /** {@return what a command shows that changes nothing} */
    JsonNode read(String... words) {
        var argv = new ArrayList<>(List.of(words));
        argv.add("--format=json");
        return json(os(argv.toArray(String[]::new)).succeeded());
    }

    /** {@return the deployments as hearth shows them, in boot order} */
    List<JsonNode> deployments() {
        if (deployments == null) {
            var shown = json(os("status", "--format=json").succeeded());
            deployments = shown.path("deployments").valueStream().toList();
        }
        return deployments;
    }

    /** {@return what boots next} */
    JsonNode next() {
        return deployments().getFirst();
    }

    /** {@return the ids of the deployments, in boot order} */
    List<String> ids() {
        return deployments().stream()
                .map(deployment -> deployment.path("id").asText())
                .toList();
    }

    /** {@return a file of what boots next} */
    Path file(String path) {
        var id = ids().getFirst();
        return sysroot.root()
                .resolve("ostree/deploy/test/deploy")
                .resolve(id.substring(id.indexOf('-') + 1))
                .resolve(path);
    }

    /** Changes files of the tree and commits it as the next version. */
    void publish(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(sysroot.tree().resolve(file.getKey()), file.getValue());
        }
        sysroot.commit();
    }

    /** Gives the newest version of the base another branch as well. */
    void branch(String name) {
        sysroot.ostree(
                "refs",
                "--repo=" + sysroot.root().resolve("ostree/repo"),
                "--force",
                "--create=" + name,
                TestSysroot.BRANCH);
    }

    /**
     * Checks that ostree and the package manager agree with hearth on what is there, and find nothing damaged.
     *
     * <p>The package manager looks at a deployment once: the files are objects that ostree looks at each time.
     */
    void requireSound() {
        sysroot.requireSeenByOstree(deployments().stream()
                .map(each -> new TestSysroot.Seen(
                        each.path("id").asText(), each.path("pinned").asBoolean()))
                .toList());
        if (verifiedIds.add(ids().getFirst())) {
            assertThat(verified()).isEqualTo(verifiedAtFirst);
        }
    }

    @Override
    public void close() {
        distribution.close();
        ItHost.run("rm", "-rf", directory.toString());
    }

    /**
     * What the package manager of what boots next has to say of it; the deployment is not written to.
     *
     * <p>One file is missing, so that a package manager that looks at nothing is noticed.
     */
    private String verified() {
        var missing = "/usr/share/it-base/version";
        var said = ItHost.run(
                "unshare",
                "--mount",
                "sh",
                "-c",
                """
                mount -t tmpfs none "$2" && mkdir "$2/upper" "$2/work" "$2/root" &&
                    mount -t overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" none "$2/root" &&
                    rm "$2/root$4" && chroot "$2/root" sh -c "$3; :"
                """,
                "sh",
                file("").toString(),
                directory.resolve("home").toString(),
                distribution.verification(),
                missing);
        assertThat(said).contains(missing);
        return said.lines()
                .filter(line -> !line.matches(NOT_OF_THE_DEPLOYMENT))
                .sorted()
                .collect(joining("\n"));
    }

    /** {@return the elements of a list of texts} */
    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    /** {@return one property of each element of a list} */
    static List<String> texts(JsonNode list, String property) {
        return list.findValuesAsText(property);
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
