package dev.hearth.cli.e2e;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds of a package for all users of a machine: {@code ./verify --packages}. */
@Timeout(value = 10, unit = MINUTES)
abstract class PackageContract {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin/java");
    private static final String CACHE = "/usr/lib/hearth/lib/hearth.aot";
    private static final String SOCKET = "/home/engine.sock";
    private static final List<String> LIST = List.of("--engine", "unix://" + SOCKET, "list");
    /** Says what each page of help begins with, and what Java says for those words. */
    private static final String EACH_HELP = """
            for text in /usr/lib/hearth/lib/texts/hearth*; do
                read -r _ words <"$text"
                words=${words%% [[A-Z]*}
                HEARTH_SLOW=1 $words --help </dev/null | cmp - "$text" || echo "differs: $words"
            done
            """;

    @TempDir
    Path directory;

    private CleanRoot root;
    private Process engine;

    /** Installs the package, or exchanges an older one for it. */
    abstract void install(CleanRoot into, Path file);

    /** Removes it with all that it has. */
    abstract void remove(CleanRoot from);

    abstract Path built();

    /** {@return one that is older} */
    abstract Path older() throws IOException;

    /** {@return where zsh looks for completions of packages} */
    abstract String zshCompletion();

    @BeforeEach
    void makeRoot() {
        root = CleanRoot.make();
        var argv = List.of(
                JAVA.toString(),
                "-cp",
                Path.of("target/hearth/lib/cache").toAbsolutePath().toString(),
                "CannedEngine",
                root.path(SOCKET).toString(),
                "0");
        engine = new Programs(Map.of()).start(directory, directory.resolve("engine.log"), argv);
    }

    @AfterEach
    void clearUp() {
        Programs.end(engine);
        root.close();
    }

    @Test
    void hasAllCommandsWithoutJava() {
        install(root, built());

        assertThat(root.run("sh", "-c", "command -v java").status()).isNotZero();
        assertThat(root.run("hearth", "--version").succeeded()).startsWith("hearth ");
        assertThat(hearth("hearth", LIST).succeeded()).contains("dev");
        assertThat(root.run("sh", "-c", EACH_HELP).succeeded()).isEmpty();
        startsFromItsCache("/usr/lib/hearth");
    }

    @Test
    void hasItsFilesWhereTheyAreLookedFor() {
        install(root, built());

        assertThat(root.path("/usr/share/man/man1/hearth-os-status.1.gz")).isNotEmptyFile();
        assertThat(root.path("/usr/share/doc/hearth/THIRD-PARTY.txt")).content().contains("docker-java-core");
        assertThat(root.path("/usr/share/doc/hearth/hearth.cdx.json"))
                .content()
                .contains("CycloneDX", "pkg:generic/openjdk@25");
        assertThat(root.path("/usr/share/doc/hearth/licences/bouncycastle/LICENSE"))
                .content()
                .contains("Permission is hereby granted");
        assertThat(root.path("/usr/lib/hearth/lib/runtime/legal/java.base/LICENSE"))
                .exists();
        assertThat(root.path("/usr/lib/systemd/system/hearth-os-auto.timer")).isRegularFile();
        assertThat(root.path("/usr/share/fish/vendor_completions.d/hearth.fish"))
                .isNotEmptyFile();
        assertThat(root.path(zshCompletion())).isNotEmptyFile();
        var bash = ". /usr/share/bash-completion/completions/hearth && complete -p hearth";
        assertThat(root.run("bash", "-c", bash).succeeded()).contains("hearth");
        var odd = "find /usr/lib/hearth /usr/share/doc/hearth ! -user 0 -o ! -group 0 -o -perm /7022 ! -type l";
        assertThat(root.run("sh", "-c", odd).succeeded()).isEmpty();
    }

    @Test
    void startsFromItsCacheElsewhere() {
        install(root, built());

        root.run("mv", "/usr/lib/hearth", "/srv/another place").succeeded();

        assertThat(hearth("/srv/another place/bin/hearth", LIST).succeeded()).contains("dev");
        startsFromItsCache("/srv/another place");
    }

    @Test
    void makesItsCacheAnew() throws Exception {
        install(root, built());
        Files.delete(root.path(CACHE));

        assertThat(root.runAsUser("hearth", "version").succeeded()).startsWith("hearth ");
        assertThat(root.path(CACHE)).doesNotExist();

        assertThat(root.run("hearth", "version")).isEqualTo(root.runAsUser("hearth", "version"));
        for (int tries = 0; !Files.exists(root.path(CACHE)) && tries < 600; tries++) {
            Thread.sleep(100);
        }
        startsFromItsCache("/usr/lib/hearth");
    }

    @Test
    void replacesAnOlderOne() throws IOException {
        install(root, older());
        assertThat(root.run("hearth", "--version").succeeded()).isEqualTo("hearth " + BuiltPackages.OLDER + "\n");
        var before = Files.getLastModifiedTime(root.path(CACHE));

        install(root, built());

        assertThat(root.run("hearth", "--version").succeeded()).doesNotContain(BuiltPackages.OLDER);
        assertThat(root.path("/" + BuiltPackages.GONE)).doesNotExist();
        assertThat(Files.getLastModifiedTime(root.path(CACHE))).isGreaterThan(before);
        startsFromItsCache("/usr/lib/hearth");
    }

    @Test
    void leavesOnlyWhatIsTheUsers() throws IOException {
        var before = root.files();
        install(root, built());
        hearth("hearth", LIST).succeeded();
        // As `hearth os auto` leaves them.
        Files.createDirectories(root.path("/etc/hearth"));
        Files.writeString(root.path("/etc/hearth/auto.yaml"), "policy: stage\n");
        var wants = root.path("/etc/systemd/system/timers.target.wants");
        Files.createDirectories(wants);
        Files.createSymbolicLink(
                wants.resolve("hearth-os-auto.timer"), Path.of("/usr/lib/systemd/system/hearth-os-auto.timer"));

        remove(root);

        var left = new TreeSet<>(root.files());
        left.removeAll(before);
        // Directories of the system's, and that for locks, which a reboot erases.
        left.removeIf(name ->
                name.matches("/etc/systemd/system/timers.target.wants|/usr/share/man/man1|/var/lib/rpm|/run/hearth.*"));
        assertThat(left).isEmpty();
    }

    private Ended hearth(String program, List<String> words) {
        var argv = new ArrayList<>(List.of(program));
        argv.addAll(words);
        return root.run(argv.toArray(String[]::new));
    }

    /** Java itself fails where it cannot take the cache. */
    private void startsFromItsCache(String home) {
        var lib = home + "/lib";
        var ended = root.run(
                lib + "/runtime/bin/java",
                "@" + lib + "/java.options",
                "-XX:AOTCache=" + lib + "/hearth.aot",
                "-XX:AOTMode=on",
                "-cp",
                lib + "/hearth.jar",
                "dev.hearth.cli.Main",
                "version");
        assertThat(ended.succeeded()).startsWith("hearth ");
    }
}
