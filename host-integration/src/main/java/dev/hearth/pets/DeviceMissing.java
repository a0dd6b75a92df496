package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;

/** A device was asked for that is not there, or is something else. */
public final class DeviceMissing extends Failure.NotFound {
    private DeviceMissing(String message, String hint) {
        super(message, hint);
    }

    static DeviceMissing absent(String device) {
        return new DeviceMissing(
                "There is no device '" + Printable.line(device) + "'",
                "Plug it in or load its driver; `ls -l /dev` shows those there are.");
    }

    static DeviceMissing otherFile(String file) {
        return new DeviceMissing(
                "'" + Printable.line(file) + "' is no device",
                "Name a device or a directory of devices; `--volume` shows other files.");
    }
}
