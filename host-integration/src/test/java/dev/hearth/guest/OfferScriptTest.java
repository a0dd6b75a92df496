package dev.hearth.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.core.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfferScriptTest {
    @TempDir
    private Path pet;

    @ParameterizedTest
    @EnumSource
    void findsAProgramOnThePathButNotAmongExports(Shell shell) throws IOException {
        var exports = program("exports/gcc").resolveSibling("");
        var gcc = program("bin/gcc");
        file("bin/notes", "");
        var path = exports + ":" + gcc.resolveSibling("") + ":/usr/bin:/bin";

        assertThat(ask(shell, path, "program", "gcc", exports.toString()).out()).isEqualTo(gcc + "\n");
        assertThat(ask(shell, path, "program", gcc.toString(), "").out()).isEqualTo(gcc + "\n");
        assertThat(ask(shell, path, "program", "notes", "").status()).isEqualTo(1);
        assertThat(ask(shell, path, "program", "/none", "").status()).isEqualTo(1);
        assertThat(ask(shell, path, "program", "no-such", "").out()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void findsThoseOfSeveralProgramsThatAreThere(Shell shell) throws IOException {
        var exports = program("exports/gdb").resolveSibling("");
        var gcc = program("bin/gcc");
        var path = exports + ":" + gcc.resolveSibling("") + ":/usr/bin:/bin";

        assertThat(ask(shell, path, "programs", exports.toString(), "no-such", "sh", "gcc", "none")
                        .out())
                .matches("(/usr)?/bin/sh\n" + gcc + "\n");
        assertThat(ask(shell, path, "programs", exports.toString(), "none").status())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfDesktopEntries(Shell shell) throws IOException {
        var applications = pet.resolve("usr/share/applications");
        file("usr/share/applications/gedit.desktop", "# Name=no\n[Desktop Entry]\nName[de]=Nein\nName=Text Editor\n");
        file("usr/share/applications/kde/kate.desktop", "[Desktop Action x]\nName=no\n[Desktop Entry]\nName=Kate");
        file("usr/share/applications/other.list", "");

        assertThat(ask(shell, "/usr/bin:/bin", "apps").out())
                .isEqualTo("%1$s/gedit.desktop\t%1$s\tText Editor\n%1$s/kde/kate.desktop\t%1$s\tKate\n"
                        .formatted(applications));
    }

    @ParameterizedTest
    @EnumSource
    void givesIconsInHexadecimalDigits(Shell shell) throws IOException {
        var themed = file("usr/share/icons/hicolor/48x48/apps/gedit.png", "\0\n\u007f");
        var plain = file("usr/share/pixmaps/gedit.xpm", "x");
        file("usr/share/pixmaps/gedit.more.xpm", "y");

        assertThat(ask(shell, "/usr/bin:/bin", "icons", "gedit").out().replace(" ", ""))
                .isEqualTo("icon%s\n000a7f\nicon%s\n78\n".formatted(themed, plain));
        assertThat(ask(shell, "/usr/bin:/bin", "icons", plain.toString()).status())
                .isZero();
        assertThat(ask(shell, "/usr/bin:/bin", "icons", "none").status()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void prefersAUsersUnitAndTheAdministrators(Shell shell) throws IOException {
        var text = "[Service]\nExecStart=/bin/x\n";
        file("usr/lib/systemd/system/x.service", "");
        var system = file("etc/systemd/system/y.service", text);
        file("lib/systemd/system/y.service", "no");
        var user = file("usr/lib/systemd/user/x.service", text);

        assertThat(ask(shell, "/usr/bin:/bin", "unit", "x.service").out()).isEqualTo("user " + user + "\n" + text);
        assertThat(ask(shell, "/usr/bin:/bin", "unit", "y.service").out()).isEqualTo("system " + system + "\n" + text);
        assertThat(ask(shell, "/usr/bin:/bin", "unit", "z.service").status()).isEqualTo(1);
    }

    private Finished ask(Shell shell, String path, String... question) {
        return shell.run("offer", Map.of("HEARTH_OFFER_ROOT", pet.toString(), "PATH", path), question);
    }

    private Path program(String name) throws IOException {
        return Files.setPosixFilePermissions(file(name, ""), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path file(String name, String text) throws IOException {
        var file = pet.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
