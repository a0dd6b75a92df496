package dev.hearth.os.machine;

import java.util.ArrayList;
import java.util.List;

/** The arguments of a kernel that boots in a virtual machine: a base's own, but for its disks and its screen. */
final class GuestKernelArguments {
    /** Where the root is and how it is opened, what a boot loader adds, and what keeps the console quiet. */
    private static final String ANOTHERS = "(root|rootflags|rootfstype|rootdelay|rw|ro|resume|resume_offset|luks\\..*"
            + "|rd\\.(luks|lvm|md|dm)(\\..*)?|ostree|initrd|BOOT_IMAGE|console|quiet|splash|rhgb|panic)(=.*)?";

    private GuestKernelArguments() {}

    /** {@return those for a root with this label} */
    static List<String> of(List<String> own, String label) {
        var arguments = new ArrayList<>(
                own.stream().filter(argument -> !argument.matches(ANOTHERS)).toList());
        arguments.addAll(List.of("root=LABEL=" + label, "rw", "console=ttyS0", "panic=-1", "systemd.show_status=1"));
        return List.copyOf(arguments);
    }
}
