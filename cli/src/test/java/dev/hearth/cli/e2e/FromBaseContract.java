package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.core.host.Environment;
import dev.hearth.core.needed.Needed;
import dev.hearth.core.process.HostProcesses;
import dev.hearth.os.layer.Debian;
import dev.hearth.os.layer.ItHost;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Pets that are made of a base with a layered package: the same on every engine. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 8, unit = MINUTES)
abstract class FromBaseContract {
    private static final Duration LIMIT = Duration.ofMinutes(6);
    private static final long ROOM_OF_A_PET = 10_000_000;
    private static final int SHA256 = 64;

    private final InstalledHearth hearth;
    private @Nullable BaseSession session;
    private String pet = "";

    FromBaseContract(TestedEngine engine) {
        this.hearth = InstalledHearth.on(engine);
    }

    @BeforeAll
    void layerAPackageAndMakeAPet() throws IOException {
        session = BaseSession.begin(AptDistribution::open);
        base().distribution().offer("it-tool", "1.0", List.of());
        base().distribution().offer("it-extra", "1.0", List.of());
        base().change("install", "it-tool");
        // An ordinary user may read a host's deployments.
        ItHost.run("chmod", "755", base().directory().toString());
        pet = createFromBase();
    }

    private BaseSession base() {
        return Objects.requireNonNull(session);
    }

    private String createFromBase() {
        var made = hearth.newPet();
        hearth.hearth(LIMIT, "create", made, "--from-base", "--sysroot=" + base().sysroot())
                .succeeded();
        return made;
    }

    @AfterAll
    void removeAll() {
        if (session != null) {
            session.close();
        }
        if (!pet.isEmpty()) {
            var image = json("show", pet).path("pet").path("image").asText();
            hearth.hearth("rm", "--force", pet);
            hearth.hearth("image", "rm", image);
        }
        hearth.close();
    }

    @Test
    void hasThePackagesAndVersionsOfTheDeployment() {
        var packages = new PackageDatabase(new HostProcesses(new Environment(Map.of()), _ -> {})).read(deployment());

        var inside = hearth.run(pet, "dpkg-query", "--show", "--showformat=${Package}-${Version}.${Architecture}\\n");

        assertThat(inside.lines().sorted().collect(joining("\n")))
                .isEqualTo(packages.packages().stream()
                        .map(InstalledPackage::toString)
                        .sorted()
                        .collect(joining("\n")));
        assertThat(hearth.run(pet, "cat", "/usr/share/it-tool/version")).isEqualTo("1.0");
    }

    @Test
    void saysWhichBaseItIsOf() {
        var shown = json("show", pet).path("pet").path("base");

        assertThat(base().ids().getFirst()).contains(shown.path("checksum").asText());
        assertThat(shown.path("version").asText())
                .isEqualTo(base().next().path("base").path("version").asText());
        var status = json("status", "--sysroot=" + base().sysroot());
        assertThat(status.path("pets").findValuesAsText("matchesBase")).contains("true");
        assertThat(status.path("base").path("layers").findValuesAsText("name")).containsExactly("it-tool");
    }

    @Test
    void installsPackagesAndUndoesIt() {
        hearth.hearth("--yes", "snapshot", pet).succeeded();
        hearth.run(LIMIT, pet, "sudo", "apt-get", "update");
        hearth.run(LIMIT, pet, "sudo", "apt-get", "install", "--yes", "it-extra");
        assertThat(hearth.run(pet, "cat", "/usr/share/it-extra/version")).isEqualTo("1.0");

        hearth.hearth("--yes", "rollback", pet).succeeded();

        assertThat(hearth.run(pet, "dpkg-query", "--show", "it-tool")).isEqualTo("it-tool\t1.0\n");
        assertThat(hearth.run(pet, "sh", "-c", "ls /usr/share/it-extra 2>&1; :"))
                .contains("No such file");
    }

    @Test
    void sharesOneImageAmongItsPets() {
        var second = createFromBase();

        assertThat(json("show", second).path("pet").path("imageId"))
                .isEqualTo(json("show", pet).path("pet").path("imageId"));
        assertThat(json("df")
                        .path("use")
                        .valueStream()
                        .filter(row -> row.path("kind").asText().equals("pet")
                                && row.path("name").asText().equals(second))
                        .map(row -> row.path("bytes").asLong()))
                .singleElement(LONG)
                .isLessThan(ROOM_OF_A_PET);
        hearth.hearth("rm", "--force", second).succeeded();
    }

    @Test
    void debugsAProcessOfTheDeployment() throws IOException {
        Needed.programs("tar");
        var second = createFromBase();
        hearth.run(
                second, "sudo", "sh", "-c", "cat >/etc/apt/sources.list.d/it-debian.sources <<'E'\n" + mirror() + "E");
        hearth.run(LIMIT, second, "sudo", "apt-get", "update");
        hearth.run(LIMIT, second, "sudo", "apt-get", "install", "--yes", "--no-install-recommends", "gdb");

        var debugged = debugged(second);

        // Names that are right for the process's addresses come from the pet's own library, which is the same byte for
        // byte.
        assertThat(debugged)
                .containsPattern("#0 .* clock_nanosleep .* from /lib/.*/libc.so.6")
                .contains("__libc_start_main ")
                .doesNotContainIgnoringCase("mismatch")
                .doesNotContainIgnoringCase("warning");
        for (var file : List.of("usr/bin/sleep", "usr/lib/x86_64-linux-gnu/libc.so.6")) {
            assertThat(hearth.run(second, "sha256sum", "/" + file))
                    .startsWith(
                            ItHost.run("sha256sum", deployment().resolve(file).toString())
                                    .substring(0, SHA256));
        }
        hearth.hearth("rm", "--force", second).succeeded();
    }

    /** {@return what a debugger in a pet has to say of a process that runs a program of the deployment} */
    abstract String debugged(String inPet) throws IOException;

    /** {@return what gdb in a pet says of a process there by the pet's own files} */
    static String gdb(String pid) {
        return "sudo gdb --batch -nx -ex 'set sysroot /' -ex 'file /usr/bin/sleep' -ex 'attach %s'".formatted(pid)
                + " -ex backtrace 2>&1";
    }

    /** {@return where the small Debian gets its packages from} */
    private static String mirror() throws IOException {
        return ItHost.run("tar", "-xOf", Debian.archive().toString(), "./etc/apt/sources.list.d/0000debian.sources")
                        .strip()
                + "\n";
    }

    InstalledHearth hearth() {
        return hearth;
    }

    /** {@return where the files of the deployment are} */
    Path deployment() {
        return base().file("").normalize();
    }

    private JsonNode json(String... words) {
        var argv = new ArrayList<>(List.of(words));
        argv.add("--format=json");
        try {
            return new JsonMapper()
                    .readTree(hearth.hearth(argv.toArray(String[]::new)).succeeded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
