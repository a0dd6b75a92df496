package dev.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.NotOffered;
import dev.hearth.os.packages.InstalledPackages;
import dev.hearth.os.packages.VersionOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between deployments, and who made it so. */
class OsDifferencesTest extends OsFixture {
    @Test
    void comparesTwoDeployments() throws IOException {
        base.with(NEW.withKernelArguments(List.of("quiet")), "booted")
                .with(OLD.withKernelArguments(List.of("debug")), "rollback")
                .holding("a", packages("2-1", "9.0-1"))
                .holding("b", packages("2-1", "9.1-1"));
        Files.writeString(directory.resolve("deployments/b/usr/tool"), "new");

        golden("os-diff/default", hearth.run("os", "diff"));
        golden("os-diff/files", hearth.run("os", "diff", "0", "1", "--files"));
        golden("os-diff/json", hearth.run("os", "diff", "--format=json"));
    }

    private static InstalledPackages packages(String bash, String vim) {
        return new InstalledPackages(VersionOrder.RPM, List.of(item("bash", bash), item("vim", vim)));
    }

    @Test
    void keepsWhoDidWhatAndWhy() {
        base.with(OLD, "booted");
        golden("os-history/none", hearth.run("os", "history"));

        hearth.withVariable("SUDO_USER", "ada").run("os", "upgrade", "--yes", "--reason=a hole");
        base.failing(new NotOffered("bootc", "layer packages", null));
        hearth.run("os", "install", "htop", "--yes");

        golden("os-history/two", hearth.run("os", "history"));
        golden("os-history/two-json", hearth.run("os", "history", "--format=json"));
        assertThat(hearth.run("os", "history", "--limit=1").out())
                .contains("htop")
                .doesNotContain("a hole");
        assertThat(hearth.root().resolve("var/lib/hearth/os/history.jsonl")).isRegularFile();
    }

    @Test
    void keepsTheHistoryOfASysrootInIt() {
        base.with(OLD, "booted");

        hearth.run("os", "upgrade", "--yes", "--sysroot=disk");

        assertThat(hearth.work().resolve("disk/ostree/hearth/history.jsonl")).isRegularFile();
        assertThat(hearth.root().resolve("var/lib/hearth/os")).doesNotExist();
    }
}
