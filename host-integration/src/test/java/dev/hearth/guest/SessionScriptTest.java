package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionScriptTest {
    private static final List<String> PARTS = List.of("environment", "session", "session-record");
    private static final String SHOW = "; echo \"${SSH_AUTH_SOCK-unset}|${XAUTHORITY-unset}|${WAYLAND_DISPLAY-unset}\"";

    @TempDir
    private Path directory;

    private Path runtime;

    @BeforeEach
    void makeARuntimeDirectory() throws IOException {
        runtime = Files.createDirectory(directory.resolve("runtime"));
    }

    @ParameterizedTest
    @EnumSource
    void notesWhatALoginHasAndLives(Shell shell) throws IOException {
        var agent = file("agent");
        var login = Map.of("SSH_AUTH_SOCK", agent, "WAYLAND_DISPLAY", "gone", "XDG_SESSION_ID", "4");

        enter(shell, login);

        assertThat(runtime.resolve("hearth/session")).hasContent("SSH_AUTH_SOCK=" + agent + "\nXDG_SESSION_ID=4");
    }

    @ParameterizedTest
    @EnumSource
    void keepsOfEarlierLoginsWhatLives(Shell shell) throws IOException {
        var first = file("first");
        var gone = file("gone");
        var second = file("second");
        enter(shell, Map.of("SSH_AUTH_SOCK", first, "XDG_SESSION_ID", "4"));
        enter(shell, Map.of("SSH_AUTH_SOCK", gone));
        Files.delete(Path.of(gone));

        enter(shell, Map.of("SSH_AUTH_SOCK", second, "XDG_SESSION_ID", "5"));

        assertThat(runtime.resolve("hearth/session"))
                .hasContent("SSH_AUTH_SOCK=%s\nXDG_SESSION_ID=5\nSSH_AUTH_SOCK=%s".formatted(second, first));
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingWhenNothingChanged(Shell shell) throws IOException {
        var login = Map.of("SSH_AUTH_SOCK", file("agent"));
        enter(shell, login);
        var written = Files.getAttribute(runtime.resolve("hearth/session"), "unix:ino");

        enter(shell, login);

        assertThat(Files.getAttribute(runtime.resolve("hearth/session"), "unix:ino"))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void handsOnLinksToWhatHasAnotherPathInEachLogin(Shell shell) throws IOException {
        var cookie = file("cookie");
        var agent = file("agent");
        var link = runtime.resolve("hearth/ssh-agent");

        var said = enter(shell, Map.of("SSH_AUTH_SOCK", agent, "DISPLAY", ":4.0", "XAUTHORITY", cookie));
        enter(shell, Map.of("SSH_AUTH_SOCK", file("next")));

        assertThat(said).isEqualTo("%s|%s|unset\n".formatted(link, runtime.resolve("hearth/xauthority-4")));
        assertThat(Files.readSymbolicLink(link)).isEqualTo(directory.resolve("next"));
    }

    @ParameterizedTest
    @EnumSource
    void handsOnAnAgentInTheRuntimeDirectoryAsItIs(Shell shell) throws IOException {
        var agent = Files.createFile(runtime.resolve("keyring")).toString();

        assertThat(enter(shell, Map.of("SSH_AUTH_SOCK", agent))).startsWith(agent + "|");
        assertThat(runtime.resolve("hearth/ssh-agent")).isSymbolicLink();
    }

    @ParameterizedTest
    @EnumSource
    void givesACallerWithoutAnAgentNone(Shell shell) throws IOException {
        enter(shell, Map.of("SSH_AUTH_SOCK", file("agent")));

        var link = runtime.resolve("hearth/ssh-agent").toString();
        assertThat(enter(shell, Map.of("SSH_AUTH_SOCK", link))).startsWith("unset|");
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatTheHostAloneHasAtThePath(Shell shell) throws IOException {
        var agent =
                Files.createDirectories(directory.resolve("host/run/agents")).resolve("one");
        Files.createFile(agent);
        var link = runtime.resolve("hearth/ssh-agent");

        var said = enter(shell, Map.of("SSH_AUTH_SOCK", "/run/agents/one"));

        assertThat(said).startsWith(link + "|");
        assertThat(Files.readSymbolicLink(link)).isEqualTo(agent);
    }

    @ParameterizedTest
    @EnumSource
    void renewsVariablesThatLeadNowhere(Shell shell) throws IOException {
        enter(shell, Map.of("SSH_AUTH_SOCK", file("agent"), "XAUTHORITY", file("cookie")));

        var said = with(shell, Map.of("SSH_AUTH_SOCK", "/gone"), "find_login 0; renew_login stale");

        assertThat(said).isEqualTo(directory.resolve("agent") + "|unset|unset\n");
    }

    @ParameterizedTest
    @EnumSource
    void fillsInAllWhereAnotherProgramOpenedTheSession(Shell shell) throws IOException {
        enter(shell, Map.of("SSH_AUTH_SOCK", file("agent"), "XAUTHORITY", file("cookie")));

        var said = with(shell, Map.of(), "find_login 0; renew_login all");

        assertThat(said).isEqualTo("%s|%s|unset\n".formatted(directory.resolve("agent"), directory.resolve("cookie")));
    }

    @ParameterizedTest
    @EnumSource
    void leavesARuntimeDirectoryOutThatIsNotThere(Shell shell) {
        var line = "check_runtime_directory; echo \"${XDG_RUNTIME_DIR-unset}\"";

        assertThat(shell.with(PARTS, line, Map.of("XDG_RUNTIME_DIR", "/no/such"))
                        .out())
                .isEqualTo("unset\n");
    }

    private String enter(Shell shell, Map<String, String> login) {
        return with(shell, login, "h_user_id=0; follow_login");
    }

    private String with(Shell shell, Map<String, String> login, String line) {
        var variables = new HashMap<>(login);
        variables.put("XDG_RUNTIME_DIR", runtime.toString());
        variables.put("HOME", "/root");
        var finished = shell.with(
                PARTS,
                "set -u; h_host=$1; " + line + SHOW,
                variables,
                directory.resolve("host").toString());

        assertThat(finished.err()).isEmpty();
        return finished.out();
    }

    private String file(String name) throws IOException {
        return Files.createFile(directory.resolve(name)).toString();
    }
}
