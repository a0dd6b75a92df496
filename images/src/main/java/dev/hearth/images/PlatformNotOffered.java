package dev.hearth.images;

import dev.hearth.core.failure.Failure;

/** There is an image of the name, but not for the platform. */
public final class PlatformNotOffered extends Failure.NotFound {
    private PlatformNotOffered(String message, String hint) {
        super(message, hint);
    }

    /** The registry has it for other platforms. */
    public static PlatformNotOffered byRegistry(String name) {
        return new PlatformNotOffered(
                "The registry has the image '" + name + "', but not for the platform it is wanted for",
                "Name another platform with `--platform`, or another image.");
    }

    /** What the registry hands out is for another platform. */
    public static PlatformNotOffered byRegistry(String name, Platform platform) {
        return new PlatformNotOffered(
                "The registry has no image '" + name + "' for " + platform,
                "Leave `--platform` out, or name another image.");
    }

    /** Only this machine can have it, and has it for another platform. */
    public static PlatformNotOffered here(String name, Platform platform) {
        return new PlatformNotOffered(
                "The image '" + name + "' is here, but not for " + platform + ", and no registry has it",
                "Leave `--platform` out, or name another image.");
    }
}
