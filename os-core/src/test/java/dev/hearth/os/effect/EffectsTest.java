package dev.hearth.os.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.effect.Effect.Need;
import dev.hearth.os.elf.TestElf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectsTest {
    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu/";

    @TempDir
    private Path directory;

    private Path from;
    private Path to;

    @BeforeEach
    void makeTwoAlike() throws IOException {
        from = layOut("from");
        to = layOut("to");
    }

    private Path layOut(String name) throws IOException {
        var root = directory.resolve(name);
        text(root, "usr/lib/modules/6.1.0/vmlinuz", "kernel");
        text(root, "usr/lib/modules/6.1.0/initramfs.img", "initial");
        TestElf.library(root.resolve(LIBRARIES + "libc.so.6"), "1");
        TestElf.library(root.resolve(LIBRARIES + "libssl.so.3"), "1", "libc.so.6");
        TestElf.program(root.resolve("usr/lib/systemd/systemd"), "1", "libc.so.6");
        TestElf.program(root.resolve("usr/bin/gnome-session"), "1", "libc.so.6");
        text(root, "usr/share/wayland-sessions/gnome.desktop", "[Desktop Entry]\nExec=env A=b gnome-session --x\n");
        service(root, "enabled", "1", "libssl.so.3");
        wanted(root, "enabled.service");
        service(root, "idle", "1", "libssl.so.3");
        service(root, "by-socket", "1");
        text(root, "usr/lib/systemd/system/by-socket.socket", "[Socket]\nListenStream=1\n");
        wanted(root, "by-socket.socket");
        service(root, "by-bus", "1");
        text(root, "usr/share/dbus-1/system-services/it.service", "[D-BUS Service]\nSystemdService=by-bus.service\n");
        service(root, "console@", "1");
        wanted(root, "console@tty1.service");
        text(root, "usr/lib/systemd/user/player.service", "[Service]\nExecStart=/usr/bin/player\n");
        TestElf.program(root.resolve("usr/bin/player"), "1", "libc.so.6");
        return root;
    }

    private static void service(Path root, String name, String build, String... libraries) throws IOException {
        text(
                root,
                "usr/lib/systemd/system/" + name + ".service",
                "[Service]\nExecStart=-/usr/bin/%s --flag\n".formatted(name));
        TestElf.program(root.resolve("usr/bin").resolve(name), build, libraries);
    }

    private static void wanted(Path root, String unit) throws IOException {
        var directory = Files.createDirectories(root.resolve("etc/systemd/system/multi-user.target.wants"));
        Files.createSymbolicLink(directory.resolve(unit), Path.of("/usr/lib/systemd/system", unit));
    }

    private static void text(Path root, String file, String content) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), content);
    }

    private Effect effect() {
        return Effects.between(from, to, false);
    }

    @Test
    void findsNothingWhereNothingThatRunsDiffers() throws IOException {
        text(to, "usr/share/doc/it", "new");
        TestElf.program(to.resolve("usr/bin/tool"), "1", "libssl.so.3");

        assertThat(effect()).isEqualTo(Effect.NONE);
        assertThat(Effect.NONE.need()).isEqualTo(Need.NOTHING);
    }

    @Test
    void namesServicesWhoseLibrariesDiffer() throws IOException {
        TestElf.library(to.resolve(LIBRARIES + "libssl.so.3"), "2", "libc.so.6");

        assertThat(effect()).isEqualTo(new Effect(List.of(), List.of("enabled.service"), List.of()));
        assertThat(effect().need()).isEqualTo(Need.RESTART);
    }

    @Test
    void namesServicesHoweverTheyAreStarted() throws IOException {
        for (var name : List.of("enabled", "idle", "by-socket", "by-bus", "console@")) {
            TestElf.program(to.resolve("usr/bin").resolve(name), "2");
        }

        assertThat(effect().services())
                .containsExactly("by-bus.service", "by-socket.service", "console@tty1.service", "enabled.service");
    }

    @Test
    void namesAServiceThatIsDefinedOtherwise() throws IOException {
        text(to, "etc/systemd/system/enabled.service.d/limit.conf", "[Service]\nMemoryMax=1G\n");

        assertThat(effect().services()).containsExactly("enabled.service");
    }

    @Test
    void passesOverWhatHasEndedLongSince() throws IOException {
        for (var root : List.of(from, to)) {
            text(root, "etc/systemd/system/enabled.service.d/type.conf", "[Service]\nType=oneshot\n");
        }
        TestElf.program(to.resolve("usr/bin/enabled"), "2");

        assertThat(effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void passesOverWhatIsMasked() throws IOException {
        for (var root : List.of(from, to)) {
            Files.createSymbolicLink(root.resolve("etc/systemd/system/enabled.service"), Path.of("/dev/null"));
        }
        TestElf.program(to.resolve("usr/bin/enabled"), "2");

        assertThat(effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void wantsANewSessionForWhatRunsInOne() throws IOException {
        TestElf.program(to.resolve("usr/bin/player"), "2", "libc.so.6");
        TestElf.program(to.resolve("usr/bin/gnome-session"), "2", "libc.so.6");
        TestElf.program(to.resolve("usr/bin/enabled"), "2");

        assertThat(effect())
                .isEqualTo(
                        new Effect(List.of(), List.of("enabled.service"), List.of("gnome-session", "player.service")));
        assertThat(effect().need()).isEqualTo(Need.LOGIN);
    }

    @Test
    void wantsABootForTheKernelAndWhatAllHaveLoaded() throws IOException {
        text(to, "usr/lib/modules/6.1.0/initramfs.img", "another");
        text(to, "usr/lib/modules/6.2.0/vmlinuz", "newer");
        TestElf.library(to.resolve(LIBRARIES + "libc.so.6"), "2");
        TestElf.program(to.resolve("usr/lib/systemd/systemd"), "2", "libc.so.6");

        var effect = Effects.between(from, to, true);

        assertThat(effect.system())
                .containsExactly("kernel", "initial RAM disk", "kernel arguments", "C library", "systemd");
        assertThat(effect.need()).isEqualTo(Need.REBOOT);
    }
}
