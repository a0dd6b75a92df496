package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Finished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackagesScriptTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasAskedForOnceItIsDone(Shell shell) {
        assertThat(change(shell, "gdb g++", "test", "-e", begun().toString()).status())
                .isZero();

        assertThat(requests()).hasContent("gdb\ng++\n");
        assertThat(begun()).doesNotExist();
        assertThat(packages(shell, "running").status()).isNotZero();
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheGenerationWhenItFails(Shell shell) {
        var finished = change(shell, "gdb", "sh", "-c", "echo said; exit 7");

        assertThat(finished.status()).isEqualTo(7);
        assertThat(finished.out()).isEqualTo("said\n");
        assertThat(begun()).hasContent("3\n");
        assertThat(requests()).doesNotExist();
        assertThat(packages(shell, "running").status()).isNotZero();
    }

    @ParameterizedTest
    @EnumSource
    void takesSomeOtherStatusesForSuccess(Shell shell) {
        assertThat(change(shell, "gdb", "sh", "-c", "exit 102").status()).isZero();
        assertThat(begun()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void saysThatAChangeGoesOn(Shell shell) {
        var script = Shell.scripts().resolve("packages").toString();
        var words = new ArrayList<>(shell.command().argv());
        words.addAll(List.of(script, "running"));

        assertThat(change(shell, "", words.toArray(String[]::new)).status()).isZero();
        assertThat(requests()).hasContent("\n");
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatWasAskedForWithoutAChange(Shell shell) {
        assertThat(packages(shell, "request", "gdb *").status()).isZero();

        assertThat(requests()).hasContent("gdb\n*\n");
    }

    private Finished change(Shell shell, String requests, String... command) {
        var words = new ArrayList<>(List.of("change", "3", "0 102", requests));
        words.addAll(List.of(command));
        return packages(shell, words.toArray(String[]::new));
    }

    private Finished packages(Shell shell, String... words) {
        var variables =
                Map.of("HEARTH_KEPT", directory.resolve("kept").toString(), "HEARTH_RUNTIME", directory.toString());
        return shell.run("packages", variables, words);
    }

    private Path begun() {
        return directory.resolve("kept/packages-begun");
    }

    private Path requests() {
        return directory.resolve("kept/requests");
    }
}
