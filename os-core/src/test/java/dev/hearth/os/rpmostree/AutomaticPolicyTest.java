package dev.hearth.os.rpmostree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.ScriptedProcesses;
import dev.hearth.os.AutomaticUpdates;
import dev.hearth.os.Step;
import dev.hearth.os.program.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticPolicyTest {
    private static final String[] IS_ENABLED = {"systemctl", "is-enabled", "--quiet", "rpm-ostreed-automatic.timer"};

    @TempDir
    Path root;

    private Path file;

    @BeforeEach
    void makeEtc() throws IOException {
        file = Files.createDirectories(root.resolve("etc")).resolve("rpm-ostreed.conf");
    }

    private AutomaticPolicy policy(boolean enabled) {
        return new AutomaticPolicy(root, new ScriptedProcesses().answer(enabled ? 0 : 1, "", "", IS_ENABLED));
    }

    private static List<String> texts(List<Action> actions) {
        return actions.stream().map(Action::step).map(Step::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "check, true, CHECK",
        "stage, true, STAGE",
        "ex-stage, true, STAGE",
        "apply, true, APPLY",
        "none, true, NONE",
        "off, true, NONE",
        "nonsense, true, NONE",
        "stage, false, NONE"
    })
    void takesBothAPolicyAndATimer(String word, boolean enabled, AutomaticUpdates expected) throws IOException {
        Files.writeString(file, "[Daemon]\nAutomaticUpdatePolicy=" + word + "\n");

        assertThat(policy(enabled).current()).isEqualTo(expected);
    }

    @Test
    void doesNothingByItselfWithoutConfigurationOrSystemd() throws IOException {
        assertThat(policy(true).current()).isEqualTo(AutomaticUpdates.NONE);

        Files.writeString(file, "[Daemon]\nAutomaticUpdatePolicy=stage\n");
        assertThat(new AutomaticPolicy(root, new ScriptedProcesses()).current()).isEqualTo(AutomaticUpdates.NONE);
    }

    @Test
    void setsThePolicyAndStartsTheTimer() {
        assertThat(texts(policy(false).actions(AutomaticUpdates.STAGE)))
                .containsExactly(
                        "Set AutomaticUpdatePolicy=stage in " + file,
                        "Run `rpm-ostree reload`",
                        "Run `systemctl enable --now rpm-ostreed-automatic.timer`");
    }

    @Test
    void changesOnlyWhatIsDifferent() throws IOException {
        Files.writeString(file, "[Daemon]\nAutomaticUpdatePolicy=stage\n");

        assertThat(policy(true).actions(AutomaticUpdates.STAGE)).isEmpty();
        assertThat(texts(policy(false).actions(AutomaticUpdates.STAGE)))
                .containsExactly("Run `systemctl enable --now rpm-ostreed-automatic.timer`");
        assertThat(texts(policy(true).actions(AutomaticUpdates.NONE)))
                .containsExactly(
                        "Set AutomaticUpdatePolicy=none in " + file,
                        "Run `rpm-ostree reload`",
                        "Run `systemctl disable --now rpm-ostreed-automatic.timer`");
    }
}
