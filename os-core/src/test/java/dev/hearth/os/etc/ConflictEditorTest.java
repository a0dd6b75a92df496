package dev.hearth.os.etc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.core.files.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictEditorTest {
    private static final String MARKED = "a\n<<<<<<< local\nb\n=======\nc\n>>>>>>> new default\n";
    private static final Path PATH = Path.of("ssh/sshd_config");

    @TempDir
    Path directory;

    @Test
    void returnsWhatTheEditorMadeOfTheMarkedText() throws IOException {
        var edited =
                edit(MARKED, "sh", "-c", "grep -v '[<>=][<>=][<>=]' \"$1\" >\"$1.new\"; mv \"$1.new\" \"$1\"", "sh");

        assertThat(edited).isEqualTo(new Resolution.Edited("a\nb\nc\n"));
        assertThat(directory.resolve("edit")).isEmptyDirectory();
    }

    @Test
    void refusesATextWithMarkers() {
        assertThatThrownBy(() -> edit(MARKED, "true"))
                .isInstanceOf(MarkersLeft.class)
                .hasMessage("There are conflict markers left in '/etc/ssh/sshd_config'");
    }

    @Test
    void saysThatTheEditorFailed() {
        assertThatThrownBy(() -> edit(MARKED, "false"))
                .isInstanceOf(EditingFailed.class)
                .hasMessage("The editor 'false' ended with status 1");
        assertThatThrownBy(() -> edit(MARKED, "rm"))
                .isInstanceOf(EditingFailed.class)
                .hasMessage("The editor 'rm' removed the file");
    }

    @Test
    void editsOnlyConflictsOfLines() {
        assertThatThrownBy(() -> edit(null, "true"))
                .isInstanceOf(NothingToEdit.class)
                .hasMessage("The conflict about '/etc/ssh/sshd_config' is not one of lines");
    }

    private Resolution.Edited edit(@Nullable String marked, String... editor) throws IOException {
        long self = Integer.toUnsignedLong((Integer) Files.getAttribute(directory, "unix:uid"));
        var conflict = new Decision.Conflict(Decision.Reason.BOTH_CHANGED, new Versions("1", "2", "3"), marked);
        return new ConflictEditor(
                        EtcFixture.PROCESSES, List.of(editor), new PrivateDirectory(directory.resolve("edit"), self))
                .edit(PATH, conflict);
    }
}
