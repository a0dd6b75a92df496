package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessesScriptTest {
    private static final List<String> PARTS = List.of("processes");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void readsWhoTheParentIsAndWhenAProcessBegan(Shell shell) {
        var line = "read_process $$ && [ \"$h_parent\" = \"$PPID\" ] && [ \"$h_started\" -gt 0 ] && echo $h_state";

        assertThat(shell.with(PARTS, line, Map.of()).out()).isEqualTo("R\n");
    }

    @ParameterizedTest
    @EnumSource
    void readsProcessesWhoseNameLooksLikeNumbers(Shell shell) throws IOException {
        var odd = directory.resolve("x) Z 1 1 (");
        Files.copy(Path.of("/bin/sleep"), odd, StandardCopyOption.COPY_ATTRIBUTES);
        var line =
                "\"$1\" 9 & sleep 0.2; read_process $!; echo $h_state $h_parent; [ $h_parent = $$ ]; echo $?; kill $!";

        assertThat(shell.with(PARTS, line, Map.of(), odd.toString()).out()).matches("S [0-9]+\n0\n");
    }

    @ParameterizedTest
    @EnumSource
    void tellsAProcessFromALaterOneOfTheSameNumber(Shell shell) {
        var line = "read_process $$; began=$h_started; is_process $$ $began; echo $?; is_process $$ 1; echo $?";

        assertThat(shell.with(PARTS, line, Map.of()).out()).isEqualTo("0\n1\n");
    }

    @ParameterizedTest
    @EnumSource
    void findsNoProcessThatIsGone(Shell shell) {
        var finished = shell.with(PARTS, "sleep 0 & wait $!; read_process $!; echo $?", Map.of());

        assertThat(finished.out()).isEqualTo("1\n");
        assertThat(finished.err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void forgetsAfterAnHourThatASessionHasEnded(Shell shell) throws IOException {
        var uptime = Files.readString(Path.of("/proc/uptime"));
        long now = Long.parseLong(uptime.substring(0, uptime.indexOf('.')));
        var ended = Files.createDirectory(directory.resolve("ended"));
        Files.writeString(ended.resolve("recent"), now - 60 + "\n");
        Files.writeString(ended.resolve("hour"), now - 3700 + "\n");
        Files.writeString(ended.resolve("future"), now + 3600 + "\n");

        var finished = shell.with(PARTS, "bury late \"$1\"; bury later \"$1\"", Map.of(), ended.toString());

        assertThat(finished.err()).isEmpty();
        assertThat(ended.toFile().list()).containsExactlyInAnyOrder("recent", "late", "later");
    }

    @ParameterizedTest
    @EnumSource
    void makesTheDirectoryOfEndedSessions(Shell shell) {
        var ended = directory.resolve("run/ended");

        assertThat(shell.with(PARTS, "bury late \"$1\"", Map.of(), ended.toString())
                        .status())
                .isZero();
        assertThat(ended.resolve("late")).content().matches("[0-9]+\n");
    }

    @ParameterizedTest
    @EnumSource
    void believesNoRecordThatIsNotOne(Shell shell) throws IOException {
        Files.writeString(directory.resolve("good"), "12 345\n");
        Files.writeString(directory.resolve("half"), "12\n");
        Files.writeString(directory.resolve("words"), "12 34;reboot\n");
        Files.writeString(directory.resolve("empty"), "");
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("good"));
        var line = "cd \"$1\"; for f in good half words empty link none; do read_record $f && echo $f; done";

        assertThat(shell.with(PARTS, line, Map.of(), directory.toString()).out())
                .isEqualTo("good\n");
    }
}
