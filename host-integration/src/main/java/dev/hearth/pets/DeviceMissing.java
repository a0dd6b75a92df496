package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import dev.hearth.core.text.Printable;
import dev.hearth.engine.EngineKind;

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

    static DeviceMissing unknownToEngine(String device, EngineKind engine, String version, String first) {
        return new DeviceMissing(
                "%s %s finds no devices by name, such as '%s'"
                        .formatted(engine.title(), version, Printable.line(device)),
                "That takes %s %s, and a description of the device in /etc/cdi.".formatted(engine.title(), first));
    }

    static DeviceMissing otherFile(String file) {
        return new DeviceMissing(
                "'" + Printable.line(file) + "' is no device",
                "Name a device or a directory of devices; `--volume` shows other files.");
    }
}
