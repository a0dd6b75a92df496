package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.OsEngine.FoundPackage;
import dev.hearth.os.Recording;
import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageDiff;
import dev.hearth.os.packages.VersionChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseReportTest {
    private static InstalledPackage x86(String name, String version) {
        return new InstalledPackage(name, version, "x86_64");
    }

    @Test
    void readsDifferencesAndSkipsKindsOfALaterVersion() {
        assertThat(DatabaseReport.difference(Recording.text("rpmostree/scripted/db-diff.json")))
                .isEqualTo(new PackageDiff(
                        List.of(new InstalledPackage("new", "2-1", "noarch")),
                        List.of(new InstalledPackage("old", "1-1", "noarch")),
                        List.of(
                                new VersionChange(x86("bash", "5.0.17-2.fc33"), x86("bash", "5.1.0-2.fc33")),
                                new VersionChange(x86("zlib", "1.2.11-23.fc33"), x86("zlib", "1.2.11-24.fc33"))),
                        List.of(new VersionChange(x86("vim", "2:8.2.2-1.fc33"), x86("vim", "2:8.2.1-1.fc33")))));
    }

    @Test
    void readsTheListOfPackages() {
        assertThat(DatabaseReport.packages(Recording.text("rpmostree/scripted/db-list.txt")))
                .containsExactly(
                        x86("ModemManager", "1.14.10-1.fc33"),
                        x86("bash", "5.0.17-2.fc33"),
                        x86("podman", "2:2.2.1-1.fc33"),
                        new InstalledPackage("gpg-pubkey", "", ""));
    }

    @Test
    void readsWhatASearchFoundOnce() {
        assertThat(DatabaseReport.found(Recording.text("rpmostree/scripted/search.txt")))
                .containsExactly(
                        new FoundPackage("fish", "", "Friendly interactive shell"),
                        new FoundPackage("fish-devel", "", "Headers : and more"),
                        new FoundPackage("zsh", "", "Powerful interactive shell"));
        assertThat(DatabaseReport.found("No matches found.\n")).isEmpty();
    }
}
