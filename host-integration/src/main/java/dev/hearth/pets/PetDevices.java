package dev.hearth.pets;

import dev.hearth.core.host.Account;
import dev.hearth.engine.ApiVersion;
import dev.hearth.engine.EngineFacts;
import dev.hearth.engine.EngineKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;

/** Looks at the devices that a pet is to have before an engine trips over them. */
final class PetDevices {
    // The kernel's numbers for what a file is, within its mode.
    private static final int FILE_TYPE = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int BLOCK_DEVICE = 0060000;

    private final Account account;
    private final EngineFacts engine;

    PetDevices(Account account, EngineFacts engine) {
        this.account = account;
        this.engine = engine;
    }

    /**
     * Refuses what the pet could not use.
     *
     * @param devices each {@code HOST[:PET][:PERMISSIONS]}, or {@code VENDOR/CLASS=NAME}, which only engines know
     * @throws DeviceMissing when there is no such device, or the engine finds none by name
     * @throws DeviceRefused when a rootless engine could not open it for the user
     */
    void require(List<String> devices) {
        for (var device : devices) {
            if (device.startsWith("/")) {
                require(Path.of(device.split(":", 2)[0]));
            } else {
                requireKnownByName(device);
            }
        }
    }

    private void requireKnownByName(String device) {
        var first = engine.kind() == EngineKind.DOCKER ? "25.0" : "4.1";
        if (ApiVersion.parse(engine.version()).compareTo(ApiVersion.parse(first)) < 0) {
            throw DeviceMissing.unknownToEngine(device, engine.kind(), engine.version(), first);
        }
    }

    private void require(Path device) {
        if (!Files.exists(device)) {
            throw DeviceMissing.absent(device.toString());
        }
        if (!isDevice(device) && !Files.isDirectory(device)) {
            throw DeviceMissing.otherFile(device.toString());
        }
        // An engine of root's opens them all.
        if (engine.rootless() && !Files.isReadable(device) && !Files.isWritable(device)) {
            throw new DeviceRefused(device, group(device), account.name());
        }
    }

    private static boolean isDevice(Path file) {
        try {
            int type = (Integer) Files.getAttribute(file, "unix:mode") & FILE_TYPE;
            return type == CHARACTER_DEVICE || type == BLOCK_DEVICE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String group(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class)
                    .group()
                    .getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
