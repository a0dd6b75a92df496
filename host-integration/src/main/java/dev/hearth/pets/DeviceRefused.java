package dev.hearth.pets;

import dev.hearth.core.failure.Failure;
import java.nio.file.Path;

/** A device was asked for that the user may not open, and so nothing that runs as the user. */
public final class DeviceRefused extends Failure.Denied {
    DeviceRefused(Path device, String group, String user) {
        super(
                "You may not open the device '" + device + "'",
                "It is for the group " + group + ": have an administrator run `usermod --append --groups " + group + " "
                        + user + "`, and log in again.");
    }
}
