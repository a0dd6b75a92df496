package dev.hearth.os.ostree;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/**
 * Knows whether the boot loader reads the entries that hearth orders.
 *
 * <p>Some have a menu in a file of their own, which ostree writes anew with each of its deployments. In whatever order
 * hearth put the entries, those would boot what their file says.
 */
final class BootMenuOwner {
    private static final Set<String> WITH_OWN_MENU = Set.of("grub2", "syslinux", "uboot", "zipl", "aboot");
    private static final List<String> OWN_MENUS = List.of("grub.cfg", "syslinux.cfg", "uEnv.txt");

    private final Sysroot sysroot;

    BootMenuOwner(Sysroot sysroot) {
        this.sysroot = sysroot;
    }

    /**
     * Makes sure that what hearth puts first is what boots.
     *
     * @throws UnsupportedBootLoader when it is not
     */
    void requireEntries() {
        var configured = configured();
        if (configured.equals("none")) {
            return;
        }
        if (WITH_OWN_MENU.contains(configured)) {
            throw UnsupportedBootLoader.configured(configured);
        }
        var loader = sysroot.boot().resolve("loader");
        OWN_MENUS.stream()
                .map(loader::resolve)
                .filter(Files::exists)
                .findFirst()
                .ifPresent(menu -> {
                    throw UnsupportedBootLoader.with(menu);
                });
    }

    private String configured() {
        return ConfigurationFile.read(sysroot.repository().resolve("config"))
                .value("sysroot", "bootloader")
                .orElse("auto");
    }
}
