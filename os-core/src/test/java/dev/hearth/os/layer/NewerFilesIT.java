package dev.hearth.os.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.files.DirectoryTree;
import dev.hearth.core.needed.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks for newer files with the apt of a real Debian. */
@Timeout(240)
class NewerFilesIT {
    private static Path directory;
    private static DebRepository repository;
    private static OstreeBase base;

    private final List<LayerEvent> events = new ArrayList<>();
    private Path tree;

    @BeforeAll
    static void makeTheBaseAndARepository() throws IOException {
        Needed.root();
        Needed.programs("bwrap", "ostree", "setpriv", "dpkg-deb", "dpkg-scanpackages", "gpg");
        directory = Files.createTempDirectory(Path.of("/var/tmp"), "it-hearth-newer-");
        Files.createDirectory(directory.resolve("old"));
        repository = DebRepository.open(directory);
        repository.add(DebFile.of("it-agent", "1.0"), DebFile.of("it-agent", "1.1"));
        repository.publish();
        base = OstreeBase.commit(directory, Debian.archive(), List.of(), repository::configure);
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

    @Test
    void findsANewerFileInARepositoryThatIsSigned() throws IOException {
        var trusted = tree.resolve("usr/etc/apt/trusted.gpg.d");
        var place = repository.address() + "/" + DebRepository.NAME;
        assertThat(newer("it-agent", "1.0", place)).isEmpty();
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        LayerEvent.StaysAsItIs.class,
                        stays -> assertThat(stays.reason()).contains("signed"));

        Files.copy(
                tree.resolve("usr/etc/apt/keyrings/it.gpg"),
                Files.createDirectories(trusted).resolve("it.gpg"));

        events.clear();
        assertThat(newer("it-agent", "1.0", place)).isEqualTo("it-agent 1.1");
        assertThat(newer("it-agent", "1.1", place)).isEmpty();
        assertThat(newer("it-agent", "2.0", place)).isEmpty();
        assertThat(events).hasOnlyElementsOfType(LayerEvent.LookingForNewer.class);
        assertThat(newer("it-nowhere", "1.0", place)).isEmpty();
        assertThat(events).last().isInstanceOf(LayerEvent.StaysAsItIs.class);
        assertThat(newer("it-agent", "1.0", "http://127.0.0.1:9/none")).isEmpty();
        assertThat(events).last().isInstanceOf(LayerEvent.StaysAsItIs.class);
    }

    @Test
    void findsANewerFileBehindHttps() throws IOException {
        var files = directory.resolve("site");
        Files.createDirectories(files.resolve("pool/main"));
        var agent = DebFile.of("it-agent", "1.2").build(files.resolve("pool/main"));
        var packages = files.resolve("dists/stable/main/binary-" + architecture());
        Files.writeString(
                Files.createDirectories(packages).resolve("Packages"),
                ItHost.run("sh", "-c", "cd \"$1\" && dpkg-scanpackages pool", "sh", files.toString()));
        try (var site = HttpsSite.open(directory, files)) {
            var network = site.network();
            var file = site.address() + "/pool/main/" + agent.getFileName();

            assertThat(newer("it-agent", "1.0", site.address() + " stable main", network))
                    .as(events::toString)
                    .isEqualTo("it-agent 1.2");
            assertThat(newer("it-agent", "1.0", file, network)).isEqualTo("it-agent 1.2");
            assertThat(newer("it-agent", "1.3", file, network)).isEmpty();
            assertThat(newer("it-other", "1.0", file, network)).isEmpty();
            assertThat(events)
                    .last()
                    .isEqualTo(new LayerEvent.StaysAsItIs(
                            local("it-other", "1.0"), "There is the package it-agent instead"));
        }
    }

    private static String architecture() {
        return ItHost.run("dpkg", "--print-architecture").strip();
    }

    private String newer(String name, String version, String place) throws IOException {
        return newer(name, version, place, Network.direct());
    }

    /** {@return name and version of what is found; nothing where nothing is newer} */
    private String newer(String name, String version, String place, Network network) throws IOException {
        var file = local(name, version);
        DebFile.of(name, version).build(directory.resolve("old"));
        return base
                .newer(network)
                .find(tree, base.work(), Sources.ofTree(), Map.of(file, UpdateSource.parse(place)), events::add)
                .values()
                .stream()
                .map(found -> ItHost.run("dpkg-deb", "--show", "--showformat=${Package} ${Version}", found.toString()))
                .findFirst()
                .orElse("");
    }

    private static LayerItem.Local local(String name, String version) {
        return new LayerItem.Local(directory.resolve("old/%s_%s_all.deb".formatted(name, version)), name);
    }
}
