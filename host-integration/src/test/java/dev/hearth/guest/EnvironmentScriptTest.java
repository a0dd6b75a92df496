package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentScriptTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void replacesLocalesThatThePetLacks(Shell shell) throws IOException {
        var variables =
                Map.of("LC_ALL", "", "LANG", "de_DE.UTF-8", "LC_TIME", "fr_FR.UTF-8", "LC_PAPER", "en_GB.UTF-8");

        assertThat(repaired(shell, variables)).isEqualTo("C.UTF-8||unset|en_GB.UTF-8\n");
    }

    @ParameterizedTest
    @EnumSource
    void leavesLocalesThatThePetHas(Shell shell) throws IOException {
        var variables = Map.of("LC_ALL", "en_GB.utf8", "LANG", "C", "LC_TIME", "POSIX", "LC_PAPER", "C.UTF-8");

        assertThat(repaired(shell, variables)).isEqualTo("C|en_GB.utf8|POSIX|C.UTF-8\n");
    }

    private String repaired(Shell shell, Map<String, String> variables) throws IOException {
        var locales = Files.writeString(directory.resolve("locales"), "C\nC.utf8\nPOSIX\nen_GB.utf8\n");
        var line = "h_locales=$1; repair_locale; echo \"$LANG|$LC_ALL|${LC_TIME-unset}|$LC_PAPER\"";
        return shell.with(List.of("environment"), line, variables, locales.toString())
                .out();
    }

    @ParameterizedTest
    @EnumSource
    void showsThePetOnceBeforeTheUsersPrompt(Shell shell) {
        var line = "HEARTH_PET=dev PS1='mine> '; __hearth_prompt; __hearth_prompt; echo \"$PS1\"";

        assertThat(profile(shell, line, Map.of("TERM", "dumb"))).isEqualTo("(dev) mine> \n");
    }

    @ParameterizedTest
    @EnumSource
    void leavesThePromptAloneWhenToldTo(Shell shell) {
        var line = "HEARTH_PET=dev PS1='mine> '; __hearth_prompt; echo \"$PS1\"";

        assertThat(profile(shell, line, Map.of("TERM", "dumb", "HEARTH_PROMPT", "off")))
                .isEqualTo("mine> \n");
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheStatusThatPromptsShow(Shell shell) {
        assertThat(profile(shell, "(exit 7); __hearth_prompt; echo $?", Map.of("TERM", "dumb")))
                .isEqualTo("7\n");
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheTerminalTheDirectory(Shell shell) {
        var line = "HEARTH_PET=dev __hearth_host=engine PWD='/a b/ü%'; __hearth_prompt";

        assertThat(profile(shell, line, Map.of("TERM", "xterm")))
                .isEqualTo("\u001b]7;file://engine/a%20b/%C3%BC%25\u001b\\");
    }

    private static String profile(Shell shell, String line, Map<String, String> variables) {
        return shell.with(List.of("profile.sh"), line, variables).out();
    }
}
