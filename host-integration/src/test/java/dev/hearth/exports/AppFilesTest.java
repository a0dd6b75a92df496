package dev.hearth.exports;

import static dev.hearth.exports.ExportFixtures.CALL;
import static dev.hearth.exports.ExportFixtures.DEV;
import static dev.hearth.exports.ExportFixtures.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppFilesTest {
    private static final String GEDIT = """
            # Of the package.
            [Desktop Entry]
            Type=Application
            Name=Text Editor
            Name[de]=Texteditor
            Comment=Edit text
            Exec=gedit %U
            TryExec=gedit
            Icon=gedit
            Path=/usr/share/gedit
            DBusActivatable=true
            MimeType=text/plain;
            Actions=new-window;

            [Desktop Action new-window]
            Name=New Window
            Exec=gedit --new-window "a b"
            """;

    @TempDir
    private Path home;

    private Exports exports;

    @BeforeEach
    void startAfresh() {
        exports = new Exports(ExportFixtures.places(home));
    }

    @Test
    void hasAnEntryRunInItsPet() {
        var icons = List.of(
                icon("/usr/share/icons/hicolor/48x48/apps/gedit.png"),
                icon("/usr/share/icons/hicolor/scalable/apps/gedit.svg"),
                icon("/usr/share/pixmaps/gedit.xpm"));

        var export = exports.app(DEV, new OfferedApp("org.gnome.gedit", GEDIT, icons), null, CALL);

        assertThat(export.file())
                .hasFileName("hearth-dev-org.gnome.gedit.desktop")
                .hasContent("""
                # Of the package.
                [Desktop Entry]
                Icon=hearth-dev-org.gnome.gedit
                StartupWMClass=org.gnome.gedit
                X-Hearth-Pet=dev
                X-Hearth-Export=org.gnome.gedit
                Type=Application
                Name=Text Editor (dev)
                Name[de]=Texteditor (dev)
                Comment=Edit text
                Exec=/opt/hearth/bin/hearth --engine docker run -c dev -- gedit %U
                MimeType=text/plain;
                Actions=new-window;

                [Desktop Action new-window]
                Name=New Window
                Exec=/opt/hearth/bin/hearth --engine docker run -c dev -- gedit --new-window "a b"
                """);
        assertThat(home.resolve("icons/hicolor/48x48/apps/hearth-dev-org.gnome.gedit.png"))
                .hasBinaryContent(new byte[] {0, -1});
        assertThat(home.resolve("icons/hicolor/scalable/apps/hearth-dev-org.gnome.gedit.svg"))
                .exists();
    }

    @Test
    void namesAnIconOutsideOfAThemeByItsFile() {
        var icons = List.of(icon("/usr/share/pixmaps/gedit.xpm"));

        var export = exports.app(DEV, new OfferedApp("gedit", GEDIT, icons), null, CALL);

        assertThat(export.file()).content().contains("\nIcon=" + home.resolve("icons/hearth-dev-gedit.xpm") + "\n");
    }

    @Test
    void keepsTheNameOfAnIconThatThePetDoesNotHave() {
        assertThat(exports.app(DEV, new OfferedApp("gedit", GEDIT, List.of()), null, CALL)
                        .file())
                .content()
                .contains("\nIcon=gedit\n");
    }

    @Test
    void removesNoIconButItsOwn() throws IOException {
        var icons = List.of(icon("/usr/share/icons/hicolor/48x48/apps/g.png"));
        exports.app(DEV, new OfferedApp("g", GEDIT, icons), null, CALL);
        exports.app(DEV, new OfferedApp("g.more", GEDIT, icons), null, CALL);
        var foreign = Files.writeString(home.resolve("icons/hicolor/48x48/apps/g.png"), "");

        exports.remove(ExportKind.APP, "g", null);

        assertThat(foreign).exists();
        assertThat(foreign.resolveSibling("hearth-dev-g.png")).doesNotExist();
        assertThat(foreign.resolveSibling("hearth-dev-g.more.png")).exists();
    }

    @Test
    void keepsTheClassOfItsWindows() {
        assertThat(exports.app(DEV, app("x", "Exec=x", "StartupWMClass=Gx"), null, CALL)
                        .file())
                .content()
                .contains("StartupWMClass=Gx\n")
                .doesNotContain("StartupWMClass=x");
    }

    @Test
    void callsAnAppWhatTheUserSays() {
        assertThat(exports.app(DEV, app("x", "Exec=x", "Name[de]=Ix"), "My X", CALL)
                        .file())
                .content()
                .contains("Name=My X\n", "Name[de]=My X\n");
    }

    @Test
    void takesTheJavaOfTheCallerAlong() {
        var call = new HearthCall(Path.of("/opt/my hearth/hearth"), null, "unix:///run/x.sock", "/opt/jdk");

        assertThat(exports.app(DEV, app("x", "Exec=x"), null, call).file())
                .content()
                .contains("Exec=/usr/bin/env JAVA_HOME=/opt/jdk \"/opt/my hearth/hearth\" --engine unix:///run/x.sock"
                        + " run -c dev -- x\n");
    }

    @Test
    void opensATerminalInAPet() {
        assertThat(exports.terminal(DEV, CALL).file())
                .hasFileName("hearth-dev.desktop")
                .hasContent("""
                [Desktop Entry]
                X-Hearth-Pet=dev
                X-Hearth-Export=
                Type=Application
                Name=dev
                Comment=A terminal in a pet container
                Icon=utilities-terminal
                Exec=/opt/hearth/bin/hearth --engine docker enter dev
                Terminal=true
                Categories=System;TerminalEmulator;
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                        | it has no group [Desktop Entry]",
                "'[Desktop Entry]\nExec=x'                 | it is of no application",
                "'[Desktop Entry]\nType=Link\nExec=x'      | it is of no application",
                "'[Desktop Entry]\nType=Application'       | it names no command",
                "'[Desktop Entry]\nType=Application\nExec=\"x' | a quotation in its command has no end"
            })
    void refusesAnEntryThatCannotBeRun(String text, String reason) {
        assertThatThrownBy(() -> exports.app(DEV, new OfferedApp("x", text, List.of()), null, CALL))
                .isInstanceOf(BrokenEntry.class)
                .hasMessage("The desktop entry of 'x' cannot be exported: " + reason);
        assertThat(home).isEmptyDirectory();
    }

    private static OfferedApp.Icon icon(String path) {
        return new OfferedApp.Icon(Path.of(path), "00ff");
    }
}
