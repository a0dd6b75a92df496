package dev.hearth.os.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.os.packages.InstalledPackage;
import dev.hearth.os.packages.PackageContent;
import dev.hearth.os.packages.PackagedFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private final Judge judge = new Judge(Set.of("/bin/sh", "/usr/bin/fish", "/usr/bin/tmux"), true);

    @ParameterizedTest
    @CsvSource({
        "boot/vmlinuz-6.1.0-18-amd64, KERNEL",
        "usr/lib/modules/6.1.0/extra/nvidia.ko.xz, KERNEL_MODULE",
        "lib/modules/6.1.0/updates/wl.ko, KERNEL_MODULE",
        "usr/src/broadcom-sta-6.30/dkms.conf, KERNEL_MODULE",
        "lib/firmware/iwlwifi.ucode, FIRMWARE",
        "etc/modprobe.d/blacklist.conf, KERNEL_SETTING",
        "usr/lib/sysctl.d/50-pid-max.conf, KERNEL_SETTING",
        "lib/udev/rules.d/60-solaar.rules, DEVICE_RULE",
        "usr/lib/udev/hwdb.d/20-usb.hwdb, DEVICE_RULE",
        "etc/grub.d/30_os-prober, BOOT_HOOK",
        "usr/lib/dracut/modules.d/90clevis/module-setup.sh, BOOT_HOOK",
        "usr/share/initramfs-tools/hooks/cryptroot, BOOT_HOOK",
        "etc/kernel/postinst.d/dkms, BOOT_HOOK",
        "lib/x86_64-linux-gnu/security/pam_u2f.so, PAM_MODULE",
        "usr/lib64/security/pam_yubico.so, PAM_MODULE",
        "etc/pam.d/sshd, PAM_MODULE",
        "usr/share/pam-configs/libpam-u2f, PAM_MODULE",
        "usr/lib/x86_64-linux-gnu/libnss_mdns4.so.2, NAME_SERVICE",
        "usr/share/polkit-1/actions/org.gnome.gparted.policy, POLKIT",
        "etc/polkit-1/rules.d/50-libvirt.rules, POLKIT",
        "usr/share/dbus-1/system-services/net.reactivated.Fprint.service, SYSTEM_BUS",
        "etc/dbus-1/system.d/avahi-dbus.conf, SYSTEM_BUS",
        "usr/lib/systemd/system/nginx.service, SYSTEM_UNIT",
        "lib/systemd/system/pcscd.socket, SYSTEM_UNIT",
        "etc/init.d/nginx, SYSTEM_UNIT",
        "usr/share/debianutils/shells.d/zsh, LOGIN_SHELL",
        "usr/lib/sysusers.d/openvpn.conf, ACCOUNT",
        "usr/share/wayland-sessions/sway.desktop, DISPLAY_MANAGER",
        "etc/gdm3/daemon.conf, DISPLAY_MANAGER",
        "usr/share/vulkan/icd.d/nvidia_icd.json, DRIVER",
        "usr/lib/x86_64-linux-gnu/dri/iris_dri.so, DRIVER",
        "usr/lib/cups/backend/brother, DRIVER",
        "etc/apparmor.d/usr.bin.man, SECURITY_POLICY",
        "usr/share/gnome-shell/extensions/x@y/metadata.json, PLUG_IN",
        "usr/lib64/gstreamer-1.0/libgstlibav.so, PLUG_IN",
        "usr/share/fonts/truetype/firacode/FiraCode.ttf, FONT",
    })
    void keepsInTheBaseWhatTheSystemItselfReads(String path, Need need) {
        var judgement = judge.judge(List.of(content("it", path, "usr/bin/it")));

        assertThat(judgement.place()).isEqualTo(Place.BASE);
        assertThat(judgement.needs()).containsExactly(new Evidence(need, List.of("/" + path)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/bin/htop",
                "bin/ed",
                "usr/include/zlib.h",
                "usr/lib/x86_64-linux-gnu/libz.so.1",
                // Not a name service, though it is called so.
                "usr/lib/x86_64-linux-gnu/libnss3.so",
                // Of the user's session, not of the system.
                "usr/lib/systemd/user/syncthing.service",
                "usr/share/dbus-1/services/org.gnome.Maps.service",
                // Directories that every package names.
                "etc/pam.d",
                "usr/lib/systemd/system",
                "usr/share/doc/udev/rules.d/example.rules",
                "usr/bin/tmux"
            })
    void letsAPetHaveWhatOnlyItsUserRuns(String path) {
        var judgement = judge.judge(List.of(content("it", path)));

        assertThat(judgement.place()).isEqualTo(Place.PET);
        assertThat(judgement.needs()).isEmpty();
    }

    @Test
    void keepsAShellThatMayBeLoggedInWith() {
        assertThat(judge.judge(List.of(content("fish", "bin/fish"))).needs())
                .containsExactly(new Evidence(Need.LOGIN_SHELL, List.of("/bin/fish")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"add-shell /usr/bin/zsh", "echo /usr/bin/zsh >>/etc/shells"})
    void knowsAShellThatIsNotInstalledByWhatItsScriptDoes(String script) {
        var zsh = new PackageContent(
                new InstalledPackage("zsh", "5.9", "amd64"),
                "zsh",
                List.of(),
                List.of(new PackagedFile("usr/bin/zsh", false), new PackagedFile("usr/bin/helper", false)),
                script);

        assertThat(judge.judge(List.of(zsh)).needs())
                .containsExactly(new Evidence(Need.LOGIN_SHELL, List.of("/usr/bin/zsh")));
    }

    @Test
    void keepsAProgramThatGivesRights() {
        var content = new PackageContent(
                new InstalledPackage("sudo", "1.9", "amd64"),
                "sudo",
                List.of(),
                List.of(new PackagedFile("usr/bin/sudo", true), new PackagedFile("usr/bin/sudoreplay", false)),
                "");

        assertThat(judge.judge(List.of(content)).needs())
                .containsExactly(new Evidence(Need.PRIVILEGED_PROGRAM, List.of("/usr/bin/sudo")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setcap cap_net_raw+ep /usr/bin/mtr-packet",
                "dpkg-statoverride --update --add root dip 4754 /usr/bin/mtr-packet",
            })
    void keepsAProgramThatAScriptGivesRights(String script) {
        var content = new PackageContent(
                new InstalledPackage("it", "1", "amd64"),
                "it",
                List.of(),
                List.of(new PackagedFile("usr/bin/mtr-packet", false), new PackagedFile("usr/bin/other", false)),
                script);

        assertThat(judge.judge(List.of(content)).needs())
                .containsExactly(new Evidence(Need.PRIVILEGED_PROGRAM, List.of("/usr/bin/mtr-packet")));
    }

    @Test
    void judgesAProgramByAllThatItIsSplitInto() {
        var judgement = judge.judge(List.of(
                content("nginx", "usr/sbin/nginx"), content("nginx-common", "lib/systemd/system/nginx.service")));

        assertThat(judgement)
                .isEqualTo(new Judgement(
                        Place.BASE,
                        List.of(new Evidence(Need.SYSTEM_UNIT, List.of("/lib/systemd/system/nginx.service"))),
                        new Offers(List.of("nginx"), List.of(), false)));
    }

    @Test
    void tellsWhatAPackageHas() {
        var judgement = judge.judge(List.of(
                content("it", "usr/games/b", "usr/bin/a", "usr/share/applications/it.desktop", "usr/include/it/it.h")));

        assertThat(judgement.offers()).isEqualTo(new Offers(List.of("a", "b"), List.of("it"), true));
        assertThat(judgement.place()).isEqualTo(Place.PET);
    }

    @Test
    void offersAnApplicationWithAnIdAsAFlatpakWhereThereIsFlatpak() {
        var gimp = List.of(content("gimp", "usr/share/applications/org.gimp.GIMP.desktop"));

        assertThat(judge.judge(gimp).place()).isEqualTo(Place.FLATPAK);
        assertThat(judge.judge(gimp).offers().applicationId()).contains("org.gimp.GIMP");
        assertThat(new Judge(Set.of(), false).judge(gimp).place()).isEqualTo(Place.PET);
    }

    private static PackageContent content(String name, String... paths) {
        var files = Stream.of(paths).map(path -> new PackagedFile(path, false)).toList();
        return new PackageContent(new InstalledPackage(name, "1.0", "amd64"), name, List.of(), files, "");
    }
}
