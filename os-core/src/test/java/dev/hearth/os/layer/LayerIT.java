package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lays packages onto a real Debian with its own apt and dpkg. */
@Timeout(240)
class LayerIT {
    private static final SandboxLimits NARROW = new SandboxLimits(200, Duration.ofSeconds(6), Duration.ofMinutes(2));
    private static Path directory;
    private static DebRepository repository;
    private static OstreeBase base;

    private final List<LayerEvent> events = new ArrayList<>();
    private Path tree;

    @BeforeAll
    static void makeTheBaseAndItsSource() throws IOException {
        Needed.root();
        Needed.programs("bwrap", "ostree", "setpriv", "dpkg-deb", "dpkg-scanpackages", "gpg");
        directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-layer-");
        repository = DebRepository.open(directory);
        var old = Files.createDirectory(directory.resolve("old"));
        var packages = Stream.of(
                        DebFile.of("it-base", "1.0").with("Provides", "it-virtual"),
                        DebFile.of("it-user", "1.0").with("Depends", "it-base"),
                        DebFile.of("it-spare", "1.0"),
                        kernel("6.1.0-test"))
                .map(each -> each.build(old))
                .toList();
        base = OstreeBase.commit(directory, Debian.archive(), packages, tree -> {
            repository.configure(tree);
            tool(tree.resolve("usr/bin/dracut"));
        });
        repository.add(
                DebFile.of("it-base", "1.1"),
                DebFile.of("it-tool", "1.0")
                        .with("Depends", "it-library")
                        .file("usr/bin/it-tool", "#!/bin/sh\necho works\n")
                        .file("opt/it/data", "data")
                        .file("var/lib/it-tool/state", "state")
                        .file("etc/it-tool.conf", "setting")
                        .script("postinst", """
                                groupadd --system it-group
                                useradd --system --gid it-group --comment 'It, the "tool"' --home-dir /var/lib/it-tool it-user
                                chown it-user:it-group /var/lib/it-tool
                                ln -sfn /opt/it /usr/lib/it-link
                                mkdir -p /var/log/it
                                echo line >/var/log/it/log"""),
                DebFile.of("it-library", "2.0").file("usr/lib/it-library.so", "code"),
                DebFile.of("it-needs-new-base", "1.0").with("Depends", "it-base (>= 1.1)"),
                DebFile.of("it-broken", "1.0").script("postinst", "exit 3"),
                DebFile.of("it-unmet", "1.0").with("Depends", "it-nowhere"),
                DebFile.of("it-other", "1.0"),
                DebFile.of("it-rm", "1.0").script("postinst", "rm -rf --no-preserve-root / || true"),
                DebFile.of("it-thief", "1.0").script("postinst", "rm -r /usr/bin/find"),
                DebFile.of("it-bomb", "1.0").script("postinst", "b() { b | b & b; }; b"),
                DebFile.of("it-sleeper", "1.0").script("postinst", "sleep 1000"),
                DebFile.of("it-intruder", "1.0").script("postinst", """
                        for file in /proc/sys/kernel/core_pattern /proc/sysrq-trigger; do
                            ! (echo h >"$file") 2>/dev/null
                        done
                        ! mount -t tmpfs none /mnt 2>/dev/null
                        ! mknod /dev/it b 8 0 2>/dev/null
                        [ "$(grep -c : /proc/net/dev)" = 1 ]
                        ! grep -q CapEff:.*ffff /proc/self/status
                        [ ! -e /host ] && mkdir -p /var/lib/evil && mkfifo /usr/lib/it-pipe"""),
                DebFile.of("it-server", "1.0")
                        .file("etc/init.d/it-server", """
                                #!/bin/sh
                                ### BEGIN INIT INFO
                                # Provides: it-server
                                ### END INIT INFO
                                mkdir -p /var/lib/it-started
                                """)
                        .script("postinst", "chmod 0755 /etc/init.d/it-server; invoke-rc.d it-server start"));
        repository.publish();
    }

    @AfterAll
    static void removeAll() throws IOException {
        if (repository != null) {
            repository.close();
        }
        if (directory != null) {
            DirectoryTree.delete(directory);
        }
    }

    @BeforeEach
    void checkOut() {
        base.emptyCache();
        tree = base.checkout();
    }

    @AfterEach
    void theBaseIsWhatItWas() {
        base.requireUntouched();
        assertThat(ItHost.run("cat", "/proc/mounts")).doesNotContain(directory.toString());
    }

    @Test
    void searchesWhatItsSourcesHave() {
        assertThat(search("IT-", "made")).extracting(FoundPackage::name).contains("it-tool", "it-other");
        int requests = repository.requests();

        // The lists are young, so that nothing is fetched again.
        assertThat(search("it-base")).containsExactly(new FoundPackage("it-base", "1.1", "made for a test"));
        // No regular expression; and the second is there, but in no source.
        assertThat(search("it.base")).isEmpty();
        assertThat(search("it-spare")).isEmpty();
        assertThat(search("it-tool", "nothing")).isEmpty();
        assertThat(repository.requests()).isEqualTo(requests);
    }

    private List<FoundPackage> search(String... words) {
        return base.search().find(tree, base.work(), Sources.ofTree(), List.of(words));
    }

    @Test
    void laysAPackageAndWhatItNeedsOntoATree() throws IOException {
        var before = verify(base.copy("base"));

        var layered = apply(LayerRequest.of(named("it-tool")));

        assertThat(layered)
                .isEqualTo(new Layered(
                        List.of(deb("it-library", "2.0"), deb("it-tool", "1.0")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false));
        assertThat(tree.resolve("var")).isEmptyDirectory();
        assertThat(tree.resolve("etc")).doesNotExist();
        var result = base.committed(tree);
        assertThat(result.resolve("usr/etc/it-tool.conf")).hasContent("setting");
        assertThat(result.resolve("usr/lib/opt/it/data")).hasContent("data");
        assertThat(result.resolve("usr/share/factory/var/lib/it-tool/state")).hasContent("state");
        assertThat(Files.readSymbolicLink(result.resolve("usr/lib/it-link"))).hasToString("/opt/it");
        var uid = ItHost.run("sed", "-n", "s/^it-user:x:\\([0-9]*\\):.*/\\1/p", result + "/usr/etc/passwd")
                .strip();
        var gid = ItHost.run("sed", "-n", "s/^it-group:x:\\([0-9]*\\):.*/\\1/p", result + "/usr/etc/group")
                .strip();
        assertThat(result.resolve("usr/lib/tmpfiles.d/hearth-layer.conf")).hasContent("""
                d /var/lib/it-tool 0755 %s %s -
                C /var/lib/it-tool/state 0644 0 0 -
                d /var/log/it 0755 0 0 -
                L /var/opt/it - - - - ../../usr/lib/opt/it
                """.formatted(uid, gid));
        assertThat(result.resolve("usr/lib/sysusers.d/hearth-layer.conf")).hasContent("""
                g it-group %s -
                u it-user %s:%s "It, the \\"tool\\"" /var/lib/it-tool /bin/sh
                """.formatted(gid, uid, gid));
        assertThat(result.resolve("usr/sbin/policy-rc.d")).doesNotExist();
        assertThat(ItHost.run(
                        "getfattr",
                        "--no-dereference",
                        "--physical",
                        "--recursive",
                        "--dump",
                        "--match=-",
                        result + "/usr",
                        result + "/bin"))
                .doesNotContain("overlay");
        assertThat(verify(base.copy("layered"))).isEqualTo(before);
    }

    @Test
    void worksWithoutNetworkOnceThePackagesWereFetched() {
        apply(LayerRequest.of(named("it-tool")));
        int requests = repository.requests();
        tree = base.checkout();

        var layered = apply(LayerRequest.of(named("it-tool"), named("it-other")).fromCache());

        assertThat(layered.added()).containsExactly(deb("it-library", "2.0"), deb("it-tool", "1.0"));
        assertThat(layered.setAside())
                .containsExactly(
                        new SetAside(named("it-other"), "It was not fetched before, and nothing is to be fetched now"));
        assertThat(repository.requests()).isEqualTo(requests);
    }

    @Test
    void saysWhatItWouldDoAndDoesNothing() {
        var resolution = base.layering(SandboxLimits.GENEROUS)
                .resolve(
                        tree,
                        base.work(),
                        Sources.ofTree(),
                        LayerRequest.of(named("it-sleeper"), named("it-base"), removal("it-spare")),
                        events::add);

        assertThat(resolution.changes())
                .isEqualTo(new PackageDiff(
                        List.of(deb("it-sleeper", "1.0")), List.of(deb("it-spare", "1.0")), List.of(), List.of()));
        assertThat(resolution.downloadBytes()).isPositive();
        assertThat(resolution.inactive())
                .containsExactly(new Inactive(named("it-base"), "the base has it-base-1.0.all"));
        assertThat(tree.resolve("usr/etc/passwd")).exists();
        assertThat(tree.resolve("usr/share/it-spare")).exists();
        assertThat(base.work()).isEmptyDirectory();
    }

    @Test
    void takesPackagesFromTheMachinesOwnSourcesAndKeepsThemOutOfTheTree() throws IOException {
        var etc = Files.createDirectories(directory.resolve("machine"));
        DirectoryTree.clear(etc);
        try (var other = DebRepository.open(Files.createTempDirectory(directory, "other-"))) {
            other.add(DebFile.of("it-of-the-machine", "1.0"));
            other.publish();
            Files.createDirectories(etc.resolve("apt/keyrings"));
            Files.createDirectories(etc.resolve("apt/sources.list.d"));
            other.configureApt(etc.resolve("apt"));

            var layered = base.layering(SandboxLimits.GENEROUS)
                    .apply(
                            tree,
                            base.work(),
                            Sources.in(etc),
                            LayerRequest.of(named("it-of-the-machine"), named("it-tool")),
                            events::add);

            assertThat(layered.added()).containsExactly(deb("it-of-the-machine", "1.0"));
            assertThat(layered.setAside()).extracting(SetAside::item).containsExactly(named("it-tool"));
        }
        assertThat(tree.resolve("usr/etc/apt/sources.list.d/it.list")).content().contains(repository.address());
    }

    @Test
    void leavesAloneWhatTheBaseHas() {
        var layered = apply(LayerRequest.of(named("it-base"), named("it-virtual"), removal("it-nowhere")));

        assertThat(layered.inactive())
                .containsExactly(
                        new Inactive(named("it-base"), "the base has it-base-1.0.all"),
                        new Inactive(named("it-virtual"), "the base has it-base-1.0.all"),
                        new Inactive(removal("it-nowhere"), "the base has no package of this name"));
        assertThat(layered.added()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void removesAPackageOfTheBase() {
        var layered = apply(LayerRequest.of(removal("it-spare")));

        assertThat(layered.removed()).containsExactly(deb("it-spare", "1.0"));
        assertThat(base.committed(tree).resolve("usr/share/it-spare")).doesNotExist();
    }

    @Test
    void doesNotRemoveWhatThatWouldTakeAlong() {
        assertThatThrownBy(() -> apply(LayerRequest.of(removal("it-base")).refusingAsAWhole()))
                .isInstanceOf(BaseWouldChange.class)
                .hasMessage("'it-base' cannot be layered: It would change the base: remove it-user");
    }

    @Test
    void replacesAPackageOfTheBaseWithAnOlderOneFromAFile() {
        var file = DebFile.of("it-base", "0.9").build(directory.resolve("old"));

        var layered = apply(LayerRequest.of(new LayerItem.Replacement(file)));

        assertThat(layered.replaced()).containsExactly(new VersionChange(deb("it-base", "1.0"), deb("it-base", "0.9")));
        assertThat(base.committed(tree).resolve("usr/share/it-base/version")).hasContent("0.9");
    }

    @Test
    void laysAPackageFromAFileWithWhatItNeedsFromTheSource() {
        var file = DebFile.of("it-local", "1.0").with("Depends", "it-library").build(directory.resolve("old"));

        var layered = apply(LayerRequest.of(new LayerItem.Local(file)));

        assertThat(layered.added()).containsExactly(deb("it-library", "2.0"), deb("it-local", "1.0"));
    }

    @Test
    void keepsTheBaseUnlessToldOtherwise() {
        var item = named("it-needs-new-base");
        assertThatThrownBy(() -> apply(LayerRequest.of(item).refusingAsAWhole()))
                .isInstanceOf(BaseWouldChange.class)
                .hasMessage("'it-needs-new-base' cannot be layered:"
                        + " It would change the base: replace it-base (1.0 to 1.1)");
        tree = base.checkout();

        var layered = apply(LayerRequest.of(item).changingTheBase());

        assertThat(layered.upgraded()).containsExactly(new VersionChange(deb("it-base", "1.0"), deb("it-base", "1.1")));
        assertThat(layered.added()).containsExactly(deb("it-needs-new-base", "1.0"));
    }

    @Test
    void setsAsideWhatFailsAndTellsWhy() {
        var layered = apply(LayerRequest.of(
                named("it-missing"), named("it-tool"), named("it-broken"), named("it-other"), named("it-unmet")));

        assertThat(layered.added())
                .containsExactly(deb("it-library", "2.0"), deb("it-other", "1.0"), deb("it-tool", "1.0"));
        assertThat(layered.setAside())
                .extracting(SetAside::item, SetAside::reason)
                .containsExactlyInAnyOrder(
                        tuple(named("it-missing"), "Unable to locate package it-missing"),
                        tuple(named("it-unmet"), "it-unmet : Depends: it-nowhere but it is not installable"),
                        tuple(
                                named("it-broken"),
                                "installed it-broken package post-installation script subprocess"
                                        + " returned error exit status 3"));
    }

    @Test
    void refusesAllWhenToldSo() {
        assertThatThrownBy(() -> apply(
                        LayerRequest.of(named("it-other"), named("it-broken")).refusingAsAWhole()))
                .isInstanceOf(LayerFailed.class)
                .hasMessage("'it-broken' cannot be layered: installed it-broken package post-installation script"
                        + " subprocess returned error exit status 3");
    }

    @Test
    void survivesAScriptThatRemovesEverything() {
        var layered = apply(LayerRequest.of(named("it-rm"), named("it-other")));

        assertThat(layered.added()).containsExactly(deb("it-other", "1.0"));
        assertThat(layered.setAside()).extracting(SetAside::item).containsExactly(named("it-rm"));
    }

    @Test
    void noticesWhenAScriptRemovesAFileOfTheBase() {
        var layered = apply(LayerRequest.of(named("it-thief")));

        assertThat(layered.setAside())
                .containsExactly(new SetAside(
                        named("it-thief"),
                        "A script removed what belongs to packages of the base, '/usr/bin/find' among it"));
        assertThat(layered.added()).isEmpty();
        assertThat(tree.resolve("usr/bin/find")).exists();
    }

    @Test
    void survivesAForkBomb() {
        requireSetAsideWithin(NARROW, named("it-bomb"));
    }

    @Test
    void endsAScriptThatDoesNotEnd() {
        assertThat(requireSetAsideWithin(NARROW, named("it-sleeper"))).isEqualTo("Its scripts did not end within 6 s");
    }

    @Test
    void keepsScriptsFromTheHost() throws IOException {
        var pattern = Files.readString(Path.of("/proc/sys/kernel/core_pattern"));

        var layered = apply(LayerRequest.of(named("it-intruder"), named("it-server")));

        assertThat(layered.setAside()).isEmpty();
        assertThat(layered.added()).containsExactly(deb("it-intruder", "1.0"), deb("it-server", "1.0"));
        assertThat(Path.of("/proc/sys/kernel/core_pattern")).hasContent(pattern.strip());
        assertThat(Files.exists(tree.resolve("usr/lib/it-pipe"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void refusesAFileThatIsNoPackage() throws IOException {
        var file = Files.writeString(directory.resolve("no.deb"), "no package");

        assertThatThrownBy(
                        () -> apply(LayerRequest.of(new LayerItem.Local(file)).refusingAsAWhole()))
                .hasMessage("'" + file + "' cannot be layered: It is no package that this base can install");
    }

    @Test
    void takesAnotherKernelInPlaceOfTheBases() {
        var file = kernel("6.1.0-other").build(directory.resolve("old"));

        var layered = apply(LayerRequest.of(new LayerItem.Local(file), removal("it-kernel-6.1.0-test")));

        assertThat(layered.kernelChanged()).isTrue();
        var modules = base.committed(tree).resolve("usr/lib/modules");
        assertThat(modules.toFile().list()).containsExactly("6.1.0-other");
        assertThat(modules.resolve("6.1.0-other/vmlinuz")).hasContent("kernel 6.1.0-other");
        assertThat(modules.resolve("6.1.0-other/initramfs.img")).hasContent("made for 6.1.0-other");
    }

    @Test
    void refusesASecondKernel() {
        var file = kernel("6.1.0-other").build(directory.resolve("old"));

        assertThatThrownBy(
                        () -> apply(LayerRequest.of(new LayerItem.Local(file)).refusingAsAWhole()))
                .hasMessageEndingWith("a deployment starts with one: 6.1.0-other, 6.1.0-test");
    }

    private String requireSetAsideWithin(SandboxLimits limits, LayerItem item) {
        var layered =
                base.layering(limits).apply(tree, base.work(), Sources.ofTree(), LayerRequest.of(item), events::add);

        assertThat(layered.setAside()).extracting(SetAside::item).containsExactly(item);
        assertThat(tree.resolve("usr/bin/find")).exists();
        return layered.setAside().getFirst().reason();
    }

    private Layered apply(LayerRequest request) {
        return base.apply(tree, request, events::add);
    }

    /** {@return what dpkg finds wrong in a tree, but for what only a running system has} */
    private static String verify(Path tree) {
        return ItHost.run("sh", "-c", """
                mv "$1/usr/etc" "$1/etc" && mkdir -p "$1/var/lib" &&
                    ln -s ../../usr/lib/sysimage/dpkg "$1/var/lib/dpkg"
                chroot "$1" dpkg --verify | grep -v -e ' /var/' -e ' /boot/' -e ' /opt/' || true
                """, "sh", tree.toString());
    }

    private static DebFile kernel(String release) {
        return DebFile.of("it-kernel-" + release, "1.0")
                .file("boot/vmlinuz-" + release, "kernel " + release)
                .file("usr/lib/modules/" + release + "/kernel/it.ko", "module");
    }

    /** Stands for dracut, which needs a minute and a hundred packages. */
    private static void tool(Path file) throws IOException {
        Files.writeString(file, """
                #!/bin/sh
                while [ $# -gt 1 ]; do
                    [ "$1" != --kver ] || kernel=$2
                    shift
                done
                echo "made for $kernel" >"$1"
                """);
        ItHost.run("chmod", "0755", file.toString());
    }

    private static LayerItem named(String name) {
        return new LayerItem.Named(name);
    }

    private static LayerItem removal(String name) {
        return new LayerItem.Removal(name);
    }

    private static InstalledPackage deb(String name, String version) {
        return new InstalledPackage(name, version, "all");
    }
}
