package dev.hearth.os.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.elf.ProgramDiff;
import dev.hearth.os.tree.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitCheckTest {
    private static final String OWN = "usr/lib/systemd/system/";
    private static final String LOCAL = "etc/systemd/system/";

    @TempDir
    private Path directory;

    @Test
    void looksAtUnitsThatAreNewOrNotWhatTheyWere() throws IOException {
        for (var root : new String[] {"present", "made"}) {
            file(root, OWN + "same.service", "");
            file(root, OWN + "extended.service", "");
            link(root, LOCAL + "alias.service", "/usr/lib/systemd/system/changed.service");
        }
        file("present", OWN + "changed.service", "old");
        file("made", OWN + "changed.service", "new");
        file("made", OWN + "extended.service.d/it.conf", "new");
        file("made", OWN + "added@.timer", "new");
        file("made", LOCAL + "local.service", "new");
        file("made", LOCAL + "it.conf", "no unit");
        file("made", OWN + "masked.service", "new");
        link("made", LOCAL + "masked.service", "/dev/null");
        file("present", OWN + "gone.service", "old");
        var present = new Root(directory.resolve("present"));
        var made = new Root(directory.resolve("made"));

        var subjects = new UnitCheck().subjects(present, made, new ProgramDiff(present, made));

        assertThat(subjects).containsExactly("added@.timer", "changed.service", "extended.service", "local.service");
    }

    private void file(String root, String path, String content) throws IOException {
        var file = directory.resolve(root).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void link(String root, String path, String target) throws IOException {
        var link = directory.resolve(root).resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of(target));
    }
}
