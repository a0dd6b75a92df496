package dev.hearth.os.advice;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a package has to be in the base: what of it the system itself reads or runs, which sees nothing of a pet.
 *
 * <p>Paths are as {@link PlainPath} writes them.
 */
public enum Need {
    KERNEL("a kernel", "boot/vmlinu[xz].*", "usr/lib/modules/[^/]+/vmlinuz"),
    KERNEL_MODULE("a kernel module", "usr/lib/modules/.+", "usr/src/[^/]+/dkms\\.conf", "usr/src/akmods/.+"),
    FIRMWARE("firmware", "usr/lib/firmware/.+"),
    KERNEL_SETTING(
            "settings of the kernel",
            "(usr/lib|etc)/(modprobe|modules-load|sysctl|binfmt)\\.d/.+",
            "usr/lib/bootc/kargs\\.d/.+"),
    DEVICE_RULE("a udev rule", "(usr/lib|etc)/udev/(rules|hwdb)\\.d/.+"),
    BOOT_HOOK(
            "a part of the boot loader's or initramfs's making",
            "etc/(grub\\.d|default/grub\\.d)/.+",
            "usr/lib/grub/.+",
            "(usr/lib/dracut/modules|usr/lib/dracut/dracut\\.conf|etc/dracut\\.conf)\\.d/.+",
            "(usr/share|etc)/initramfs-tools/.+",
            "(usr/lib|etc)/kernel/(install|preinst|postinst|prerm|postrm)\\.d/.+"),
    PAM_MODULE(
            "a PAM module or its settings",
            "usr/lib/security/pam_.+",
            "(usr/lib|etc)/pam\\.d/.+",
            "usr/share/pam-configs/.+"),
    NAME_SERVICE("a name service", "usr/lib/libnss_[^/]+\\.so\\.2"),
    LOGIN_SHELL("a login shell", "usr/share/debianutils/shells\\.d/.+"),
    POLKIT("a polkit action or rule", "(usr/share|etc)/polkit-1/(actions|rules\\.d|localauthority)/.+"),
    SYSTEM_BUS(
            "a service of the system bus",
            "usr/share/dbus-1/(system-services|system\\.d)/.+",
            "etc/dbus-1/system\\.d/.+"),
    SYSTEM_UNIT(
            "a unit of the system",
            "(usr/lib|etc)/systemd/(system|system-generators|system-sleep|network)/.+",
            "etc/init\\.d/.+"),
    ACCOUNT("an account of the system", "usr/lib/sysusers\\.d/.+"),
    PRIVILEGED_PROGRAM("a program with rights that its caller does not have"),
    DISPLAY_MANAGER(
            "a display manager or desktop session",
            "usr/share/(xsessions|wayland-sessions)/.+",
            "etc/X11/default-display-manager",
            "etc/(gdm3?|lightdm|sddm\\.conf\\.d)/.+"),
    DRIVER(
            "a driver of graphics, printers or scanners",
            "(usr/share|etc)/vulkan/(icd|implicit_layer)\\.d/.+",
            "usr/share/glvnd/egl_vendor\\.d/.+",
            "usr/lib/(xorg/modules|dri)/.+",
            "(usr/share/X11|etc/X11)/xorg\\.conf\\.d/.+",
            "usr/lib/cups/(backend|filter|driver)/.+",
            "usr/share/ppd/.+",
            "usr/lib/sane/.+"),
    SECURITY_POLICY("a policy of SELinux or AppArmor", "usr/share/selinux/.+", "etc/apparmor\\.d/.+"),
    PLUG_IN(
            "a plug-in of programs of the base",
            "usr/lib/NetworkManager/.+",
            "usr/lib/gstreamer-1\\.0/.+",
            "usr/lib/(nautilus|gio|gtk-[234]\\.0)/.+",
            "usr/share/gnome-shell/extensions/.+",
            "usr/share/(ibus/component|gvfs/mounts|xdg-desktop-portal/portals)/.+",
            "usr/lib/fcitx5?/.+"),
    FONT("fonts, which programs of the base use", "usr/share/fonts/.+");

    private final String title;
    private final Pattern paths;

    Need(String title, String... paths) {
        this.title = title;
        // Without any, files alone do not say it.
        this.paths = Pattern.compile(
                paths.length == 0 ? "(?!)" : Stream.of(paths).collect(Collectors.joining("|", "(?:", ")")));
    }

    /** {@return what it is, for people} */
    public String title() {
        return title;
    }

    boolean isShownBy(String path) {
        return paths.matcher(path).matches();
    }
}
