package dev.hearth.generations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.engine.ContainerId;
import dev.hearth.engine.ContainerRequests;
import dev.hearth.engine.ContainerState;
import dev.hearth.engine.FakeContainerEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageDatabasesTest {
    private final FakeContainerEngine engine =
            new FakeContainerEngine().with(ContainerRequests.plain("box", "box:1"), ContainerState.RUNNING);
    private final ContainerId id = engine.container("box").id();

    @Test
    void readsWhatDpkgHasInstalled() {
        write("/var/lib/dpkg/status", """
                Package: tar
                Status: install ok installed
                Architecture: amd64
                Version: 1.34+dfsg-1.2
                Description: GNU version of the tar archiving utility
                 Package: a word in a description

                Package: gone
                Status: deinstall ok config-files
                Version: 1

                Package: libc6
                Status: hold ok installed
                Architecture: amd64
                Version: 2.36-9

                Package: libc6
                Status: install ok installed
                Architecture: i386
                Version: 2.36-8
                """);

        assertThat(packages(false))
                .containsExactly(Map.entry("libc6", "2.36-9,2.36-8"), Map.entry("tar", "1.34+dfsg-1.2"));
    }

    @Test
    void readsWhatApkHasInstalled() {
        write("/lib/apk/db/installed", "C:Q1x=\nP:musl\nV:1.2.5-r0\nF:lib\n\nP:busybox\nV:1.36.1-r29\n");

        assertThat(packages(false)).containsExactly(Map.entry("busybox", "1.36.1-r29"), Map.entry("musl", "1.2.5-r0"));
    }

    @Test
    void readsWhatPacmanHasInstalled() {
        write("/var/lib/pacman/local/ALPM_DB_VERSION", "9\n");
        write("/var/lib/pacman/local/gcc-libs-14.2.1+r134-1/desc", "");
        write("/var/lib/pacman/local/gcc-libs-14.2.1+r134-1/files", "");

        // The archive of a directory begins with its own name.
        assertThat(PacmanLocal.versions(List.of("local/", "local/gcc-libs-14.2.1+r134-1/desc")))
                .containsExactly(Map.entry("gcc-libs", "14.2.1+r134-1"));
    }

    @Test
    void asksRpmInAContainerThatRuns() {
        engine.withProgram("rpm", (_, _, line) -> {
            line.accept("bash 5.2.32-1.fc41");
            line.accept("gpg-pubkey 1-1");
            line.accept("gpg-pubkey 2-1");
            return 0;
        });

        assertThat(packages(true))
                .containsExactly(Map.entry("bash", "5.2.32-1.fc41"), Map.entry("gpg-pubkey", "1-1,2-1"));
        assertThat(new PackageDatabases(engine).read(id, false)).isEmpty();
    }

    @Test
    void cannotTellWithoutADatabase() {
        assertThat(new PackageDatabases(engine).read(id, true)).isEmpty();
    }

    @Test
    void comparesLists() {
        var before = new PackageList(Map.of("a", "1", "b", "1", "c", "1"));
        var after = new PackageList(Map.of("b", "2", "c", "1", "d", "1"));

        var changes = before.changesTo(after);

        assertThat(changes)
                .containsExactly(
                        new PackageChange("a", "1", null),
                        new PackageChange("b", "1", "2"),
                        new PackageChange("d", null, "1"));
        assertThat(PackageChange.count(changes)).isEqualTo(new ChangeCount(1, 1, 1));
    }

    @Test
    void travelsInALabel() {
        var list = new PackageList(Map.of("bash", "5.2-1", "zlib", "1:1.2"));

        assertThat(list.encoded()).matches("[A-Za-z0-9_-]+");
        assertThat(PackageList.decoded(list.encoded())).contains(list);
        assertThat(PackageList.decoded("")).isEmpty();
        assertThat(PackageList.decoded("no list")).isEmpty();
    }

    private void write(String path, String text) {
        engine.container("box").content().write(path, text);
    }

    private Map<String, String> packages(boolean running) {
        return new PackageDatabases(engine).read(id, running).orElseThrow().versions();
    }
}
