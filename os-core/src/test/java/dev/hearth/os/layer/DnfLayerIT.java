package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.VersionChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lays packages onto a real tree that has dnf and rpm, and neither apt nor dpkg. */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class DnfLayerIT {
    private static Path directory;
    private static RpmRepository repository;
    private static OstreeBase base;

    private final List<LayerEvent> events = new ArrayList<>();
    private Path tree;

    @BeforeAll
    static void makeTheBaseAndItsSource() throws IOException {
        Needed.root();
        Needed.programs("bwrap", "ostree", "setpriv");
        var archive = RpmSystem.directory().resolve("root.tar");
        directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-layer-");
        repository = RpmRepository.open(directory);
        repository.add(
                RpmFile.of("it-base", "1.1").tag("Provides: /bin/sh"),
                // The distribution has no package that owns the link.
                RpmFile.of("it-base", "1.0").tag("Provides: /bin/sh"),
                RpmFile.of("it-library", "2.0"),
                RpmFile.of("it-tool", "1.0")
                        .tag("Requires: it-library")
                        .script("%pretrans -p <lua>\nprint('before')")
                        .script("%pre\ngroupadd --system it-group")
                        .script("%post\necho done >/usr/lib/it-done"),
                RpmFile.of("it-needs-new-base", "1.0").tag("Requires: it-base >= 1.1"),
                RpmFile.of("it-broken", "1.0").script("%pre\nexit 3"),
                RpmFile.of("it-sloppy", "1.0").script("%post\nexit 3"),
                RpmFile.of("it-unmet", "1.0").tag("Requires: it-nowhere"),
                RpmFile.of("it-thief", "1.0").script("%post\nrm /usr/bin/find"));
        repository.publish();
        base = OstreeBase.commit(directory, archive, List.of(), repository::configure);
        var made = base.checkout();
        base.apply(made, LayerRequest.of(named("it-base-1.0")), _ -> {});
        base.becomes(made);
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
    }

    @Test
    void searchesWhatItsSourcesHave() {
        assertThat(search("IT-", "made")).extracting(FoundPackage::name).contains("it-tool", "it-library");
        assertThat(search("it-base")).containsExactly(new FoundPackage("it-base", "1.1-1", "made for a test"));
        assertThat(search("it.base")).isEmpty();
    }

    private List<FoundPackage> search(String... words) {
        return base.search().find(tree, base.work(), Sources.ofTree(), List.of(words));
    }

    @Test
    void findsANewerFileBehindHttps() throws IOException {
        var files = Files.createDirectory(directory.resolve("site"));
        RpmFile.of("it-agent", "1.2").build(files);
        ItHost.run("createrepo_c", "--quiet", files.toString());
        try (var site = HttpsSite.open(directory, files)) {
            var file = site.address() + "/it-agent-1.2.rpm";

            assertThat(newer("it-agent", "1.0", site.address(), site.network())).isEqualTo("it-agent 1.2");
            assertThat(newer("it-agent", "1.3", site.address(), site.network())).isEmpty();
            assertThat(newer("it-agent", "1.0", file, site.network())).isEqualTo("it-agent 1.2");
            assertThat(events).hasOnlyElementsOfType(LayerEvent.LookingForNewer.class);
            assertThat(newer("it-other", "1.0", site.address(), site.network())).isEmpty();
            assertThat(events).last().isInstanceOf(LayerEvent.StaysAsItIs.class);
        }
    }

    @Test
    void takesNoNewerFileThatNobodyVouchesFor() throws IOException {
        assertThat(newer("it-tool", "0.9", repository.address(), Network.direct()))
                .isEmpty();
        assertThat(events).last().isInstanceOf(LayerEvent.StaysAsItIs.class);
    }

    /** {@return name and version of what is found; nothing where nothing is newer} */
    private String newer(String name, String version, String place, Network network) throws IOException {
        var old = Files.createDirectories(directory.resolve("old"));
        var file = new LayerItem.Local(RpmFile.of(name, version).build(old), name);
        return base
                .newer(network)
                .find(tree, base.work(), Sources.ofTree(), Map.of(file, UpdateSource.parse(place)), events::add)
                .values()
                .stream()
                .map(found -> ItHost.run(
                        "rpm", "--query", "--package", "--queryformat", "%{NAME} %{VERSION}", found.toString()))
                .findFirst()
                .orElse("");
    }

    @Test
    void laysAPackageAndWhatItNeedsOntoATree() throws IOException {
        var before = verify(base.copy("base"));

        var layered = apply(LayerRequest.of(named("it-tool"), named("it-base")));

        assertThat(layered)
                .isEqualTo(new Layered(
                        List.of(rpm("it-library", "2.0-1"), rpm("it-tool", "1.0-1")),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Inactive(named("it-base"), "the base has it-base-1.0-1.noarch")),
                        List.of(),
                        false));
        assertThat(events.stream().filter(LayerEvent.SourceFailed.class::isInstance))
                .hasSize(1);
        assertThat(tree.resolve("var")).isEmptyDirectory();
        var result = base.committed(tree);
        assertThat(result.resolve("usr/lib/it-done")).hasContent("done");
        assertThat(result.resolve("usr/lib/opt/it-tool/version")).hasContent("1.0");
        assertThat(result.resolve("usr/lib/tmpfiles.d/hearth-layer.conf"))
                .content()
                .contains("d /var/lib/it-tool 0755 0 0 -\n", "L /var/opt/it-tool - - - - ../../usr/lib/opt/it-tool\n");
        assertThat(result.resolve("usr/lib/sysusers.d/hearth-layer.conf"))
                .content()
                .startsWith("g it-group ");
        assertThat(verify(base.copy("layered"))).isEqualTo(before);
    }

    @Test
    void seesWhatASourceOffersSinceTheLastTime() {
        repository.add(RpmFile.of("it-young", "1.0"));
        repository.publish();
        apply(LayerRequest.of(named("it-young")));
        repository.add(RpmFile.of("it-young", "1.1"));
        repository.publish();
        tree = base.checkout();

        var layered = apply(LayerRequest.of(named("it-young")));

        assertThat(layered.added()).containsExactly(rpm("it-young", "1.1-1"));
    }

    @Test
    void worksWithoutNetworkOnceThePackagesWereFetched() {
        apply(LayerRequest.of(named("it-tool")));
        tree = base.checkout();

        var layered =
                apply(LayerRequest.of(named("it-tool"), named("it-sloppy")).fromCache());

        assertThat(layered.added()).containsExactly(rpm("it-library", "2.0-1"), rpm("it-tool", "1.0-1"));
        assertThat(layered.setAside()).extracting(SetAside::item).containsExactly(named("it-sloppy"));
    }

    @Test
    void setsAsideWhatFailsAndTellsWhy() {
        var layered = apply(LayerRequest.of(
                named("it-missing"),
                named("it-broken"),
                named("it-sloppy"),
                named("it-unmet"),
                named("it-thief"),
                named("it-needs-new-base"),
                named("it-library")));

        assertThat(layered.added()).containsExactly(rpm("it-library", "2.0-1"));
        assertThat(layered.setAside())
                .extracting(SetAside::item, each -> each.reason().replaceAll(" +", " "))
                .containsExactlyInAnyOrder(
                        tuple(named("it-missing"), "No source has a package it-missing"),
                        tuple(named("it-broken"), "Error in PREIN scriptlet in rpm package it-broken"),
                        tuple(named("it-sloppy"), "Error in POSTIN scriptlet in rpm package it-sloppy"),
                        tuple(named("it-unmet"), "nothing provides it-nowhere needed by it-unmet-1.0-1.noarch"),
                        tuple(
                                named("it-thief"),
                                "A script removed what belongs to packages of the base, '/usr/bin/find' among it"),
                        tuple(
                                named("it-needs-new-base"),
                                "It would change the base: replace it-base (1.0-1 to 1.1-1)"));
    }

    @Test
    void replacesAndRemovesPackagesOfTheBase() {
        var older = RpmFile.of("it-base", "0.9").build(directory);

        var replaced = apply(LayerRequest.of(new LayerItem.Replacement(older)));
        tree = base.checkout();
        var removed = apply(LayerRequest.of(new LayerItem.Removal("it-base")));

        assertThat(replaced.replaced())
                .containsExactly(new VersionChange(rpm("it-base", "1.0-1"), rpm("it-base", "0.9-1")));
        assertThat(removed.removed()).containsExactly(rpm("it-base", "1.0-1"));
        assertThat(tree.resolve("usr/share/it-base")).doesNotExist();
    }

    @Test
    void refusesPackagesWithoutTheSignatureThatTheSourcePromises() throws IOException {
        var file = tree.resolve("usr/etc/yum.repos.d/it.repo");
        var text = Files.readString(file).replace("gpgcheck=0", "gpgcheck=1");
        Files.delete(file);
        Files.writeString(file, text);

        var layered = apply(LayerRequest.of(named("it-library")));

        assertThat(layered.added()).isEmpty();
        assertThat(layered.setAside().getFirst().reason()).contains("not signed");
    }

    private Layered apply(LayerRequest request) {
        return base.apply(tree, request, events::add);
    }

    private static String verify(Path tree) {
        return ItHost.run("sh", "-c", """
                mv "$1/usr/etc" "$1/etc" && chroot "$1" rpm --verify --all --nomtime | grep -v -e ' /var/' -e ' /opt/' -e ' c /etc/' || true
                mv "$1/etc" "$1/usr/etc"
                """, "sh", tree.toString());
    }

    private static LayerItem named(String name) {
        return new LayerItem.Named(name);
    }

    private static InstalledPackage rpm(String name, String version) {
        return new InstalledPackage(name, version, "noarch");
    }
}
